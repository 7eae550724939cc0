import { operations, type Operation } from '@safeconduct/contracts';
import { isSystem, type Actor, type Reader } from '@safeconduct/engine';
import { purposes, purposesOfNoRole, type Purpose } from '@safeconduct/workflow';
import type { FastifyRequest } from 'fastify';
import type { ReadRequest } from './parse-request.js';
import { invalidField } from './problem.js';

/** A parsed request of an operation, with its reader. */
export interface RequestWithReader<O extends Operation> extends ReadRequest<O> {
  readonly reader: Reader;
}

const { followFeed } = operations;

/** What a reader is made from. */
export type ReadingRequest = Pick<FastifyRequest, 'principal' | 'headers' | 'id' | 'ip'>;

/** The header that says what somebody reads for, where it is not the first purpose of their roles. */
export const purposeHeader = 'x-purpose';

/**
 * The reader of a request: who signed in, with every role they hold, and the purpose they name. An operator who acts in
 * nobody's name reads for the system. Operations that are public are read by an actor without a name and without
 * roles.
 * @throws HttpProblem REQUEST_INVALID  the purpose is none that a person can have
 */
export function readerOf(
  operation: Pick<Operation, 'id'>,
  { principal, headers, id: requestId, ip: address }: ReadingRequest,
): Reader {
  const isNobody = principal?.isNobody === true;
  const purpose = isNobody ? 'systemWork' : purposeIn(headers[purposeHeader], `headers.${purposeHeader}`);
  const way = operation.id === followFeed.id ? 'feed' : 'http';
  const from = { way, address, requestId } as const;
  return { actor: principal?.actor ?? anonymous, purpose, operation: operation.id, from };
}

/**
 * The reader of an operation that takes the purpose as a parameter, because a browser sends no header with it.
 * @throws HttpProblem REQUEST_INVALID  the purpose is none that a person can have
 */
export const readingFor = (reader: Reader, { purpose }: { readonly purpose?: string | undefined }): Reader =>
  purpose === undefined || isSystem(reader)
    ? reader
    : { ...reader, purpose: purposeIn(purpose, 'query.purpose') };

/** What people can read for: the purposes of roles, and that of emergency access, which they have taken to one case. */
export const purposesOfPeople: readonly Purpose[] = purposes.filter(
  (one) => one === 'breakGlass' || !purposesOfNoRole.includes(one),
);

function purposeIn(given: string | readonly string[] | undefined, path: string): Purpose | undefined {
  if (given === undefined) return undefined;
  const found = purposesOfPeople.find((one) => one === given);
  if (found === undefined)
    throw invalidField(path, 'invalid_value', `must be one of ${purposesOfPeople.join(', ')}`);
  return found;
}

const anonymous: Actor = { id: 'anonymous', roles: [] };
