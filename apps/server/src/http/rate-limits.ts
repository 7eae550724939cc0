import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpLimits } from './limits.js';
import { HttpProblem } from './problem.js';

/** How often somebody may ask. Counted in the memory of this server, by minutes. */
export interface RateLimits {
  /** Counts a request of somebody who has signed in. @throws HttpProblem TOO_MANY_REQUESTS */
  countRequest(request: FastifyRequest): Promise<void>;
  /** Counts credentials that were refused, by the address that they came from. @throws HttpProblem TOO_MANY_REQUESTS */
  countRefused(request: FastifyRequest): Promise<void>;
  /** Counts an attempt to sign in, by the address that it comes from. @throws HttpProblem TOO_MANY_REQUESTS */
  countSignIn(request: FastifyRequest): Promise<void>;
}

const minute = 60_000;

export async function rateLimits(
  instance: FastifyInstance,
  { requestsPerMinute, refusedPerMinute, signInsPerMinute }: HttpLimits,
): Promise<RateLimits> {
  await instance.register(rateLimit as never, { global: false } as never);
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string) => {
    const count = instance.createRateLimit({ max, timeWindow: minute, keyGenerator });
    return async (request: FastifyRequest): Promise<void> => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return;
      throw new HttpProblem('TOO_MANY_REQUESTS', {}, { 'retry-after': String(counted.ttlInSeconds) });
    };
  };
  const byPerson = limiter(requestsPerMinute, ({ principal }) => `person ${principal?.actor.id ?? ''}`);
  return {
    // The operator of the machine could ask the stores without the server.
    countRequest: async (request) => {
      if (request.principal?.means !== 'operator') await byPerson(request);
    },
    countRefused: limiter(refusedPerMinute, ({ ip }) => `refused ${ip}`),
    countSignIn: limiter(signInsPerMinute, ({ ip }) => `sign-in ${ip}`),
  };
}
