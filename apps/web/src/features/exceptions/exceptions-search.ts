import type { ApiPaths } from '@safeconduct/contracts';

type Exceptions = ApiPaths['/api/v1/exceptions']['get']['responses'][200]['content']['application/json'];
export type ExceptionGroup = Exceptions['groups'][number];
export type Kind = ExceptionGroup['kind'];

/** Each kind that the server has. */
const known: Readonly<Record<Kind, true>> = {
  ...{ stuck: true, heard: true, erasure: true, views: true, deadline: true },
  ...{ job: true, proposal: true, emergency: true, unassigned: true },
};

/** What the address of the exceptions says. */
export interface ExceptionsSearch {
  /** Only these. Left out: the first ones of each kind. */
  readonly kind?: Kind;
}

/** Reads the address. What it cannot be is left out. */
export function exceptionsSearch({ kind }: Readonly<Record<string, unknown>>): ExceptionsSearch {
  return typeof kind === 'string' && isKind(kind) ? { kind } : {};
}

const isKind = (text: string): text is Kind => Object.hasOwn(known, text);
