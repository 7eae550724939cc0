/** Languages every text exists in. */
export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];

type ByName = Readonly<Record<string, string>>;

/** Everything of a workflow that people read, in one language. Codes are the keys; `checkWorkflow` finds missing ones. */
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
  /** Labels of the values of choices, places and outcomes. */
  readonly values: ByName;
  /** By guard id: what the rule asks for. */
  readonly guards: ByName;
  /** By verdict code: what is missing. `{name}` stands for an input of the verdict. */
  readonly codes: ByName;
  readonly deadlines: ByName;
}

/** Puts the values a guard looked at into its text. */
export function fillText(text: string, inputs: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in inputs ? String(inputs[name]) : whole));
}
