import type { saveListEn } from './save-list.en.js';

/** Texts of the window in which a list is saved, in Arabic. */
export const saveListAr: Readonly<Record<keyof typeof saveListEn, string>> = {
  'saved.what': 'يُحفظ العرض والتصفية والترتيب، ولا يُحفظ نص البحث لأنه قد يكون اسمًا.',
  'saved.name': 'اسم القائمة',
  'saved.replaces': 'تحل محل قائمتك بهذا الاسم.',
  'saved.sharing': 'من يجدها',
  'saved.sharing.nobody': 'أنا فقط',
  'saved.sharing.unit': 'أفراد وحدتي',
  'saved.sharing.everybody': 'الجميع',
  'saved.submit': 'حفظ',
  'saved.remove': 'حذف',
  'saved.removeNamed': 'حذف {name}',
};
