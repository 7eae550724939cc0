import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemCodes } from '@safeconduct/contracts';
import { testReader } from '@safeconduct/engine/testing';
import { problemIn, testServer, type TestServer } from '../http-server.js';
import { officerCase } from '../officer-cases.js';
import { judgeBy, type Judge } from './judge.js';
import { Random } from './random.js';
import { operationsOf, requestOf, type FuzzedOperation } from './requests.js';
import { answeredWithinMs, send } from './send.js';
import type { Schemas } from './values.js';

const requestsTotal = 20_000;
const atOnce = 40;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);

let server: TestServer;
let known: readonly string[];
let operations: readonly FuzzedOperation[];
let schemas: Schemas;
let judge: Judge;

beforeAll(async () => {
  server = await testServer({ limits: { viewsWaitMs: 1, bodyMs: answeredWithinMs } });
  known = await Promise.all(
    ['Z-1', 'Z-2', 'Z-3'].map(async (reference) => (await officerCase(server, reference)).caseId),
  );
  await server.settled();
  const document = (await server.ask({ url: '/openapi.json' })).json<Parameters<typeof operationsOf>[0]>();
  // The feed does not end, so it cannot be tested without a socket; `feed.e2e.spec.ts` and the last test here
  // test it.
  operations = operationsOf(document).filter(({ id }) => id !== 'followFeed');
  schemas = document.components.schemas;
  judge = await judgeBy(document, operations, `seed ${seed}`);
});
afterAll(() => server.close());

/** A request with another method than was meant may be one of another operation. */
const sentTo = (meant: FuzzedOperation, method: string): FuzzedOperation =>
  operations.find((one) => one.path === meant.path && one.method === method) ?? meant;

describe(`${requestsTotal} requests made from the document (FUZZ_SEED=${seed})`, () => {
  it('are all answered as documented, none with a fault, and record nothing', async () => {
    const before = await Promise.all(
      known.map((caseId) => server.engine.queries.history(testReader, { caseId })),
    );
    const random = new Random(seed);
    const met = new Set<string>();
    for (let done = 0; done < requestsTotal; done += atOnce) {
      const batch = Array.from({ length: atOnce }, (_, index) => {
        const operation = operations[(done + index) % operations.length] as FuzzedOperation;
        return { operation, request: requestOf(operation, schemas, random, known) };
      });
      await Promise.all(
        batch.map(async ({ operation, request }) => {
          const answer = await send(server, request);
          judge({ operation: sentTo(operation, request.method), request }, answer);
          // What says that it is not ready is no problem and has no code.
          const { code } = answer.status < 400 ? {} : answer.json<{ code?: string }>();
          if (code !== undefined) met.add(code);
        }),
      );
    }
    const after = await Promise.all(
      known.map((caseId) => server.engine.queries.history(testReader, { caseId })),
    );
    expect(after).toEqual(before);
    await server.settled();
    const events = await server.ask({ url: '/api/v1/audit/events?limit=500' });
    expect(events.json<{ items: unknown[] }>().items).toHaveLength(before.flat().length);
    // The requests reach far enough to be refused for many different reasons.
    expect([...met]).toEqual(
      expect.arrayContaining([
        'REQUEST_INVALID',
        'COMMAND_INVALID',
        'NOT_PERMITTED',
        'CASE_NOT_FOUND',
        'VIEW_BEHIND',
      ]),
    );
    expect(problemCodes).toEqual(expect.arrayContaining([...met]));
  }, 900_000);

  it('leave the feed closed to whoever asks for it wrongly', async () => {
    for (const query of [
      'after=x',
      'after=-1',
      'case=x',
      'workflow=nothing',
      'colour=red',
      'after=1&after=2',
      'after=%00',
    ]) {
      expect(problemIn(await server.ask({ url: `/api/v1/feed?${query}` })).status).toBeLessThan(500);
    }
    for (const id of ['x', '-1', '1, 2']) {
      expect(
        problemIn(await server.ask({ url: '/api/v1/feed', headers: { 'last-event-id': id } })).status,
      ).toBe(400);
    }
  });
});
