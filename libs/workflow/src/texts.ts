/** Languages every text exists in. */
export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];

type ByName = Readonly<Record<string, string>>;

/**
 * Everything of a workflow that people read, in one language. Codes are the keys; `checkWorkflow` finds
 * missing ones, and until they are written a name stands for itself.
 */
export interface Texts {
  readonly title: string;
  readonly description: string;
  readonly roles: ByName;
  /** By dotted path. */
  readonly states: ByName;
  readonly events: ByName;
  readonly commands: ByName;
  /** Labels of command fields, by field name; `Command.field` overrides it for one command. */
  readonly fields: ByName;
  /** What to know when filling in a field, where its label does not say it; by the same names. */
  readonly hints: ByName;
  /**
   * What facts and values of events are called that are no field of a form, by name. What has parts has a text by its path,
   * or by the end of it that says enough: `assurance.instrument` or `instrument`. So has a value that would else be called
   * by that text and its name.
   */
  readonly facts: ByName;
  /** The groups of facts. */
  readonly groups: ByName;
  /** Labels of the values of choices, of facilities and outcomes. */
  readonly values: ByName;
  /**
   * By guard id: what the rule requires. A rule inside the chart may have a text under its name, for the
   * diagrams.
   */
  readonly guards: ByName;
  /** By verdict code: what is missing. `{name}` stands for an input of the verdict. */
  readonly codes: ByName;
  readonly deadlines: ByName;
  /**
   * By name of a view: its title. Under `view.column`: the head of a column, where the field of that name has no label
   * or another one.
   */
  readonly views: ByName;
  /** What lists and figures call things where it is not the usual word: see `Words`. A tag that no form asks for. */
  readonly words: ByName;
}

/** Words that stand around the texts of a workflow. */
export interface Words {
  /** Its cases, all of them together: `persons`. */
  readonly cases: string;
  /** Where a case is, as `summary` says: `facility`. */
  readonly place: string;
}

const usualWords: Readonly<Record<Language, Words>> = {
  en: { cases: 'cases', place: 'place' },
  ar: { cases: 'الملفات', place: 'المكان' },
};

export const wordNames = ['cases', 'place'] as const satisfies readonly (keyof Words)[];

/** The words of a workflow in one language; the usual ones where it has none of its own. */
export function wordsOf(texts: Texts | undefined, language: Language): Words {
  const { cases, place } = usualWords[language];
  return { cases: texts?.words['cases'] ?? cases, place: texts?.words['place'] ?? place };
}

/** The texts of a workflow of which nothing is written yet. */
export const noTexts: Texts = {
  title: '',
  description: '',
  roles: {},
  states: {},
  events: {},
  commands: {},
  fields: {},
  hints: {},
  facts: {},
  groups: {},
  values: {},
  guards: {},
  codes: {},
  deadlines: {},
  views: {},
  words: {},
};

/** The label of a command's field: its own text, or else the one all commands share. */
export function fieldText({ fields }: Texts, command: string, field: string): string | undefined {
  return fields[`${command}.${field}`] ?? fields[field];
}

/** The hint of a command's field: its own, or else the one all commands share. */
export function hintText({ hints }: Texts, command: string, field: string): string | undefined {
  return hints[`${command}.${field}`] ?? hints[field];
}

/** The title of a view. */
export const viewText = ({ views }: Texts, view: string): string | undefined => views[view];

/** The head of a view's column: its own text, or else the label of the field of that name. */
export function columnText({ fields, views }: Texts, view: string, column: string): string | undefined {
  return views[`${view}.${column}`] ?? fields[column];
}

/** The label of a tag: its own text, or else that of the field of its name. */
export const tagLabel = ({ words, fields }: Texts, tag: string): string | undefined =>
  words[tag] ?? fields[tag];

/** The label of a value of a choice; a choice between states reads as the states do. */
export function valueText({ values, states }: Texts, value: string): string | undefined {
  return values[value] ?? states[value];
}

/** Puts the values a guard looked at into its text. */
export function fillText(text: string, inputs: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(inputs, name) ? String(inputs[name]) : whole,
  );
}
