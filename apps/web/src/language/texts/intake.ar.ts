import type { Message } from '../message.js';
import type { intakeEn } from './intake.en.js';

/** The texts of the screen on which a case is opened, in Arabic. */
export const intakeAr: Readonly<Record<keyof typeof intakeEn, Message>> = {
  'intake.open': 'فتح الملف',
  'intake.opened': 'فُتح الملف',
  'intake.go': 'اذهب إلى الملف',
  'intake.another': 'افتح ملفًا آخر',
  'intake.exists': 'اذهب إلى الملف الذي له هذا الرقم',
  'intake.resembling': {
    one: 'ملف واحد قد يكون لهذا الشخص. أهو نفسه؟',
    two: 'ملفان قد يكون أحدهما لهذا الشخص. أهو أحدهما؟',
    few: '{count} ملفات قد يكون أحدها لهذا الشخص. أهو أحدهم؟',
    many: '{count} ملفًا قد يكون أحدها لهذا الشخص. أهو أحدهم؟',
    other: '{count} ملف قد يكون أحدها لهذا الشخص. أهو أحدهم؟',
  },
  'intake.otherPerson': 'شخص آخر: افتح ملفًا جديدًا',
  'intake.undecided': 'اطلع على هذه الملفات أولًا. إن كان شخصًا آخر فأكّد ذلك ثم افتح الملف.',
  'intake.match.reference': 'الرقم نفسه',
  'intake.match.documentNo': 'الوثيقة نفسها',
  'intake.match.birthDate': 'سنة الميلاد نفسها',
  'intake.match.same': 'الاسم نفسه',
  'intake.match.transliteration': 'الاسم نفسه بكتابة أخرى',
  'intake.match.similar': 'اسم مشابه',
  'intake.forbidden': 'أدوارك لا تفتح ملفات',
  'intake.forbiddenText': 'من يوزّع الأدوار يخبرك من يفتحها.',
};
