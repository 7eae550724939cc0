import type { Message } from '../message.js';
import type { verificationEn } from './verification.en.js';

/** The texts of checks of the log, in Arabic. */
export const verificationAr: Readonly<Record<keyof typeof verificationEn, Message>> = {
  'verification.lead': 'تُفحص السجلات كلها وكل ما يُستخرج منها، ويستمر العمل في أثناء ذلك.',
  'verification.forbidden': 'لا يطلب فحص السجل إلا المدققون ومسؤولو حماية البيانات والمديرون.',
  'verification.forbiddenText': 'يستطيع من يمنح الأدوار أن يخبرك من هم.',
  'verification.what': 'ما يثبته الفحص وما لا يثبته',
  'verification.shows.log':
    'يُقرأ كل حدث من جديد: يوافق شكله، ويقف في موضعه، ويتبع الحدث الذي قبله. ويظهر كل حدث غُيِّر أو حُذف أو أُدخل لاحقًا.',
  'verification.shows.decisions':
    'يُعاد كل ملف خطوة خطوة: كان الإجراء ممكنًا في حالته، وكان الدور مسموحًا به، وأجازته كل القواعد.',
  'verification.shows.views': 'تُبنى كل القوائم والأرقام من السجل من جديد وتُقارن بما يُعرض.',
  'verification.shows.reads': 'سجل من اطّلع وعلى ماذا كامل، ويتبع بعضه بعضًا بالطريقة نفسها.',
  'verification.not':
    'لا يثبت الفحص أن ما سُجِّل صحيح، ولا يكشف سجلًا استبدله كله من له وصول إلى الخادم، ما لم يكن آخره قد دُوِّن في مكان آخر.',
  'verification.help': 'المزيد في التوثيق:',
  'verification.start': 'فحص السجل الآن',
  'verification.none': 'لم يُفحص السجل هنا بعد.',
  'verification.noneText': 'يبقى كل فحص في هذه القائمة مع من بدأه وما وجده.',
  'verification.of': 'فحص {time}',
  'verification.cancel': 'إلغاء الفحص',
  'verification.step.log': 'تُفحص الأحداث والقرارات',
  'verification.step.reads': 'يُفحص سجل الاطلاع',
  'verification.step.views': 'تُقارن القوائم والأرقام',
  'verification.sound': 'لم يُعثر على خلل',
  'verification.problems': {
    zero: 'لم يُعثر على خلل',
    one: 'عُثر على خلل واحد',
    two: 'عُثر على خللين',
    few: 'عُثر على {count} مواضع خلل',
    many: 'عُثر على {count} موضع خلل',
    other: 'عُثر على {count} موضع خلل',
  },
  'verification.counts': 'الأحداث: {events}. الملفات: {cases}.',
  'verification.reads': 'قيود سجل الاطلاع: {count}.',
  'verification.otherDefinitions': {
    zero: 'لم يُتَّخذ قرار وفق تعريف سابق.',
    one: 'اتُّخذ القرار في حدث واحد وفق تعريف سابق لسير العمل، فلم يُعَد فحص دوره وقواعده.',
    two: 'اتُّخذ القرار في حدثين وفق تعريف سابق لسير العمل، فلم يُعَد فحص دوريهما وقواعدهما.',
    few: 'اتُّخذ القرار في {count} أحداث وفق تعريف سابق لسير العمل، فلم يُعَد فحص أدوارها وقواعدها.',
    many: 'اتُّخذ القرار في {count} حدثًا وفق تعريف سابق لسير العمل، فلم يُعَد فحص أدوارها وقواعدها.',
    other: 'اتُّخذ القرار في {count} حدث وفق تعريف سابق لسير العمل، فلم يُعَد فحص أدوارها وقواعدها.',
  },
  'verification.damaged':
    'تعذّرت قراءة السجل إلى آخره، فلم يُقارن به شيء آخر. استعِد نسخة احتياطية أو اسأل من يشغّل الخادم.',
  'verification.found': {
    zero: 'لا خلل',
    one: 'عرض الخلل',
    two: 'عرض موضعي الخلل',
    few: 'عرض {count} مواضع خلل',
    many: 'عرض {count} موضع خلل',
    other: 'عرض {count} موضع خلل',
  },
  'verification.what.head': 'ما الخلل',
  'verification.position': 'الموضع',
  'verification.recordedAt': 'سُجِّل في',
  'verification.case': 'الملف',
  'verification.toCase': 'فتح الملف',
  'verification.first': {
    zero: 'من أصل {total}.',
    one: 'الأول من أصل {total}.',
    two: 'الأولان من أصل {total}.',
    few: 'أول {count} من أصل {total}.',
    many: 'أول {count} من أصل {total}.',
    other: 'أول {count} من أصل {total}.',
  },
};
