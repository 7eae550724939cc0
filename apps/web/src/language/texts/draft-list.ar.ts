import type { Message } from '../message.js';
import type { draftListEn } from './draft-list.en.js';

/** The texts of the screen of drafts, in Arabic. */
export const draftListAr: Readonly<Record<keyof typeof draftListEn, Message>> = {
  'drafts.lead': 'نماذج بدأتَ تعبئتها ولم ترسلها. لا يراها غيرك، وتُحفظ كل مسودة 30 يومًا.',
  'drafts.none': 'لم تبدأ تعبئة أي نموذج.',
  'drafts.noneText': 'يُحفظ ما تكتبه في نموذج أي إجراء في أثناء الكتابة، وتجده هنا إلى أن ترسله.',
  'drafts.what': 'الإجراء',
  'drafts.case': 'الملف',
  'drafts.state': 'حالة الملف',
  'drafts.kept': 'حُفظت',
  'drafts.actions': 'لا حاجة إليها',
  'drafts.unseen': 'ملف لم تعد تراه',
  'drafts.throwAway': 'تخلّص منها',
  'drafts.throwAwayOf': 'تخلّص منها: {title}',
  'drafts.question': 'يضيع عندها ما كتبته، ولا يتغير شيء في الملف.',
  'drafts.keep': 'أبقِها',
};
