import type { Message } from '../message.js';
import type { checkEn } from './check.en.js';

/** The same in Arabic. */
export const checkAr: Readonly<Record<keyof typeof checkEn, Message>> = {
  'check.title': 'راجع إجاباتك',
  'check.erases': 'هذا يتلف مفاتيح البيانات الشخصية لهذا الشخص إلى الأبد، ولا يستطيع أحد إعادتها.',
  'check.follows': 'ما يترتب عليه',
  'check.to': 'إلى',
  'check.stays': 'الحالة تبقى.',
  'check.starts': 'تبدأ: {deadline}، حتى {time}',
  'check.moves': 'تنتقل: {deadline}، إلى {time}',
  'check.ends': 'تنتهي: {deadline}',
  'check.second': 'ينتظر شخصًا ثانيًا: {roles}',
  'check.occurredAt': 'متى حدث',
  'check.back': 'تعديل',
  'conflict.text': 'تغيّر الملف وأنت تملأ الاستمارة. لم يُسجّل شيء. ما كتبته أدناه؛ انظر ما جرى وقرّر من جديد.',
  'conflict.now': 'الملف الآن في',
  'conflict.goOn': 'اطلعت عليه، تابع',
  'recorded.title': 'سُجّل',
  'recorded.number': '{reference}، الحدث {revision}',
  'recorded.proposed': 'قُدّم الاقتراح',
  'recorded.proposedText': 'ينتظر شخصًا ثانيًا. تجده في التأكيدات.',
  'recorded.back': 'العودة إلى الملف',
  'recorded.outOfSight': 'خرج الملف عمّا تراه.',
  'recorded.next': 'الملف التالي',
};
