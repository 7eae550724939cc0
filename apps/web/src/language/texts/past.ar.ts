import type { Message } from '../message.js';
import type { pastEn } from './past.en.js';

/** The same in Arabic. */
export const pastAr: Readonly<Record<keyof typeof pastEn, Message>> = {
  'age.below': {
    zero: 'أقل من {number} يوم',
    one: 'أقل من يوم',
    two: 'أقل من يومين',
    few: 'أقل من {number} أيام',
    many: 'أقل من {number} يومًا',
    other: 'أقل من {number} يوم',
  },
  'age.between': 'من {from} إلى {to} يوم',
  'age.from': {
    zero: '{number} يوم فأكثر',
    one: 'يوم فأكثر',
    two: 'يومان فأكثر',
    few: '{number} أيام فأكثر',
    many: '{number} يومًا فأكثر',
    other: '{number} يوم فأكثر',
  },
  'past.shown': 'أنت تنظر إلى نهاية {day}.',
  'state.outside': 'لم يدخلوا بعد',
  'plot.asTable': 'اعرض جدولًا',
  'plot.asPlot': 'اعرض صورة',
  'plot.csv': 'تنزيل (جدول)',
  'plot.area': 'الملفات في كل حالة يومًا بعد يوم',
  'plot.most': 'حتى {number}',
};
