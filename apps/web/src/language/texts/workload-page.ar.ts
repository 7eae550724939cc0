import type { Message } from '../message.js';
import type { workloadPageEn } from './workload-page.en.js';

/** Texts of the screen of the workload, in Arabic. */
export const workloadPageAr: Readonly<Record<keyof typeof workloadPageEn, Message>> = {
  'workload.lead': 'الملفات المفتوحة التي تراها بحسب الموظف. كل رقم يقود إلى ملفاته.',
  'workload.empty': 'لا يوجد ملف مفتوح تراه، ولا موظف.',
  'workload.emptyText': 'يظهر الموظفون هنا مع أول ملف لهم تراه.',
  'workload.bar': 'قياسًا إلى أكبر عبء',
  'workload.open': 'مفتوحة',
  'workload.overdue': 'متأخرة',
  'workload.dueSoon': 'تستحق خلال 7 أيام',
  'workload.waitingOnThem': 'بانتظار الموظف',
  'workload.unknown': '–',
  'workload.legend': 'أجزاء الشريط',
  'workload.part.overdue': 'متأخرة',
  'workload.part.dueSoon': 'تستحق خلال 7 أيام',
  'workload.part.later': 'بعد ذلك أو بلا موعد',
  'workload.left': 'غادر الخدمة',
  'workload.give': 'الإعطاء لآخرين',
  'workload.giveCases': 'إعطاء ملفات…',
  'workload.giveOf': 'إعطاء ملفات {officer}…',
};
