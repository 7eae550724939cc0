import type { Population } from './figures.js';

/**
 * What narrows a list to the cases that figures count. Undefined where they are rounded: they count cases that whoever looks
 * may not see, so no list has as many.
 */
export type CasesBehind = { readonly facility?: string } | undefined;

export function casesBehind({
  roundedTo,
  facility,
}: Pick<Population, 'roundedTo' | 'facility'>): CasesBehind {
  if (roundedTo !== null) return undefined;
  return facility === null ? {} : { facility };
}
