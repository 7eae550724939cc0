import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testReader } from '@safeconduct/engine/testing';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

let count = 0;

/** A case in which a return was asked for. */
async function returning(): Promise<string> {
  const { caseId } = await officerCase(server, `H-${(count += 1)}`);
  await assign(server, caseId, 'co-01');
  await server.engine.handle({
    ...{ target: { caseId }, command: 'RequestReturn', input: {}, actor: actorOf('co-01') },
  });
  return caseId;
}

const send = (caseId: string, command: string, body: unknown, headers: Record<string, string> = {}) =>
  server.ask({
    ...{ method: 'POST', url: `/api/v1/cases/${caseId}/commands/${command}`, body },
    headers: { as: 'co-01', ...headers },
  });

describe('a withdrawal that does not fit', () => {
  it.each([
    ['a time without zone', { data: {}, occurredAt: '2024-12-19T11:50' }, { occurredAt: '2024-12-19T11:50' }],
    ['fields that are not known', { statement: 'I stay' }, { statement: 'I stay' }],
    ['a text as its data', { data: 'I stay' }, { data: 'I stay' }],
    ['an empty statement', { data: { statement: '' } }, { statement: '' }],
    ['a list instead of a body', ['I stay'], { data: ['I stay'] }],
  ])('is recorded with %s, as it was sent', async (_what, body, kept) => {
    const caseId = await returning();
    const answer = await send(caseId, 'WithdrawConsent', body);
    expect(bodyOf('sendCommand', answer)).toMatchObject({ state: 'camped', subState: 'camped.settled' });
    const [last] = (await server.engine.queries.history(testReader, { caseId })).slice(-1);
    expect(JSON.parse((last?.data as { readonly asHeard: string }).asHeard)).toEqual(kept);
  });

  it.each([
    ['words that are no JSON', 'I do not want to go', { body: 'I do not want to go' }],
    ['JSON that breaks off', '{"data":{"statement":"I st', { body: '{"data":{"statement":"I st' }],
    ['characters that disguise a text', '"I \u202e stay"', { body: '"I \\u202e stay"' }],
    ['bytes that are no UTF-8', Buffer.from([0xe3, 0xd1]), { bodyBase64: '49E=' }],
  ])('is recorded with a body of %s', async (_what, payload, kept) => {
    const caseId = await returning();
    const answer = await server.inject({
      ...{ method: 'POST', url: `/api/v1/cases/${caseId}/commands/WithdrawConsent`, payload },
      headers: { as: 'co-01', 'content-type': 'application/json' },
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { subState: 'camped.settled' }]);
    const [last] = (await server.engine.queries.history(testReader, { caseId })).slice(-1);
    expect(JSON.parse((last?.data as { readonly asHeard: string }).asHeard)).toEqual(kept);
  });

  it('is refused for any other command with a body that is no JSON, with REQUEST_INVALID', async () => {
    const caseId = await returning();
    const answer = await server.inject({
      ...{ method: 'POST', url: `/api/v1/cases/${caseId}/commands/AssignOfficer`, payload: 'co-02' },
      headers: { as: 'co-01', 'content-type': 'application/json' },
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'REQUEST_INVALID' }]);
  });

  it('is recorded with headers that do not fit', async () => {
    const caseId = await returning();
    const answer = await send(
      caseId,
      'WithdrawConsent',
      {},
      { 'if-match': 'seven', 'idempotency-key': 'a b' },
    );
    expect(bodyOf('sendCommand', answer).events).toMatchObject([{ type: 'ReturnConsentWithdrawn' }]);
  });

  it('is refused for any other command, with COMMAND_INVALID, and records nothing', async () => {
    const caseId = await returning();
    const before = await server.engine.queries.history(testReader, { caseId });
    const answer = await send(caseId, 'AssignOfficer', { data: {}, occurredAt: '2024-12-19T11:50' });
    expect(problemIn(answer).code).toBe('COMMAND_INVALID');
    expect(await server.engine.queries.history(testReader, { caseId })).toHaveLength(before.length);
  });
});
