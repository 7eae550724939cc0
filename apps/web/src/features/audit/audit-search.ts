import { givenDay } from '../../language/days.js';

export const auditKinds = ['events', 'refusals', 'reads'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What the address of the log says: what of it is shown, of whom, of which type, of which case, and of which days. */
export interface AuditSearch {
  readonly kind?: AuditKind;
  readonly actor?: string;
  readonly type?: string;
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
}

const person = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const name = /^[A-Za-z]\w{0,99}$/;
const caseId = /^[0-9a-f-]{36}$/;

const fitting = (given: unknown, pattern: RegExp): string | undefined =>
  typeof given === 'string' && pattern.test(given) ? given : undefined;

export function auditSearch(given: Readonly<Record<string, unknown>>): AuditSearch {
  const said = {
    kind: auditKinds.find((one) => one === given['kind']),
    actor: fitting(given['actor'], person),
    type: fitting(given['type'], name),
    case: fitting(given['case'], caseId),
    from: givenDay(given['from']),
    to: givenDay(given['to']),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
