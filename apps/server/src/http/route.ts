import type { Asked, Operation } from '@safeconduct/contracts';
import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parseRequest } from './parse-request.js';

/** Serves an operation of the contract with a controller's method: its method, its path, its status. */
export function Route(operation: Operation): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: nestPath(operation.path), method: RequestMethod[operation.method] }),
    HttpCode(operation.success.status),
  );
}

/** The request of an operation, parsed by its schemas. The parameter's type is `Asked<typeof operation>`. */
export const Ask = createParamDecorator((operation: Operation, context): Asked<Operation> =>
  parseRequest(operation, context.switchToHttp().getRequest<FastifyRequest>()),
);

/** `/cases/{caseId}` as the router writes it: `/cases/:caseId`. */
const nestPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
