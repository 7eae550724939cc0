import { isBlank, missingHeads, missingNames, namesToWrite, textsIn } from './check/missing-texts.js';
import { sections } from './check/text-keys.js';
import type { AnyWorkflowSource } from './define-workflow.js';
import { remembered } from './remembered.js';
import type { Language, Texts } from './texts.js';

type ByName = Readonly<Record<string, string>>;

/**
 * The texts of a language with an empty one for each name that has none. It counts as missing until it is written. What is
 * there stays, in its order; a new name stands behind the one that the workflow has before it.
 */
export function textSkeleton(source: AnyWorkflowSource, language: Language): Texts {
  const texts = textsIn(source, language);
  const missing = missingNames(source, language);
  const names = namesToWrite(source);
  const filled = sections.map((section) => {
    const written = texts[section];
    const toWrite = new Set(missing[section]);
    const wanted = names[section].filter((name) => toWrite.has(name) || Object.hasOwn(written, name));
    return [section, inOrder(written, wanted)] as const;
  });
  return { ...texts, ...(Object.fromEntries(filled) as unknown as Omit<Texts, 'title' | 'description'>) };
}

/** The texts in which whatever has no text stands for itself, by its name. */
export const completedTexts = remembered((source: AnyWorkflowSource): Readonly<Record<Language, Texts>> => {
  const completed = (language: Language): Texts => {
    const texts = textsIn(source, language);
    const missing = missingNames(source, language);
    const heads = missingHeads(source, language).map((head) => [head, source.name]);
    const filled = sections
      .filter((section) => missing[section].length > 0)
      .map((section) => [
        section,
        { ...texts[section], ...Object.fromEntries(missing[section].map((name) => [name, name])) },
      ]);
    return { ...texts, ...(Object.fromEntries([...heads, ...filled]) as Partial<Texts>) };
  };
  return { en: completed('en'), ar: completed('ar') };
});

/** How many names have no text, title and description included. */
export function countMissingTexts(source: AnyWorkflowSource, language: Language): number {
  const missing = missingNames(source, language);
  return missingHeads(source, language).length + Object.values(missing).flat().length;
}

function inOrder(written: ByName, wanted: readonly string[]): ByName {
  const names = Object.keys(written);
  let at = 0;
  for (const name of wanted) {
    const found = names.indexOf(name);
    if (found === -1) names.splice(at, 0, name);
    at = (found === -1 ? at : found) + 1;
  }
  return Object.fromEntries(
    names.map((name) => [name, isBlank(written[name]) ? '' : (written[name] as string)]),
  );
}
