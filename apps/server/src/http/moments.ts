import type { CaseMoment, Moment } from '@safeconduct/engine';
import { askedMomentIssue, parseInstant } from '@safeconduct/workflow';
import { invalid, invalidField } from './problem.js';

interface MomentQuery {
  readonly asOf?: string | undefined;
  readonly clock: 'occurred' | 'recorded';
}

/** The past moment a request asks for; `undefined` for now. */
export function momentOf({ asOf, clock }: MomentQuery): Moment | undefined {
  return asOf === undefined ? undefined : { at: requiredInstant('query.asOf', asOf), clock };
}

/** The same for one case, which also has revisions. */
export function caseMomentOf(
  asked: MomentQuery & { readonly revision?: string | undefined },
): CaseMoment | undefined {
  if (asked.revision === undefined) return momentOf(asked);
  if (asked.asOf !== undefined)
    throw invalidField('query.revision', 'not_both', 'must not stand beside asOf');
  return { revision: BigInt(asked.revision) };
}

/** A time as somebody said it, as the instant it is. */
export function requiredInstant(path: string, text: string): string {
  const instant = parseInstant(text);
  if (instant === undefined)
    throw invalidField(path, 'invalid_format', 'must be an ISO 8601 time with its zone');
  const issue = askedMomentIssue(path, instant);
  if (issue !== undefined) throw invalid([issue]);
  return instant;
}

/** The same for a field that may be left out. */
export const optionalInstant = (path: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : requiredInstant(path, text);

interface PeriodQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The period by which a list is narrowed; one that ends before it begins would be answered with nothing. */
export function periodOf(query: PeriodQuery): PeriodQuery {
  const from = optionalInstant('query.from', query.from);
  const to = optionalInstant('query.to', query.to);
  if (from !== undefined && to !== undefined && to < from)
    throw invalidField('query.to', 'too_small', 'must not lie before from');
  return { from, to };
}
