import { Id, type Operation } from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import type { FastifyRequest } from 'fastify';
import type { ReadRequest } from './parse-request.js';

/** A parsed request of an operation, with its reader. */
export interface RequestWithReader<O extends Operation> extends ReadRequest<O> {
  readonly reader: Reader;
}

/**
 * The reader of a request: the actor that the header `X-Actor` names, or an actor without a name, and the
 * operation as the purpose. Until sign-in exists the header is believed, so the server listens on loopback
 * only. A reader has no roles so far, because no read requires one.
 */
export function readerOf(
  operation: Pick<Operation, 'id'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Reader {
  const named = Id.safeParse(headers['x-actor']);
  return { actor: { id: named.success ? named.data : anonymous, roles: [] }, purpose: operation.id };
}

const anonymous = 'anonymous';
