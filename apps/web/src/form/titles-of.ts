import type { Field } from './fields-of.js';

/** What each field is called, by its path; those inside of groups too, of groups that repeat below `.*`. */
export function titlesOf(
  fields: readonly Field[],
  pick: (both: Field['titles']) => string,
): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap((field): readonly (readonly [string, string])[] => [
      [field.path, pick(field.titles)],
      ...[...titlesOf(field.fields, pick)].map(([path, title]) =>
        field.kind === 'groups' ? ([`${field.path}.*.${path}`, title] as const) : ([path, title] as const),
      ),
    ]),
  );
}
