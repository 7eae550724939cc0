import type { Message } from '../message.js';
import type { draftsEn } from './drafts.en.js';

/** The same in Arabic. */
export const draftsAr: Readonly<Record<keyof typeof draftsEn, Message>> = {
  'draft.nothing': 'ما تكتبه يُحفظ مسودةً لك وحدك.',
  'draft.waiting': 'لم تُحفظ بعد',
  'draft.kept': 'حُفظت المسودة {time}',
  'draft.failed': 'لم تُحفظ: {reason}',
  'draft.offline': 'لم تُحفظ: الخادم لا يجيب. تُحفظ حين يعود الاتصال.',
  'draft.signedOut': 'لم تُحفظ: انتهت جلستك. تُحفظ حين تسجّل الدخول من جديد.',
  'draft.unknown': 'لا يُعرف هل حُفظت مسودة من قبل: لم يُجب الخادم.',
  'draft.throwAway': 'تخلّص منها',
  'draft.throwAwayTitle': 'هل تتخلص من المسودة؟',
  'draft.throwAwayText': 'يزول عندئذ ما كتبته في «{command}» على كل جهاز.',
  'draft.throwAwayYes': 'تخلّص منها',
  'draft.throwAwayNo': 'تابع الكتابة',
  'draft.changed': 'تغيّرت المسودة على جهاز آخر',
  'draft.changedText': 'حُفظت هناك {time}. لم يُستبدل شيء. اختر ما الذي يبقى.',
  'draft.gone': 'أُرسلت المسودة أو أُزيلت على جهاز آخر',
  'draft.goneText': 'ما كتبته هنا موجود في هذه الصفحة وحدها. اختر هل يبقى.',
  'draft.field': 'الحقل',
  'draft.here': 'هنا',
  'draft.there': 'على الجهاز الآخر',
  'draft.same': 'الحقول متطابقة.',
  'draft.stayHere': 'احفظ ما هنا',
  'draft.stayThere': 'خذ ما هناك',
  'draft.letGo': 'تخلّص مما هنا',
  'draft.waits': 'مسودة من {time}',
  'draft.others': 'مسودات ما ليس ممكنًا الآن',
};
