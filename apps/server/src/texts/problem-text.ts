import type { Issue, ProblemCode } from '@safeconduct/contracts';
import {
  fillText,
  orRule,
  type GuardRefusal,
  type InputKinds,
  type Language,
  type Workflow,
} from '@safeconduct/workflow';
import ar from './problems.ar.json' with { type: 'json' };
import en from './problems.en.json' with { type: 'json' };
import { audienceOf, sentence, shownValue, type Audience } from './sentence.js';

interface Catalogue {
  readonly titles: Readonly<Record<ProblemCode, string>>;
  /**
   * The detail of one occurrence; `{name}` stands for a member. A code without a detail repeats its title.
   */
  readonly details: Readonly<Partial<Record<ProblemCode, string>>>;
  /** The detail for a request that only reads, where it differs. */
  readonly detailsOfReading: Readonly<Partial<Record<ProblemCode, string>>>;
  /** The detail where there are no views to answer from. */
  readonly detailsOfViews: Readonly<Partial<Record<ProblemCode, string>>>;
  /** Why the directory of people refuses a change. */
  readonly changeReasons: Readonly<Record<string, string>>;
  /** Messages of rules that a field can break, by code, where the rule itself has none in this language. */
  readonly issues: Readonly<Record<string, string>>;
  /** The sentences in which rules are said where they have any of their own, by the English one. */
  readonly rules: Readonly<Record<string, string>>;
}

/** What is peculiar about an occurrence: the request only reads, or there are no views to answer it from. */
export type DetailKind = 'reading' | 'views';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, ar };

/** The title of a kind of problem. */
export const problemTitle = (code: ProblemCode, language: Language): string =>
  catalogues[language].titles[code];

/** This occurrence in one or two sentences. */
export function problemDetail(
  code: ProblemCode,
  members: Readonly<Record<string, unknown>>,
  audience: Audience,
  kind?: DetailKind,
): string {
  const { details, detailsOfReading, detailsOfViews, titles } = catalogues[audience.language];
  const shown = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, shownMember(name, value, audience)]),
  );
  const ofKind = { reading: detailsOfReading, views: detailsOfViews };
  const text = (kind && ofKind[kind][code]) ?? details[code] ?? titles[code];
  return fillText(text, shown);
}

/** Whether a code says more of an occurrence than its title. */
export const hasDetail = (code: ProblemCode): boolean => catalogues.en.details[code] !== undefined;

/** Why the directory of people refuses a change, in words. */
export const changeReason = (reason: string, language: Language): string =>
  catalogues[language].changeReasons[reason] ?? reason;

/** The issues in the caller's language. The rules themselves speak English. */
export function issuesIn<Listed extends Issue>(
  issues: readonly Listed[],
  language: Language,
): readonly Listed[] {
  return language === 'en'
    ? issues
    : issues.map((issue) => ({ ...issue, message: issueText(issue, language) }));
}

/** The rule by its own sentence, else by its code and what it counts or expects, with its bounds. */
function issueText({ code, message, params = {} }: Issue, language: Language): string {
  const { issues: texts, rules } = catalogues[language];
  const said = message.split(orRule).map((rule) => rules[rule]);
  if (code !== 'required' && said.every((rule) => rule !== undefined)) return said.join(either[language]);
  const { unit, expected, minimum, allowed = [] } = params;
  const isEmpty = code === 'too_small' && unit !== undefined && minimum === 1;
  const kind = isEmpty ? 'empty' : (unit ?? expected ?? (allowed.length > 0 ? 'listed' : undefined));
  const text = (kind && texts[`${code}.${kind}`]) ?? texts[code] ?? texts['other'] ?? message;
  return fillText(text, { ...params, allowed: allowed.join(comma[language]) });
}

const either = { en: orRule, ar: '؛ أو ' } as const;
const comma = { en: ', ', ar: '، ' } as const;

/** A guard that failed, with its text in the caller's language. */
export function failedGuard(refusal: GuardRefusal, workflow: Workflow | undefined, language: Language) {
  return { ...refusal, message: codeText(refusal, workflow, language) };
}

/** What is missing where a guard failed, as a sentence. */
export function codeText(
  { code, inputs }: GuardRefusal,
  workflow: Workflow | undefined,
  language: Language,
): string {
  const audience = audienceOf(workflow, language);
  const filled = { values: inputs, kinds: workflow?.inputs ?? {} };
  // A value that the reader does not see leaves a gap.
  return sentence(audience.texts?.codes[code] ?? code, filled, audience).replace(/\{\w+\}/g, '…');
}

/** What the members of a problem are; all others are numbers and ids. */
const memberKinds: InputKinds = {
  occurredAt: 'time',
  lastOccurredAt: 'time',
  openedAt: 'time',
  asOf: 'time',
  now: 'time',
  state: 'state',
  openCommands: 'command',
  requiredRoles: 'role',
};

/** A member as a part of a sentence. Issues and failed guards are sentences themselves. */
function shownMember(name: string, value: unknown, audience: Audience): string {
  if (name === 'reason') return changeReason(String(value), audience.language);
  if (name !== 'issues' && name !== 'refusals') return shownValue(value, memberKinds[name], audience);
  return (value as readonly Said[])
    .map((said) => saidText(said, audience))
    .join(semicolons[audience.language]);
}

const semicolons = { en: '; ', ar: '؛ ' } as const;

interface Said {
  readonly path?: string;
  readonly message?: string;
}

/** A sentence about a field, behind the path of the field. */
export const saidText = ({ path = '', message = '' }: Said, audience: Audience): string =>
  path === '' ? message : `${shownValue(path, 'text', audience)}: ${message}`;
