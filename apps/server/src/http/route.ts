import { operations, type Operation } from '@safeconduct/contracts';
import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parseRequest } from './parse-request.js';
import { readerOf, type RequestWithReader } from './reading.js';

/** Serves an operation of the contract with a controller's method: its method, its path, its status. */
export function Route(operation: Operation): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: nestPath(operation.path), method: RequestMethod[operation.method] }),
    HttpCode(operation.success.status),
  );
}

/**
 * The request of an operation, parsed by its schemas, and its reader. The parameter's type is
 * `Received<typeof operation>`.
 */
export const Parsed = createParamDecorator((operation: Operation, context): RequestWithReader<Operation> => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { ...parseRequest(operation, request), reader: readerOf(operation, request) };
});

const byRoute: ReadonlyMap<string, Operation> = new Map(
  Object.values<Operation>(operations).map((one) => [`${one.method} ${nestPath(one.path)}`, one]),
);

/** The operation that a request asks for; `undefined` for a page, and for what is no route. A HEAD asks what a GET does. */
export const operationOf = ({ method, routeOptions }: FastifyRequest): Operation | undefined =>
  byRoute.get(`${method === 'HEAD' ? 'GET' : method} ${routeOptions.url ?? ''}`);

/** `/cases/{caseId}` as the router writes it: `/cases/:caseId`. */
function nestPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
