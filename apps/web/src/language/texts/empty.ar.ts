import type { Message } from '../message.js';
import type { emptyEn } from './empty.en.js';

/** The same in Arabic. */
export const emptyAr: Readonly<Record<keyof typeof emptyEn, Message>> = {
  'work.noneYet': 'لا يوجد بعد أي ملف يمكنك رؤيته.',
  'work.openFirst': 'افتح أول ملف',
  'work.importText': 'تأتي ملفات نظام آخر في ملف بيانات يرسله الأمر {command}.',
  'work.peopleText': 'لا يفتح المسؤولون ملفات. سجّل كل شخص يفتحها، ثم ادعُه.',
  'work.invite': 'سجّل الأشخاص',
  'work.empty.mine': 'تظهر هنا الملفات المسندة إليك.',
  'work.empty.unit': 'تظهر هنا الملفات المفتوحة لوحدتك.',
  'work.empty.unassigned': 'تظهر هنا الملفات المفتوحة غير المسندة إلى أحد.',
  'work.empty.waiting': 'تظهر هنا الملفات التي تنتظر خطوة من أحد أدوارك.',
  'work.empty.dueSoon': 'تظهر هنا الملفات التي يحين أحد مواعيدها خلال 7 أيام.',
  'work.empty.overdue': 'تظهر هنا الملفات التي فات أحد مواعيدها.',
  'work.empty.closed': 'تظهر هنا الملفات بعد إغلاقها.',
  'work.empty.all': 'يظهر هنا كل ملف يمكنك رؤيته.',
};
