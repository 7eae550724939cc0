import type { Message } from '../message.js';
import type { shareEn } from './share.en.js';

/** Texts of sharing out cases, in Arabic. */
export const shareAr: Readonly<Record<keyof typeof shareEn, Message>> = {
  'share.title': 'إعطاء ملفات {officer}',
  'share.count': 'كم ملفًا',
  'share.countHint': 'إن تُرك فارغًا: كلها. تُعطى الملفات الأكثر إلحاحًا أولًا.',
  'share.countWrong': {
    one: 'يوجد ملف واحد: اكتب واحدًا أو اترك الخانة فارغة.',
    two: 'اكتب واحدًا أو اثنين، أو اترك الخانة فارغة.',
    few: 'اكتب رقمًا من واحد إلى {count}، أو اترك الخانة فارغة.',
    many: 'اكتب رقمًا من واحد إلى {count}، أو اترك الخانة فارغة.',
    other: 'اكتب رقمًا من واحد إلى {count}، أو اترك الخانة فارغة.',
  },
  'share.state': 'في أي حالة',
  'share.anyState': 'في أي حالة كانت ({count})',
  'share.inState': '{state} ({count})',
  'share.receivers': 'من يستلمها',
  'share.receiver': {
    zero: '{officer}: لا ملفات مفتوحة لديه',
    one: '{officer}: لديه ملف مفتوح واحد',
    two: '{officer}: لديه ملفان مفتوحان',
    few: '{officer}: لديه {count} ملفات مفتوحة',
    many: '{officer}: لديه {count} ملفًا مفتوحًا',
    other: '{officer}: لديه {count} ملف مفتوح',
  },
  'share.find': 'البحث عن موظف',
  'share.nobody': 'اختر موظفًا واحدًا على الأقل.',
  'share.check': 'عرض ما يستلمه كل واحد',
  'share.cancel': 'عدم الإعطاء',
  'share.checking': 'يجري التحقق من الحصة {done} من {total}',
  'share.can': 'يمكن إعطاء {can} من {total}.',
  'share.noneLeft': 'لم يبق أي ملف من هذه الملفات.',
  'share.shares': 'حصة كل واحد',
  'share.gets': 'يستلم',
  'share.then': 'مفتوحة بعد ذلك',
  'share.byUrgency': 'تُوزع بالدور والأكثر إلحاحًا أولًا، فلا يستلم موظف واحد كل الملفات الملحة.',
  'share.asSelected': 'تُوزع بالدور بحسب ترتيب تحديدها.',
  'share.send': {
    one: 'إعطاء ملف واحد',
    two: 'إعطاء ملفين',
    few: 'إعطاء {count} ملفات',
    many: 'إعطاء {count} ملفًا',
    other: 'إعطاء {count} ملف',
  },
  'share.jobs': {
    one: 'هذه مهمة واحدة.',
    two: 'هاتان مهمتان.',
    few: 'هذه {count} مهام.',
    many: 'هذه {count} مهمة.',
    other: 'هذه {count} مهمة.',
  },
};
