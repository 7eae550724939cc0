import type { Message } from '../message.js';
import type { documentsEn } from './documents.en.js';

/** The same in Arabic. */
export const documentsAr: Readonly<Record<keyof typeof documentsEn, Message>> = {
  'documents.lead':
    'تُحفظ الوثائق في مكان آخر، والمسجَّل هنا بصمة كل منها، وبها يُعرف إن كان الملف الرقمي ما زال كما هو.',
  'documents.none': 'لا وثيقة مسجَّلة في هذا الملف.',
  'documents.noneText': 'النموذج الذي يطلب وثيقة يسجّل بصمتها.',
  'documents.check': 'هل هذا الملف الرقمي إحدى هذه الوثائق؟',
  'documents.same': 'هو هذه الوثيقة بلا تغيير.',
  'documents.other': 'ليس إحدى هذه الوثائق، أو أنه غُيّر.',
  'documents.unreadable': 'تعذّرت قراءة الملف الرقمي. اختره مرة أخرى.',
};
