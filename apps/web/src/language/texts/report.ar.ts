import type { reportEn } from './report.en.js';

/** Texts around the report on who dealt with a case, in Arabic. */
export const reportAr: Readonly<Record<keyof typeof reportEn, string>> = {
  'report.back': 'العودة إلى الملف',
  'report.print': 'طباعة',
  'report.save': 'حفظ كملف',
};
