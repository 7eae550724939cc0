import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type CommandForeseen } from '@safeconduct/contracts';
import { testReader } from '@safeconduct/engine/testing';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let caseId: string;

beforeAll(async () => {
  server = await testServer();
  ({ caseId } = await officerCase(server, 'QAIM-2024-00001'));
  await registerPeople(server, {
    'co-51': { roles: ['caseOfficer'], unit: 'QAIM' },
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'aut-51': { roles: ['authority'], unit: 'QAIM' },
    'int-51': { roles: ['interpreter'] },
    'med-51': { roles: ['medical'], unit: 'QAIM' },
  });
  await assign(server, caseId, 'co-51');
  await server.settled();
});
afterAll(() => server.close());

const send = (command: string, as: string, data: object, headers: Record<string, string> = {}, query = '') =>
  server.ask({
    method: 'POST',
    url: `/api/v1/cases/${caseId}/commands/${command}${query}`,
    headers: { as, ...headers },
    body: { data },
  });
const dry = (command: string, as: string, data: object, headers: Record<string, string> = {}) =>
  send(command, as, data, headers, '?dryRun=true');

async function foreseen(...asked: Parameters<typeof dry>): Promise<CommandForeseen> {
  const answer = await dry(...asked);
  expect([answer.status, answer.headers['etag']]).toEqual([200, undefined]);
  return operations.sendCommand.foreseen.parse(answer.json());
}

/** Everything that a command could leave behind. */
const recorded = async () => ({
  head: await server.engine.queries.head(testReader),
  proposals: await server.engine.queries.proposalsOfCase(testReader, { caseId }),
});

const transfer = { facility: 'RUTBA', orderNo: 'TO-1' };

describe('POST …/commands/{command}?dryRun=true', () => {
  it('tells where the case would go, by which events, and what becomes of its deadlines', async () => {
    const before = await recorded();
    expect(await foreseen('RequestReturn', 'co-51', {})).toEqual({
      caseId,
      revision: expect.any(String),
      from: { state: 'camped', subState: 'camped.settled' },
      to: { state: 'camped', subState: 'camped.returning.requested' },
      events: [{ type: 'ReturnRequested', titles: { en: expect.any(String), ar: expect.any(String) } }],
      deadlines: {
        starts: [
          { name: 'counselling', dueAt: expect.any(String) },
          { name: 'returnDecision', dueAt: expect.any(String) },
        ],
        moves: [],
        ends: [],
      },
      secondPerson: null,
    });
    expect(await recorded()).toEqual(before);
  });

  it('foresees a step of two persons as if one had confirmed it, and proposes nothing', async () => {
    const before = await recorded();
    const grant = { permitNo: 'P-1', validUntil: '2099-01-01T00:00:00.000Z' };
    const { to, secondPerson } = await foreseen('GrantStay', 'aut-51', { ...grant, validUntil: inAYear() });
    expect([to.state, secondPerson]).toEqual(['resolved', ['supervisor']]);
    expect(await recorded()).toEqual(before);
  });

  it('is refused with the problem of the command itself, and no refusal is recorded', async () => {
    const before = await recorded();
    const asked = [
      ['TransferFacility', 'co-51', transfer],
      ['TransferFacility', 'sup-51', { facility: 'QAIM', orderNo: 'TO-1' }],
      ['TransferFacility', 'sup-51', { facility: 'NOWHERE' }],
      ['CloseAssuranceRoute', 'sup-51', { statement: 'none' }],
      ['Fly', 'sup-51', {}],
    ] as const;
    const told = [];
    for (const [command, as, data] of asked) told.push(problemIn(await dry(command, as, data)));
    expect(told.map(({ code }) => code)).toEqual([
      ...['NOT_PERMITTED', 'COMMAND_REFUSED', 'COMMAND_INVALID', 'WRONG_STATE', 'UNKNOWN_COMMAND'],
    ]);
    expect(await recorded()).toEqual(before);
    for (const [index, [command, as, data]] of asked.entries())
      expect(problemIn(await send(command, as, data))).toEqual(told[index]);
    expect((await recorded()).head).not.toBe(before.head);
    const conflict = problemIn(await dry('TransferFacility', 'sup-51', transfer, { 'if-match': '"0"' }));
    expect(conflict).toMatchObject({ code: 'REVISION_CONFLICT', status: 412, expected: '0' });
  });

  it('leaves the id of the command unused', async () => {
    const key = { 'idempotency-key': 'move-1' };
    await foreseen('TransferFacility', 'sup-51', { ...transfer, orderNo: 'another' }, key);
    const sent = await send('TransferFacility', 'sup-51', transfer, key);
    expect([sent.status, sent.headers['idempotency-replayed']]).toEqual([200, undefined]);
    await server.settled();
    const back = { facility: 'QAIM', orderNo: 'TO-2' };
    expect((await foreseen('TransferFacility', 'sup-52', back, key)).from.state).toBe('camped');
    bodyOf('sendCommand', await send('TransferFacility', 'sup-52', back));
    await server.settled();
  });

  it('tells nothing of a case to whoever does not see it, also where they may send it commands', async () => {
    for (const [command, as, data] of [
      ['TransferFacility', 'sup-52', transfer],
      ['WithdrawConsent', 'int-51', {}],
      ['Fly', 'sup-52', {}],
    ] as const)
      expect(problemIn(await dry(command, as, data)).code).toBe('CASE_NOT_FOUND');
  });

  it('is on record in the log of reads', async () => {
    await foreseen('RequestReturn', 'co-51', {});
    const asked = { filter: { caseId, reader: 'co-51' }, limit: 1, order: 'newest' } as never;
    const [entry] = await server.engine.queries.readEntries(testReader, asked);
    expect(entry).toMatchObject({ operation: 'sendCommand', classes: ['rules'] });
  });

  it('is asked for by true or false', async () => {
    const answer = await send('TransferFacility', 'sup-51', transfer, {}, '?dryRun=perhaps');
    expect(problemIn(answer)).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: 'query.dryRun' }] });
  });
});

const inAYear = (): string => new Date(Date.now() + 365 * 24 * 3_600_000).toISOString();
