import type { Field } from './fields-of.js';

/** What each field is called, by its path; those inside of groups too. */
export function titlesOf(
  fields: readonly Field[],
  pick: (both: Field['titles']) => string,
): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap((field): readonly (readonly [string, string])[] => [
      [field.path, pick(field.titles)],
      ...titlesOf(field.kind === 'group' ? field.fields : [], pick),
    ]),
  );
}
