import { randomUUID } from 'node:crypto';
import { registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalsStream } from '@safeconduct/engine';
import type { Job } from '@safeconduct/contracts';
import { fixedClock, testReader } from '@safeconduct/engine/testing';
import { samples, type CommandName } from '../../../workflows/officer-case/testing/samples.js';
import { openCaseInEachState } from './fuzz/case-in-each-state.js';
import { judgeBy, type Judge } from './fuzz/judge.js';
import { operationsOf, type FuzzedOperation } from './fuzz/requests.js';
import { send } from './fuzz/send.js';
import { testServer, type Answer, type TestServer } from './http-server.js';

const uri = `https://${randomUUID()}.invalid/examples.json`;

let server: TestServer;
let document: Parameters<typeof operationsOf>[0];
let operations: readonly FuzzedOperation[];
let judge: Judge;
let cases: readonly string[];

beforeAll(async () => {
  // After the instants of the examples.
  server = await testServer({ clock: fixedClock('2025-02-01T08:00:00.000Z') });
  cases = await openCaseInEachState(server.engine);
  document = (await server.ask({ url: '/openapi.json' })).json();
  operations = operationsOf(document);
  judge = await judgeBy(document, operations, 'an example');
  registerSchema({ $schema: 'https://spec.openapis.org/oas/3.1/schema-base', ...(document as object) }, uri);
});
afterAll(() => server.close());

/** A location in a document, and its value. */
type DocumentLocation = readonly [pointer: string, value: unknown];

function* places(value: unknown, at = ''): Iterable<DocumentLocation> {
  if (typeof value !== 'object' || value === null) return;
  yield [at, value];
  for (const [name, inner] of Object.entries(value))
    yield* places(inner, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

async function fits(pointer: string, example: unknown): Promise<boolean> {
  const { valid } = await validate(`${uri}#${encodeURI(pointer)}`, example as never);
  return valid;
}

/** A case whose state takes this command now. */
async function caseWith(name: CommandName): Promise<string | undefined> {
  for (const caseId of cases) {
    const found = await server.engine.queries.commands(testReader, { caseId });
    const command = found?.commands.find((one) => one.command === name);
    if (command !== undefined && command.refusal?.code !== 'WRONG_STATE') return caseId;
  }
  return undefined;
}

interface Sent {
  readonly operation: FuzzedOperation;
  readonly url: string;
  readonly actor: string;
}

/** Sends the examples of one operation as they stand. Returns the outcome of each. */
async function sendExamples({ operation, url, actor }: Sent): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const [type, example] of operation.examples) {
    const payload = typeof example === 'string' ? example : JSON.stringify(example);
    const headers = { 'Content-Type': type, as: actor };
    const request = { method: operation.method, url, headers, payload };
    const answer = await send(server, request);
    judge({ operation, request }, answer);
    outcomes.push(outcomeOf(answer));
  }
  return outcomes;
}

/** Whoever does not see a case is not told why it refused a command. On record is the reason. */
async function asRecorded(caseId: string, command: CommandName, outcome: string): Promise<string> {
  if (outcome !== 'CASE_NOT_FOUND') return outcome;
  const { events } = server.installation;
  const recorded = await events.readStream(refusalsStream(caseId), { from: 0n, limit: 1000 });
  const refusals = await server.engine.codec.decode(recorded);
  const last = refusals.findLast((one) => one.kind === 'refusal' && one.envelope.command === command);
  return last?.kind === 'refusal' ? last.data.code : outcome;
}

async function endedJobs(): Promise<readonly Job[]> {
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 10) {
    const { items } = (await server.ask({ url: '/api/v1/jobs' })).json<{ items: readonly Job[] }>();
    if (items.every(({ endedAt }) => endedAt !== null)) return items;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the jobs do not end');
}

describe('the examples of the OpenAPI document', () => {
  it('fit the schemas they stand in, in requests and in answers', async () => {
    let judged = 0;
    for (const [pointer, value] of places(document)) {
      const { examples } = value as { readonly examples?: unknown };
      if (!Array.isArray(examples)) continue;
      for (const example of examples)
        expect([pointer, await fits(pointer, example)]).toEqual([pointer, true]);
      judged += examples.length;
    }
    expect(judged).toBeGreaterThan(20);
  });

  it('stand beside every body, and fit its schema', async () => {
    const described = [...places(document)].flatMap(([pointer]) =>
      /\/requestBody\/content\/[^/]+$/.test(pointer) ? [pointer] : [],
    );
    expect(described.length).toBeGreaterThan(60);
    for (const { path, method, examples, body, streams } of operations) {
      expect([path, examples.size]).toEqual([path, streams.length + (body === undefined ? 0 : 1)]);
      if (body === undefined) continue;
      const at = `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}/requestBody/content/application~1json`;
      expect([path, await fits(`${at}/schema`, examples.get('application/json'))]).toEqual([path, true]);
    }
  });

  it('of commands are taken by the server: recorded, or refused for what the case lacks', async () => {
    const outcomes = new Map<string, readonly string[]>();
    for (const operation of operations) {
      const name = /\/commands\/(\w+)$/.exec(operation.path)?.[1] as CommandName | undefined;
      if (name === undefined) continue;
      const caseId = await caseWith(name);
      if (caseId === undefined) continue;
      const url = operation.path.replace('{caseId}', caseId);
      const told = await sendExamples({ operation, url, actor: samples[name].by });
      outcomes.set(name, await Promise.all(told.map((outcome) => asRecorded(caseId, name, outcome))));
    }
    const codes = [...outcomes.values()].flat();
    // Each is open in the state and sent in the right role, so only rules are left. One that needs a second person waits.
    expect(['accepted', 'proposed', 'COMMAND_REFUSED']).toEqual(expect.arrayContaining(codes));
    expect(codes.length).toBeGreaterThan(45);
    expect(codes.filter((code) => code === 'accepted').length).toBeGreaterThan(20);
  });

  it('open a case of each workflow', async () => {
    for (const operation of operations.filter(({ path }) => /workflows\/.+\/cases$/.test(path))) {
      const url = operation.path.replace('{workflow}', 'officer-case');
      const actor = url.includes('template') ? 'clerk-1' : 'intake-1';
      expect([url, await sendExamples({ operation, url, actor })]).toEqual([url, ['accepted']]);
    }
  });

  it('of bulk files are read as what they are', async () => {
    const operation = operations.find(({ id }) => id === 'startImport') as FuzzedOperation;
    const url = `${operation.path}?workflow=officer-case&command=TransferFacility`;
    const outcomes = await sendExamples({ operation, url, actor: 'sys-import' });
    expect(outcomes).toEqual(['accepted', 'accepted', 'accepted']);
    const items = await endedJobs();
    expect(items.map(({ state, total, rejectedByCode }) => ({ state, total, rejectedByCode }))).toEqual(
      items.map(() => ({ state: 'done', total: 1, rejectedByCode: { WRONG_STATE: 1 } })),
    );
  });
});

function outcomeOf(answer: Answer): string {
  if (answer.status >= 400) return answer.json<{ code: string }>().code;
  return 'proposalId' in answer.json() ? 'proposed' : 'accepted';
}
