import type { Issue, ProblemCode } from '@safeconduct/contracts';
import { fillText, type GuardRefusal, type Language, type Workflow } from '@safeconduct/workflow';
import ar from './problems.ar.json' with { type: 'json' };
import en from './problems.en.json' with { type: 'json' };

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
  /** Messages of rules that a field can break, by code, where the rule itself has none in this language. */
  readonly issues: Readonly<Record<string, string>>;
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
  language: Language,
  kind?: DetailKind,
): string {
  const { details, detailsOfReading, detailsOfViews, titles } = catalogues[language];
  const shown = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, shownValue(value, language)]),
  );
  const ofKind = { reading: detailsOfReading, views: detailsOfViews };
  const text = (kind && ofKind[kind][code]) ?? details[code] ?? titles[code];
  return fillText(text, shown);
}

/** The issues in the caller's language. The rules themselves speak English. */
export function issuesIn(issues: readonly Issue[], language: Language): readonly Issue[] {
  if (language === 'en') return issues;
  const { issues: texts } = catalogues[language];
  return issues.map((issue) => ({ ...issue, message: texts[issue.code] ?? texts['other'] ?? issue.message }));
}

/** A guard that failed, with its text in the caller's language. */
export function failedGuard(refusal: GuardRefusal, workflow: Workflow | undefined, language: Language) {
  const text = workflow?.texts[language].codes[refusal.code] ?? refusal.code;
  return { ...refusal, message: fillText(text, refusal.inputs) };
}

/** A list of values, written as part of a sentence. */
function shownValue(value: unknown, language: Language): unknown {
  if (!Array.isArray(value)) return value;
  const shown = value.map((one: unknown) => (typeof one === 'string' ? one : textOf(one)));
  return shown.join(language === 'ar' ? '؛ ' : '; ');
}

function textOf(value: unknown): string {
  const { path, message } = value as { readonly path?: string; readonly message?: string };
  return path === undefined || path === '' ? (message ?? '') : `${path}: ${message ?? ''}`;
}
