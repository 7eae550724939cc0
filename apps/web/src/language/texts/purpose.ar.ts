import type { purposeEn } from './purpose.en.js';

/** Texts of what somebody reads for, in Arabic. */
export const purposeAr: Readonly<Record<keyof typeof purposeEn, string>> = {
  'purpose.title': 'لأي غرض تطّلع؟',
  'purpose.text':
    'قد ترى لغرض آخر ملفات أخرى، وبيانات أقل منها أو أكثر. يُقيَّد ما تختاره مع كل اطلاع، ويسري في هذا التبويب حتى تختار غيره أو تسجّل الخروج.',
  'purpose.for': 'تطّلع لغرض',
  'purpose.usual': '{purpose} (المعتاد)',
  'purpose.take': 'الاطلاع لهذا الغرض',
  'purpose.cancel': 'إلغاء',
  'purpose.lost': 'تغيّرت أدوارك: لم يعد بإمكانك الاطلاع للغرض الذي اخترته.',
  'missing.either': 'إما أنه لا يوجد ملف كهذا، وإما أنه ليس لك أن تراه: والجواب واحد في الحالتين.',
  'purpose.elsewhere': 'قد تراه لغرض آخر.',
  'purpose.change': 'اختيار غرض الاطلاع…',
};
