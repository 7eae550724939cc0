import type { Message } from '../message.js';
import type { keysEn } from './keys.en.js';

/** The texts of the sheet of shortcuts, in Arabic. */
export const keysAr: Readonly<Record<keyof typeof keysEn, Message>> = {
  'keys.title': 'اختصارات لوحة المفاتيح',
  'keys.note': 'الحروف هي حروف لوحة إنجليزية، وهي في اللوحة العربية المفاتيح نفسها في مواضعها.',
  'keys.everywhere': 'في كل مكان',
  'keys.list': 'في القائمة',
  'keys.case': 'في الملف',
  'keys.form': 'في الاستمارة',
  'keys.palette': 'بحث',
  'keys.sheet': 'هذه القائمة',
  'keys.close': 'إغلاق النافذة',
  'keys.move': 'الانتقال بين الصفوف',
  'keys.open': 'فتح الملف',
  'keys.intoList': 'إلى القائمة، ثم إلى أسفل وإلى أعلى',
  'keys.peek': 'عرض الملف بجانب القائمة',
  'keys.filter': 'التصفية بنص',
  'keys.act': 'بدء الإجراء الذي له هذا الرقم',
  'keys.timeline': 'التسلسل الزمني',
  'keys.diagram': 'المخطط',
  'keys.next': 'الملف التالي في القائمة',
  'keys.previous': 'الملف السابق في القائمة',
  'keys.copy': 'نسخ رقم الملف',
  'keys.submit': 'المراجعة أو التسجيل',
  'keys.play': 'تشغيل وإيقاف مؤقت',
  'keys.step': 'حدث إلى الوراء أو الأمام، في اتجاه القراءة',
  'keys.change': 'تغيّر الحالة السابق والتالي',
  'keys.ends': 'أول حدث وآخر حدث',
  'keys.select': 'تحديد الملف',
  'keys.selectDown': 'التحديد نحو الأسفل',
  'keys.selectUp': 'التحديد نحو الأعلى',
};
