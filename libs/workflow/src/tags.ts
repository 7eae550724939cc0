import { compareText } from './text-order.js';

/** Closed lists of codes by which cases are listed and counted: `{ intention: ['return', 'stay'] }`. */
export type TagLists = Readonly<Record<string, readonly string[]>>;

/** The code of a case in each list; a list of which it has none is left out. */
export type Tags = Readonly<Record<string, string>>;

/** Stands between two tags, and between a name and its code. Neither is in a name or a code (`checkSummary`). */
const [between, is] = [';', '='];

/**
 * Tags as one text, `category=CIVILIAN;intention=refuse`, by name: how they are recorded and how cells hold them. The
 * same tags are the same text. Empty without any.
 */
export const tagsText = (tags: Readonly<Record<string, string | undefined>>): string =>
  Object.keys(tags)
    .filter((name) => tags[name] !== undefined)
    .sort(compareText)
    .map((name) => tagText(name, tags[name] ?? ''))
    .join(between);

/** One tag as it stands in the text of all of them. */
export const tagText = (name: string, code: string): string => `${name}${is}${code}`;

/** The tags in a text that `tagsText` made. */
export const readTags = (text: string): Tags =>
  text === ''
    ? {}
    : Object.fromEntries(text.split(between).map((tag) => tag.split(is, 2)) as [string, string][]);
