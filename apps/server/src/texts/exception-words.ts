import type { ExceptionList } from '@safeconduct/contracts';
import type { InputKinds, Language, Workflow } from '@safeconduct/workflow';
import { audienceOf, sentence } from './sentence.js';

export type ShownKind = ExceptionList['groups'][number]['kind'];

/** What an exception is caused by, as a sentence with values. */
export type Cause =
  | Exclude<ShownKind, 'job' | 'deadline'>
  | 'deadlineRefused'
  | 'deadlineUnanswered'
  | 'jobFailed'
  | 'jobRefused'
  | 'importRejected';

interface ExceptionWords {
  readonly none: string;
  readonly titles: Readonly<Record<ShownKind, string>>;
  /** What can be done. */
  readonly help: Readonly<Record<ShownKind, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
}

const english: ExceptionWords = {
  none: 'Nothing needs you.',
  titles: {
    stuck: 'Cases that their workflow cannot go on with',
    heard: 'Heard, and not carried out',
    erasure: 'Erasures whose keys still stand',
    views: 'Lists that lack what was recorded',
    deadline: 'Deadlines that were not carried out',
    job: 'Jobs that failed or had refusals',
    proposal: 'Proposals that expired',
    emergency: 'Emergency access to be reviewed',
    unassigned: 'Long overdue, and with nobody',
  },
  help: {
    stuck:
      'No step can be taken in these cases until the workflow is mended, or the release before runs again. Tell whoever ' +
      'keeps the workflow.',
    heard:
      'The words are on record. Send the command again as soon as the case can go on; the entry ends once it is recorded.',
    erasure:
      'The server destroys the keys as soon as the key store takes it, and tries again every second. Tell whoever runs it.',
    views: 'Lists, numbers and due dates are those of that time. Tell whoever runs the server.',
    deadline:
      'Look at the case. A refused command is sent again once something else is recorded in the case, and after a start ' +
      'of the server; one that failed is sent again by itself.',
    job: 'Open the job for each refusal, and send it again for what is left. An entry ends with that, or after 30 days.',
    proposal: 'Propose the step again where it is still wanted. An entry ends with that, or after 14 days.',
    emergency: 'Another person than the one who took the access says whether it was justified.',
    unassigned: 'Give the case to an officer.',
  },
  causes: {
    stuck: 'The workflow as it is now cannot go on: {what}.',
    heard: '{command}: it is recorded that it was said; the case could not take it.',
    erasure: 'The erasure is decided and recorded. The keys of the person are not destroyed yet.',
    views: 'Nothing that was recorded since then is in the lists.',
    deadlineRefused: '{deadline}: {command} was refused: {reason}',
    deadlineUnanswered:
      '{deadline}: {command} has no answer. No server carries out deadlines, or its log says why it failed.',
    jobFailed: '{command}: the job failed. {reason}',
    jobRefused: '{command}: refused in {rejected} of {total} cases.',
    importRejected: '{command}: {rejected} of {total} rows were rejected.',
    proposal: '{command}: proposed by {person}; nobody confirmed or rejected it in time.',
    emergency: 'Access that {person} took is over, and nobody has reviewed it.',
    unassigned: 'The earliest date passed more than seven days ago.',
  },
};

const arabic: ExceptionWords = {
  none: 'لا شيء يحتاج إليك.',
  titles: {
    stuck: 'ملفات لا يستطيع مسار العمل متابعتها',
    heard: 'أقوال سُجّلت ولم تُنفَّذ',
    erasure: 'عمليات محو لم تُتلف مفاتيحها بعد',
    views: 'قوائم ينقصها ما سُجّل',
    deadline: 'مواعيد لم تُنفَّذ',
    job: 'مهام أخفقت أو فيها حالات رفض',
    proposal: 'اقتراحات انتهت مدتها',
    emergency: 'وصول طارئ ينتظر المراجعة',
    unassigned: 'تأخّر طويل دون موظف مسؤول',
  },
  help: {
    stuck:
      'لا يمكن اتخاذ أي خطوة في هذه الملفات حتى يُصلَح مسار العمل أو يُشغَّل الإصدار السابق. أبلغ المسؤول عن مسار العمل.',
    heard: 'الأقوال محفوظة. أرسل الأمر مرة أخرى حالما يمكن متابعة الملف؛ ويزول البند عند تسجيله.',
    erasure:
      'يُتلف الخادم المفاتيح حالما يقبل مخزن المفاتيح ذلك، ويعيد المحاولة كل ثانية. أبلغ المسؤول عن تشغيله.',
    views: 'القوائم والأعداد والمواعيد تعود إلى ذلك الوقت. أبلغ المسؤول عن تشغيل الخادم.',
    deadline:
      'اطّلع على الملف. يُرسَل الأمر المرفوض مرة أخرى بعد تسجيل شيء آخر في الملف أو بعد إعادة تشغيل الخادم؛ أما الأمر الذي أخفق فيُعاد إرساله تلقائيًا.',
    job: 'افتح المهمة للاطلاع على كل رفض، وأعد إرسالها لما تبقى. ويزول البند بذلك أو بعد ٣٠ يومًا.',
    proposal: 'اقترح الخطوة مرة أخرى إن كانت لا تزال مطلوبة. ويزول البند بذلك أو بعد ١٤ يومًا.',
    emergency: 'يقرّر شخص آخر غير الذي أخذ الوصول ما إذا كان مبرَّرًا.',
    unassigned: 'أسند الملف إلى موظف.',
  },
  causes: {
    stuck: 'لا يستطيع مسار العمل بصيغته الحالية المتابعة: {what}.',
    heard: '{command}: سُجّل أنه قيل، ولم يقبله الملف.',
    erasure: 'تقرّر المحو وسُجّل، ولم تُتلف مفاتيح الشخص بعد.',
    views: 'لا يظهر في القوائم شيء مما سُجّل منذ ذلك الوقت.',
    deadlineRefused: '{deadline}: رُفض {command}: {reason}',
    deadlineUnanswered:
      '{deadline}: لا جواب على {command}. لا يوجد خادم ينفّذ المواعيد، أو أن سجلّ الخادم يبيّن سبب الإخفاق.',
    jobFailed: '{command}: أخفقت المهمة. {reason}',
    jobRefused: '{command}: عدد الملفات المرفوضة {rejected} من أصل {total}.',
    importRejected: '{command}: عدد الصفوف المرفوضة {rejected} من أصل {total}.',
    proposal: '{command}: اقترحه {person}، ولم يؤكّده أحد أو يرفضه في الوقت المحدد.',
    emergency: 'انتهى الوصول الذي أخذه {person} ولم يراجعه أحد.',
    unassigned: 'مضى أقرب المواعيد منذ أكثر من سبعة أيام.',
  },
};

/** What is said of exceptions, by language. */
export const exceptionWords: Readonly<Record<Language, ExceptionWords>> = { en: english, ar: arabic };

const kinds: InputKinds = { command: 'command', deadline: 'deadline' };

/** Why something is an exception, in one or two sentences. */
export const causeText = (
  cause: Cause,
  values: Readonly<Record<string, unknown>>,
  { workflow, language }: { readonly workflow: Workflow | undefined; readonly language: Language },
): string =>
  sentence(exceptionWords[language].causes[cause], { values, kinds }, audienceOf(workflow, language));

const pages: Readonly<Record<ShownKind, string>> = {
  stuck: 'docs/how-to/change-a-workflow-in-use.md',
  heard: 'docs/how-to/see-what-needs-you.md',
  erasure: 'docs/how-to/erase-a-person.md',
  views: 'docs/how-to/rebuild-views.md',
  deadline: 'docs/how-to/see-what-needs-you.md',
  job: 'docs/how-to/see-what-needs-you.md',
  proposal: 'docs/how-to/confirm-as-second-person.md',
  emergency: 'docs/how-to/take-emergency-access.md',
  unassigned: 'docs/how-to/share-out-cases.md',
};

/** The page of the documentation that says more of a kind. */
export const pageOf = (kind: ShownKind): string => pages[kind];
