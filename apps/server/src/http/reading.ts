import type { Operation } from '@safeconduct/contracts';
import type { Actor, Reader } from '@safeconduct/engine';
import type { FastifyRequest } from 'fastify';
import type { ReadRequest } from './parse-request.js';

/** A parsed request of an operation, with its reader. */
export interface RequestWithReader<O extends Operation> extends ReadRequest<O> {
  readonly reader: Reader;
}

/**
 * The reader of a request: who signed in, with every role they hold, and the operation as the purpose. Operations that are
 * public are read by an actor without a name and without roles.
 */
export function readerOf(
  operation: Pick<Operation, 'id'>,
  { principal }: Pick<FastifyRequest, 'principal'>,
): Reader {
  return { actor: principal?.actor ?? anonymous, purpose: 'counselling', operation: operation.id };
}

const anonymous: Actor = { id: 'anonymous', roles: [] };
