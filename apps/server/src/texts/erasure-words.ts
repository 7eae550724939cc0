import type { Language } from '@safeconduct/workflow';

/** What a certificate of an erasure and its checks say, by language. */
export interface ErasureWords {
  readonly title: (reference: string, caseId: string) => string;
  readonly statuses: Readonly<Record<'destroyed' | 'pending', string>>;
  readonly decided: (at: string, by: string, confirmedBy: string) => string;
  readonly destroyed: (keyId: string, at: string) => string;
  readonly event: (type: string, position: string, hash: string) => string;
  readonly sealed: (parts: number, dataClass: string) => string;
  readonly inLog: (log: string) => string;
  readonly howToVerify: string;
  readonly verification: (caseId: string) => readonly string[];
  readonly none: string;
  readonly notLooked: string;
  readonly found: (value: number, form: string, where: string) => string;
  readonly clean: (values: number, places: number, bytes: number) => string;
  readonly notClean: (count: number) => string;
  readonly checks: Readonly<Record<ErasureCheck, { readonly holds: string; readonly fails: string }>>;
}

/** What is compared when a certificate is verified. */
export type ErasureCheck = 'decision' | 'destruction' | 'keys';

const english: ErasureWords = {
  title: (reference, caseId) => `Certificate of erasure: ${reference} (case ${caseId})`,
  statuses: { destroyed: 'the keys are destroyed', pending: 'decided; the keys are being destroyed' },
  decided: (at, by, confirmedBy) => `decided on ${at} by ${by}, confirmed by ${confirmedBy}`,
  destroyed: (keyId, at) => `key ${keyId} destroyed on ${at}`,
  event: (type, position, hash) => `${type}, position ${position}, SHA-256 ${hash}`,
  sealed: (parts, dataClass) => `sealed parts that nobody can open any more: ${parts} (${dataClass})`,
  inLog: (log) => `log ${log}`,
  howToVerify: 'How to verify it:',
  verification: (caseId) => [
    'Keep this file as JSON: safeconduct --json erasure certificate CASE.',
    'safeconduct erasure verify FILE compares it with a log and its key store: both events, their hashes, and that the key store has no key of this id.',
    `safeconduct --json history ${caseId} shows the events: where personal texts were, they say "erased".`,
    'safeconduct erasure scan looks for given texts in every file and table of the installation.',
  ],
  none: 'nobody was erased',
  notLooked: 'not looked into',
  found: (value, form, where) => `found: value ${value} as ${form} in ${where}`,
  clean: (values, places, bytes) =>
    `none of the values (${values}) was found; places: ${places}, bytes: ${bytes}`,
  notClean: (count) => `found in ${count} places; what to do: docs/how-to/erase-a-person.md`,
  checks: {
    decision: {
      holds: 'the decision is in the log as the certificate has it',
      fails: 'the decision is not in this log, or is another one there',
    },
    destruction: {
      holds: 'the log says that the keys were destroyed, as the certificate has it',
      fails: 'the log does not say that the keys were destroyed, or says it differently',
    },
    keys: {
      holds: 'the key store has a tombstone and no key',
      fails: 'the key store still has the key: start the server, which destroys it again',
    },
  },
};

const arabic: ErasureWords = {
  title: (reference, caseId) => `شهادة محو بيانات: ${reference} (الملف ${caseId})`,
  statuses: { destroyed: 'أُتلفت المفاتيح', pending: 'تقرر المحو، وإتلاف المفاتيح جارٍ' },
  decided: (at, by, confirmedBy) => `قرره ${by} في ${at} وأكده ${confirmedBy}`,
  destroyed: (keyId, at) => `أُتلف المفتاح ${keyId} في ${at}`,
  event: (type, position, hash) => `${type}، الموضع ${position}، SHA-256 ${hash}`,
  sealed: (parts, dataClass) => `أجزاء مختومة لا يمكن لأحد فتحها: ${parts} (${dataClass})`,
  inLog: (log) => `السجل ${log}`,
  howToVerify: 'كيفية التحقق:',
  verification: (caseId) => [
    'يُحفظ هذا الملف بصيغة JSON: safeconduct --json erasure certificate CASE.',
    'الأمر safeconduct erasure verify FILE يقارنه بالسجل وبمخزن المفاتيح: الحدثين وبصمتيهما، وخلو المخزن من المفتاح.',
    `الأمر safeconduct --json history ${caseId} يعرض الأحداث، وفيها «erased» مكان النصوص الشخصية.`,
    'الأمر safeconduct erasure scan يبحث عن نصوص معيّنة في كل ملفات التثبيت وجداوله.',
  ],
  none: 'لم تُمحَ بيانات أحد',
  notLooked: 'لم يُفحص',
  found: (value, form, where) => `وُجدت القيمة ${value} بصيغة ${form} في ${where}`,
  clean: (values, places, bytes) =>
    `لم توجد أي من القيم (${values})؛ عدد المواضع: ${places}، عدد البايتات: ${bytes}`,
  notClean: (count) => `عدد المواضع التي وُجدت فيها: ${count}؛ انظر docs/how-to/erase-a-person.md`,
  checks: {
    decision: { holds: 'القرار في السجل كما في الشهادة', fails: 'القرار ليس في هذا السجل أو يختلف عما فيه' },
    destruction: {
      holds: 'السجل يذكر إتلاف المفاتيح كما في الشهادة',
      fails: 'السجل لا يذكر إتلاف المفاتيح أو يذكره على نحو آخر',
    },
    keys: {
      holds: 'في مخزن المفاتيح علامة الإتلاف ولا مفتاح فيه',
      fails: 'المفتاح ما زال في المخزن: عند تشغيل الخادم يُتلف من جديد',
    },
  },
};

export const erasureWords: Readonly<Record<Language, ErasureWords>> = { en: english, ar: arabic };
