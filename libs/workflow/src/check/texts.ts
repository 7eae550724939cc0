import type { AnyWorkflowSource } from '../define-workflow.js';
import { compareText } from '../text-order.js';
import { fieldText, languages, type Language } from '../texts.js';
import { finder, type Finding } from './finding.js';
import { textKeysOf, type Section, type TextKeys } from './text-keys.js';

/** Every name people read has a text in every language, and no text is left over from a name that is gone. */
export function checkTexts(source: AnyWorkflowSource): readonly Finding[] {
  const keys = textKeysOf(source);
  return languages.flatMap((language) => [
    ...missing(source, language, keys),
    ...superfluous(source, language, keys),
    ...differentPlaceholders(source, language),
  ]);
}

function missing(source: AnyWorkflowSource, language: Language, keys: TextKeys): readonly Finding[] {
  const texts = source.texts[language];
  const blank = (section: Exclude<Section, 'fields'>) =>
    [...new Set([...keys.required[section], ...saidSomewhere(source, section, keys)])]
      .filter((key) => isBlank(texts[section][key]))
      .map((key) => `${section}.${key}`);
  const lacking = [
    ...(['title', 'description'] as const).filter((head) => isBlank(texts[head])),
    ...Object.keys(keys.required).flatMap((section) => blank(section as keyof TextKeys['required'])),
    ...keys.fields
      .filter(({ command, field }) => isBlank(fieldText(texts, command, field)))
      .map(({ command, field }) => `fields.${command}.${field}`),
  ];
  const report = finder(source, fileOf(language));
  return lacking.map((key) => report('text-missing', `text ${key}`, 'is missing', 'write it'));
}

/**
 * Outcomes, facilities and the rules of the chart may have a text; a text in one language must exist in the
 * other.
 */
function saidSomewhere(
  source: AnyWorkflowSource,
  section: Section,
  { optional }: TextKeys,
): readonly string[] {
  const said = languages.flatMap((language) => Object.keys(source.texts[language][section]));
  return section === 'values' ? said : said.filter((key) => optional[section]?.includes(key));
}

function superfluous(source: AnyWorkflowSource, language: Language, keys: TextKeys): readonly Finding[] {
  const texts = source.texts[language];
  const fields = keys.fields.flatMap(({ command, field }) => [field, `${command}.${field}`]);
  const known: Readonly<Partial<Record<Section, readonly string[]>>> = { ...keys.required, fields };
  const leftOver = (section: Section) =>
    Object.keys(texts[section])
      .filter((key) => !known[section]?.includes(key) && !keys.optional[section]?.includes(key))
      .map((key) => `${section}.${key}`);
  const report = finder(source, fileOf(language));
  // Outcomes and facilities are computed by functions, so it is unknown which values are superfluous.
  return (Object.keys(known) as Section[])
    .filter((section) => section !== 'values')
    .flatMap(leftOver)
    .map((key) =>
      report(
        'text-superfluous',
        `text ${key}`,
        'names nothing in the workflow',
        'remove it or correct its name',
      ),
    );
}

function differentPlaceholders(source: AnyWorkflowSource, language: Language): readonly Finding[] {
  const report = finder(source, fileOf(language));
  const english = source.texts.en.codes;
  return Object.entries(source.texts[language].codes)
    .map(([code, text]) => ({
      code,
      found: placeholders(text),
      expected: placeholders(english[code] ?? text),
    }))
    .filter(({ found, expected }) => found !== expected)
    .map(({ code, expected }) =>
      report(
        'text-placeholders',
        `text codes.${code}`,
        `does not use the placeholders of the English text (${expected === '' ? 'none' : expected})`,
        'use each of them once in every language',
      ),
    );
}

const fileOf = (language: Language): string => `messages/${language}.json`;

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const placeholders = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted(compareText).join(' ');
