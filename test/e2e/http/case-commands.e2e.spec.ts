import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
/** A person who is settled in the camp, and one who has only been registered. */
let settled: string;
let registered: string;

beforeAll(async () => {
  server = await testServer();
  settled = (await officerCase(server, 'QAIM-2024-00001')).caseId;
  registered = (await officerCase(server, 'QAIM-2024-00002', { upTo: 'RegisterEntry' })).caseId;
  await registerPeople(server, {
    'co-51': { roles: ['caseOfficer'], unit: 'QAIM' },
    'cus-51': { roles: ['custody'], unit: 'QAIM' },
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
  });
  await server.settled();
});
afterAll(() => server.close());

const commandsOf = async (caseId: string, query = '', headers: Record<string, string> = {}) =>
  bodyOf('getCommands', await server.ask({ url: `/api/v1/cases/${caseId}/commands${query}`, headers }));

async function commandOf(caseId: string, name: string, query = '', headers: Record<string, string> = {}) {
  const { commands } = await commandsOf(caseId, query, headers);
  const found = commands.find(({ command }) => command === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
}

describe('GET /cases/{caseId}/commands', () => {
  it('tells whose command it is apart from where it is possible', async () => {
    const transfer = { permitted: true, possibleHere: true, open: true };
    expect(await commandOf(settled, 'TransferFacility', '?actor=sup-51')).toMatchObject(transfer);
    expect(await commandOf(settled, 'TransferFacility', '?actor=co-51')).toMatchObject({
      ...transfer,
      ...{ permitted: false, open: false, whyNot: { code: 'NOT_PERMITTED' } },
    });
    expect(await commandOf(settled, 'AssessAssurance', '?actor=co-51')).toMatchObject({
      ...{ permitted: false, possibleHere: false, whyNot: { code: 'WRONG_STATE' } },
      possibleIn: ['pendingAssurance.offered'],
    });
  });

  it('names a state for all states inside it in which a command is possible', async () => {
    const { possibleIn } = await commandOf(settled, 'AssignOfficer');
    expect(possibleIn).toEqual([
      'entered',
      'camped',
      'pendingAssurance',
      'relocating',
      'returned',
      'resolved',
    ]);
    expect((await commandOf(settled, 'ClearReturn')).possibleIn).toEqual([
      'camped.returning.verified',
      'pendingAssurance.returning.verified',
    ]);
  });

  it('says of each rule whether it holds, what it saw, and which commands can help', async () => {
    const { guards } = await commandOf(registered, 'CompleteScreening', '?actor=co-51');
    expect(guards.find(({ id }) => id === 'G-DIS')).toEqual({
      ...{ id: 'G-DIS', version: 1, holds: false, code: 'SURRENDER_NOT_RECORDED', inputs: {} },
      titles: { en: expect.any(String), ar: expect.stringMatching(/[\u0600-\u06ff]/) },
      message: expect.stringMatching(/surrender|weapons/i),
      remedies: ['RecordSurrender'],
    });
    const afterwards = await commandOf(settled, 'CompleteScreening', '?actor=co-51');
    expect(afterwards.guards.find(({ id }) => id === 'G-DIS')).toMatchObject({
      ...{ holds: true, code: null, message: null, inputs: { weaponsCount: 1 } },
    });
  });

  it('leaves open what a rule says that reads the form', async () => {
    const { guards } = await commandOf(settled, 'TransferFacility', '?actor=sup-51');
    expect(guards.find(({ id }) => id === 'G-FAC')).toMatchObject({ holds: null, code: null, message: null });
  });

  it('says in the language asked for what is missing', async () => {
    const asked = await commandOf(registered, 'CompleteScreening', '', { 'accept-language': 'ar' });
    expect(asked.guards.find(({ id }) => id === 'G-DIS')?.message).toMatch(/[\u0600-\u06ff]/);
  });

  it('marks what only the system sends and what waits for a second person', async () => {
    const { commands } = await commandsOf(settled);
    const named = (mark: 'bySystem' | 'decisive') =>
      commands.filter((one) => one[mark]).map(({ command }) => command);
    expect(named('bySystem')).toContain('ExpireAssurance');
    expect(named('bySystem')).not.toContain('AssignOfficer');
    expect(named('decisive')).toContain('GrantStay');
    expect(named('decisive')).not.toContain('StateIntention');
  });

  it('says between which times a step can have happened', async () => {
    const { occurredAt: last } = bodyOf('getCase', await server.ask({ url: `/api/v1/cases/${settled}` }));
    const { occurredAt } = await commandOf(settled, 'TransferFacility', '?actor=sup-51');
    expect(occurredAt.min).toBe(last);
    expect(occurredAt.max >= last).toBe(true);
    const early = new Date(Date.parse(last) - 1000).toISOString();
    const sent = { url: `/api/v1/cases/${settled}/commands/TransferFacility`, method: 'POST' as const };
    const data = { facility: 'RUTBA', orderNo: 'T-1' };
    const answer = await server.ask({
      ...sent,
      headers: { as: 'sup-51' },
      body: { data, occurredAt: early },
    });
    expect(answer.json()).toMatchObject({ code: 'OCCURRED_BEFORE_LAST_EVENT' });
    expect((await commandOf(settled, 'WithdrawConsent')).occurredAt.min).toBeNull();
  });

  it('leaves the forms out where they are not asked for', async () => {
    const { commands } = await commandsOf(settled, '?forms=none');
    expect(commands.every(({ form }) => form === null)).toBe(true);
    const whole = await commandsOf(settled);
    expect(whole.commands.every(({ form }) => form !== null)).toBe(true);
    const answer = await server.ask({ url: `/api/v1/cases/${settled}/commands?forms=some` });
    expect(answer.json()).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: 'query.forms' }] });
  });

  it('tells no verdict to whoever does not see what it rests on, but for what is possible now', async () => {
    // Custody sees rules and the military record, and neither risks nor assurances.
    const seen = await commandsOf(settled, '?forms=none', { as: 'cus-51' });
    const named = (name: string) => seen.commands.find(({ command }) => command === name);
    expect(seen.withheld).toContainEqual({ path: 'guards', dataClass: 'risk' });
    expect(named('ClearReturn')).toMatchObject({ possibleHere: false, guards: [] });
    const here = named('RequestReturn')?.guards ?? [];
    expect(here.length).toBeGreaterThan(0);
    expect(here.every(({ inputs }) => Object.keys(inputs).length === 0)).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(/\{\w+\}/);
    const whole = await commandsOf(settled, '?forms=none');
    expect(whole.withheld).toEqual([]);
    expect(whole.commands.find(({ command }) => command === 'ClearReturn')?.guards).not.toEqual([]);
  });
});

describe('GET /cases/{caseId}', () => {
  it('says which deadlines run, whose they are, and which roles the case waits for', async () => {
    const file = bodyOf('getCase', await server.ask({ url: `/api/v1/cases/${registered}` }));
    const dates = file.deadlines.map(({ dueAt }) => dueAt);
    expect(dates).toEqual([...dates].sort());
    expect(file.deadlines).toContainEqual({
      ...{ name: 'screening', role: 'caseOfficer', overdue: false },
      dueAt: expect.any(String),
    });
    expect(new Set(file.waitingOn.map(({ role }) => role)).size).toBe(file.waitingOn.length);
    for (const { role, deadline, dueAt } of file.waitingOn)
      expect(file.deadlines.find((one) => one.role === role)).toMatchObject({ name: deadline, dueAt });
  });

  it('says by the clock of the server what is overdue', async () => {
    const opened = '2024-01-10T06:00:00.000Z';
    const outcome = await server.engine.handle({
      ...{ target: { workflow: 'officer-case' }, command: 'RegisterEntry', actor: actorOf('intake-01') },
      occurredAt: opened,
      input: {
        ...{ registrationNo: 'QAIM-2024-00009', nameArabic: 'زيد عمر', nameLatin: 'Zaid Omar' },
        ...{ birthDate: '1970', serviceCategory: 'officer', crossingPoint: 'AL_QAIM' },
        ...{ crossedAt: '2024-01-10T05:00:00.000Z', language: 'ar' },
      },
    });
    if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
    const { caseId } = outcome;
    const file = async (query = '') =>
      bodyOf('getCase', await server.ask({ url: `/api/v1/cases/${caseId}${query}` }));
    const screening = ({ deadlines }: Awaited<ReturnType<typeof file>>) =>
      deadlines.find(({ name }) => name === 'screening');
    expect(screening(await file())).toMatchObject({ overdue: true });
    expect(screening(await file(`?asOf=2024-01-11T00:00:00Z`))).toMatchObject({ overdue: false });
  });
});
