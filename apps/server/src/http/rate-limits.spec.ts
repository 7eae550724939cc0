import { describe, expect, it } from '@jest/globals';
import fastify, { type FastifyRequest } from 'fastify';
import type { Means } from '../sign-in/principal.js';
import { defaultLimits } from './limits.js';
import type { HttpProblem } from './problem.js';
import { rateLimits } from './rate-limits.js';

const by = (id: string, means: Means = 'token') =>
  ({
    ip: '203.0.113.7',
    routeOptions: { config: {} },
    principal: { actor: { id, roles: [] }, means, isNobody: false },
  }) as never as FastifyRequest;

describe('how often somebody may ask', () => {
  it('is counted by person, and not for the operator of the machine', async () => {
    const rates = await rateLimits(fastify(), { ...defaultLimits, requestsPerMinute: 3 });
    for (let count = 0; count < 3; count += 1) await rates.countRequest(by('co-01'));
    const refused = (await rates.countRequest(by('co-01')).catch((error: unknown) => error)) as HttpProblem;
    expect(refused.code).toBe('TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await rates.countRequest(by('co-02'));
    for (let count = 0; count < 9; count += 1) await rates.countRequest(by('co-03', 'operator'));
  });
});
