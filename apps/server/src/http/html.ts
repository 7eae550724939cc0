/** Markup as it stands. Whoever makes one of a text vouches for it; `html` escapes what it is given. */
export class Html {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

type Value = string | Html | readonly Html[];

/** Markup with values in it: texts are escaped, markup and lists of markup stand as they are. Attributes take double quotes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(String.raw({ raw: parts }, ...values.map(shown)));

export const nothing = new Html('');

function shown(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  return value instanceof Html ? String(value) : value.join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
