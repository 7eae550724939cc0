import type { AnyWorkflowSource } from '../define-workflow.js';
import { compareText } from '../text-order.js';
import { languages, type Language } from '../texts.js';
import { finder, type Finding } from './finding.js';
import { textKeysOfPath } from '../labels/labels.js';
import { checkFacts } from './facts.js';
import { checkInputs } from './inputs.js';
import { isBlank, missingHeads, missingNames, textsIn, unnamedFields } from './missing-texts.js';
import { sections, textKeysOf, type Section, type TextKeys } from './text-keys.js';

/** Every name people read has a text in every language, none is left over, and what texts show of a case has a kind. */
export function checkTexts(source: AnyWorkflowSource): readonly Finding[] {
  const keys = textKeysOf(source);
  return [
    ...languages.flatMap((language) => [
      ...missing(source, language, keys),
      ...superfluous(source, language, keys),
      ...differentPlaceholders(source, language),
    ]),
    ...checkInputs(source),
    ...checkFacts(source),
  ];
}

function missing(source: AnyWorkflowSource, language: Language, keys: TextKeys): readonly Finding[] {
  const names = missingNames(source, language);
  const lacking = [
    ...missingHeads(source, language),
    ...sections
      .filter((section) => section !== 'fields')
      .flatMap((section) => names[section].map((name) => `${section}.${name}`)),
    // Which command asks for it stands in the finding, because a field may have a text for one command.
    ...unnamedFields(textsIn(source, language), keys).map(
      ({ command, field }) => `fields.${command}.${field}`,
    ),
  ];
  const report = finder(source, fileOf(language));
  return lacking.map((key) => report('text-missing', `text ${key}`, 'is missing', 'write it'));
}

function superfluous(source: AnyWorkflowSource, language: Language, keys: TextKeys): readonly Finding[] {
  const texts = textsIn(source, language);
  const fields = keys.fields.flatMap(({ command, field }) => [field, `${command}.${field}`]);
  const views = keys.columns.flatMap(({ view, column }) => [view, `${view}.${column}`]);
  const facts = keys.values.flatMap(({ path }) => textKeysOfPath(path));
  const known: Readonly<Partial<Record<Section, readonly string[]>>> = {
    ...{ ...keys.required, fields, views, facts, hints: [] },
  };
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
  const english = textsIn(source, 'en').codes;
  return Object.entries(textsIn(source, language).codes)
    .filter(([code, text]) => !isBlank(text) && !isBlank(english[code]))
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

const placeholders = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted(compareText).join(' ');
