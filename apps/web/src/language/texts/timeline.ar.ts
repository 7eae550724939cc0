import type { Message } from '../message.js';
import type { timelineEn } from './timeline.en.js';

/** The same in Arabic. */
export const timelineAr: Readonly<Record<keyof typeof timelineEn, Message>> = {
  'timeline.filter': 'التصفية بحدث أو شخص',
  'timeline.gap': '{span} بلا حدث',
  'timeline.nothing': 'لا حدث يوافق.',
  'timeline.earlier': 'اعرض أحداثًا أقدم',
  'timeline.only': 'فقط: {event}',
  'timeline.all': 'اعرض كل الأحداث',
  'timeline.ofThisType': 'أحداث من هذا النوع فقط',
  'timeline.confirmedBy': 'أكّده',
  'timeline.recordedAt': 'سُجّل',
  'timeline.number': 'الرقم',
  'timeline.position': '{revision} في الملف، {position} في السجل',
  'timeline.importedBy': 'استورده',
  'timeline.erased': 'مُحيت القيم الشخصية لهذا الحدث في {time}.',
  'timeline.broke': 'سُجّل مع أنه يخالف قاعدة: {rules}',
};
