import type { AnyWorkflowSource } from '../define-workflow.js';
import { columnText, fieldText, languages, noTexts, type Language, type Texts } from '../texts.js';
import { uncalled } from '../labels/labels.js';
import { remembered } from '../remembered.js';
import { sections, textKeysOf, type Section, type TextKeys, type ViewColumn } from './text-keys.js';

/** The names of a workflow by section, each once, in the order in which the workflow has them. */
export type Names = Readonly<Record<Section, readonly string[]>>;

/** Every name that people read: those that must have a text, and those that have one in some language. */
export const namesToWrite = remembered((source: AnyWorkflowSource): Names => {
  const keys = textKeysOf(source);
  const fields = keys.fields.map(({ field }) => field);
  const views = [...keys.required.views, ...keys.columns.map(headOf)];
  const names = { ...keys.required, fields, views, hints: [], facts: namesOfValues(keys) };
  return eachSection((section) => [...new Set([...names[section], ...saidSomewhere(source, section, keys)])]);
});

/** The names among them that have no text in one language; an empty text counts as none. */
export function missingNames(source: AnyWorkflowSource, language: Language): Names {
  const keys = textKeysOf(source);
  const texts = textsIn(source, language);
  const names = namesToWrite(source);
  // The label of a field that is missing itself will be the head of a column of that name too.
  const labels = new Set(keys.fields.map(({ field }) => field));
  const named = new Set(
    keys.columns
      .filter(({ view, column }) => labels.has(column) || !isBlank(columnText(texts, view, column)))
      .map(headOf),
  );
  const unnamed = new Set(unnamedFields(texts, keys).map(({ field }) => field));
  // What a field of a form lacks is said of the field.
  const nameless = new Set(uncalled(texts, keys.values).filter((name) => !labels.has(name)));
  return eachSection((section) =>
    names[section].filter((name) => {
      if (section === 'fields') return unnamed.has(name);
      if (section === 'facts') return nameless.has(name) || isHalfSaid(source, language, name);
      return isBlank(texts[section][name]) && !named.has(name);
    }),
  );
}

/** What can lack a text among values: all that nothing calls where no text is written yet. */
const namesOfValues = ({ values }: TextKeys): readonly string[] => uncalled(noTexts, values);

/** A fact that one language calls by a text of its own has one in the other as well. */
const isHalfSaid = (source: AnyWorkflowSource, language: Language, name: string): boolean =>
  isBlank(textsIn(source, language).facts[name]) &&
  languages.some((other) => !isBlank(textsIn(source, other).facts[name]));

/** Where the head of a column stands among the texts of views. */
const headOf = ({ view, column }: ViewColumn): string => `${view}.${column}`;

/** The fields of forms that have neither a text of their own nor one that all commands share. */
export const unnamedFields = (texts: Texts, { fields }: TextKeys): TextKeys['fields'] =>
  fields.filter(({ command, field }) => isBlank(fieldText(texts, command, field)));

/** What is missing besides names. */
export const missingHeads = (source: AnyWorkflowSource, language: Language) =>
  (['title', 'description'] as const).filter((head) => isBlank(textsIn(source, language)[head]));

/** The texts of a language as the author wrote them, with every section. */
export const textsIn = ({ texts }: Pick<AnyWorkflowSource, 'texts'>, language: Language): Texts => ({
  ...noTexts,
  ...texts[language],
});

/** Whether there is no text, or the empty one of a skeleton. */
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/**
 * Outcomes, facilities and the rules of the chart may have a text; a text in one language must exist in the
 * other.
 */
function saidSomewhere(
  source: AnyWorkflowSource,
  section: Section,
  { optional }: TextKeys,
): readonly string[] {
  if (section === 'fields') return [];
  const said = languages.flatMap((language) => Object.keys(textsIn(source, language)[section]));
  return section === 'values' || section === 'facts'
    ? said
    : said.filter((key) => optional[section]?.includes(key));
}

const eachSection = (names: (section: Section) => readonly string[]): Names =>
  Object.fromEntries(sections.map((section) => [section, names(section)])) as unknown as Names;
