import { languages, type Language, type Workflow } from '@safeconduct/workflow';

export type BothLanguages = Readonly<Record<Language, string>>;

/** A text in every language; a missing one says its code. */
export const inBoth = (
  workflow: Workflow,
  find: (texts: Workflow['texts'][Language]) => string | undefined,
  code: string,
): BothLanguages =>
  Object.fromEntries(
    languages.map((language) => [language, find(workflow.texts[language]) ?? code]),
  ) as BothLanguages;
