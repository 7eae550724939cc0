import {
  fillText,
  inputText,
  type InputKind,
  type InputKinds,
  type Language,
  type Texts,
  type Workflow,
} from '@safeconduct/workflow';
import { apart, isolated, shownText } from '../console/shown-text.js';
import { shownTime, type TimeReader } from './shown-time.js';

/** Who reads a sentence: the language, the zone of its times, and the texts in which its codes are said. */
export interface Audience extends TimeReader {
  /** Left out, a code stands for itself. */
  readonly texts?: Texts | undefined;
}

/** Somebody who reads of a case: the times are those of its workflow. */
export const audienceOf = (workflow: Workflow | undefined, language: Language): Audience => ({
  language,
  zone: workflow?.zone ?? 'UTC',
  texts: workflow?.texts[language],
});

type Values = Readonly<Record<string, unknown>>;

/**
 * Puts values into a text as its readers read them. Whatever was recorded, no value turns the direction of what stands
 * beside it.
 */
export function sentence(text: string, { values, kinds }: Filled, audience: Audience): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    shownValue(value, kinds[name], audience),
  ]);
  return fillText(text, Object.fromEntries(shown) as Values);
}

interface Filled {
  readonly values: Values;
  /** What the values are, by name; a name without a kind stands as it is. */
  readonly kinds: InputKinds;
}

/** One value, or a list joined as the language joins it, as it stands in a sentence. */
export function shownValue(value: unknown, kind: InputKind | undefined, audience: Audience): string {
  const { language } = audience;
  const one = (each: unknown) => placedIn(language, shownOne(each, kind, audience));
  if (!Array.isArray(value)) return one(value);
  if (value.length === 0) return one(null);
  // Made where a list is written: few processes write one, and the first one costs much.
  const parts = new Intl.ListFormat(listLocales[language]).formatToParts(value.map(String));
  return parts.map(({ type, value: part }) => (type === 'element' ? one(part) : part)).join('');
}

function shownOne(value: unknown, kind: InputKind | undefined, audience: Audience): string {
  const say = words[audience.language];
  if (value === null || value === undefined) return say.none;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (kind === 'time') return shownTime(text, audience);
  const found = kind && audience.texts && inputText(audience.texts, kind, text);
  return found ?? shownText(text);
}

/** In an Arabic sentence every value is a unit of its own; in an English one those with letters of the other direction. */
const placedIn = (language: Language, text: string): string =>
  language === 'ar' ? apart(text) : isolated(text);

const listLocales = { en: 'en-GB', ar: 'ar' } as const;

const words = {
  en: { none: 'none', yes: 'yes', no: 'no' },
  ar: { none: 'لا شيء', yes: 'نعم', no: 'لا' },
} as const;
