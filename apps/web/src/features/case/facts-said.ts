interface Fact {
  readonly path: string;
}

/** A value with what is known of it. */
export interface Said<F extends Fact> {
  readonly fact: F;
  readonly value: unknown;
}

/** Several things of one kind, such as holds: each with its values. */
export interface SaidList<F extends Fact> {
  /** Where they stand in the data. */
  readonly at: string;
  readonly items: readonly (readonly Said<F>[])[];
}

export type SaidRow<F extends Fact> = Said<F> | SaidList<F>;

/**
 * What the data say of these facts, in their order. `*` in a path stands for any key; the values of a list, or of any keys,
 * stand together by item. What is not said is left out: nothing at all, an empty text, an empty list.
 */
export function factsSaid<F extends Fact>(facts: readonly F[], data: unknown): readonly SaidRow<F>[] {
  const rows: SaidRow<F>[] = [];
  const lists = new Map<string, { items: Said<F>[][] }>();
  for (const fact of facts) {
    const found = follow(fact.path.split('.'), data);
    if (found === undefined) continue;
    if ('value' in found) {
      if (isSaid(found.value)) rows.push({ fact, value: found.value });
      continue;
    }
    const list = lists.get(found.at) ?? { items: found.items.map(() => []) };
    if (!lists.has(found.at)) {
      lists.set(found.at, list);
      rows.push({ at: found.at, items: list.items });
    }
    found.items.forEach((item, index) => {
      const value = valueOf(found.rest, item);
      if (isSaid(value)) list.items[index]?.push({ fact, value });
    });
  }
  return rows.filter((row) => 'value' in row || row.items.some((item) => item.length > 0));
}

interface Several {
  readonly at: string;
  readonly items: readonly unknown[];
  readonly rest: readonly string[];
}

/** Goes along a path: to one value, or to where several begin; undefined where the data have nothing on the way. */
function follow(path: readonly string[], data: unknown): { readonly value: unknown } | Several | undefined {
  let value = data;
  for (const [index, name] of path.entries()) {
    const at = path.slice(0, index).join('.');
    if (Array.isArray(value)) return { at, items: value as readonly unknown[], rest: path.slice(index) };
    if (typeof value !== 'object' || value === null) return undefined;
    if (name === '*') return { at, items: Object.values(value), rest: path.slice(index + 1) };
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return { value };
}

/** The value at the end of a path in one thing. */
export function valueOf(path: readonly string[], data: unknown): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    data,
  );
}

const isSaid = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);
