import { Id, type ParsedRequest, type Operation } from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import type { FastifyRequest } from 'fastify';

/** A request of an operation, parsed, and who reads with it. */
export interface RequestWithReader<O extends Operation> extends ParsedRequest<O> {
  readonly reader: Reader;
}

/**
 * Who reads with a request, and what for: the actor that the header `X-Actor` names, or one without a name, and the
 * operation. Until sign-in exists the header is believed, which is why the server listens on loopback only; a reader has
 * no roles so far, because no read asks for one.
 */
export function readerOf(
  operation: Pick<Operation, 'id'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Reader {
  const named = Id.safeParse(headers['x-actor']);
  return { actor: { id: named.success ? named.data : anonymous, roles: [] }, purpose: operation.id };
}

const anonymous = 'anonymous';
