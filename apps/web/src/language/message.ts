/** A text for each plural category of a language that it has; `other` always. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
export type Message = string | Plural;

export type Values = Readonly<Record<string, string | number>>;

/** How a language writes numbers and counts them. */
export interface Counting {
  readonly number: (value: number) => string;
  readonly plural: (value: number) => Intl.LDMLPluralRule;
}

/**
 * A message with its values. `{name}` stands for a value; numbers are written as the language writes them. A message with
 * several forms is chosen by `count`.
 */
export function say(message: Message, values: Values, { number, plural }: Counting): string {
  const text = typeof message === 'string' ? message : formFor(message, values['count'], plural);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

function formFor(message: Plural, count: string | number | undefined, plural: Counting['plural']): string {
  return (typeof count === 'number' ? message[plural(count)] : undefined) ?? message.other;
}
