import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Exception, ExceptionList, Job, ProposalMade } from '@safeconduct/contracts';
import { DeadlineRunner, eventStoreWith, ProposalRunner, type EventStore } from '@safeconduct/engine';
import { defineWorkflow, type Workflow } from '@safeconduct/workflow';
import { startOpenCasesCheck } from '../../../apps/server/src/start/open-cases/open-cases-check.js';
import { template } from '../../../workflows/_template/index.js';
import { officerCase as officerWorkflow } from '../../../workflows/officer-case/index.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { endedJob } from './imports.js';
import { assign, caseOfLongAgo, officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

/** Some stores record by their own clock, which is that of now. */
const start = Date.now();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How long the servers have run, by their clock. */
let ranMs = 0;
const clock = { now: () => new Date(start + ranMs).toISOString() };

const { chart, commands } = template.source;
/** Another version of the template, with other commands or another chart. */
const versionOf = (version: number, changed: object): Workflow =>
  defineWorkflow({ ...template.source, version, ...changed } as never);

const asker =
  (server: () => TestServer) =>
  (as: string | undefined, url: string, body?: unknown, more: Record<string, string> = {}): Promise<Answer> =>
    server().ask({
      ...(body === undefined ? {} : { method: 'POST' as const, body }),
      url: `/api/v1${url}`,
      headers: { ...(as !== undefined && { as }), ...more },
    });

type Kind = ExceptionList['groups'][number]['kind'];
type Asked = ReturnType<typeof asker>;

/** What is listed for somebody, by kind. The numbers beside the list are asked at the same time, and say the same. */
async function listedFor(ask: Asked, as?: string): Promise<Partial<Record<Kind, readonly Exception[]>>> {
  const { groups, total } = bodyOf('listExceptions', await ask(as, '/exceptions'));
  for (const group of groups) expect(group.total).toEqual({ value: group.items.length, relation: 'eq' });
  expect(bodyOf('getCounts', await ask(as, '/counts')).exceptions).toEqual(total);
  return Object.fromEntries(groups.map(({ kind, items }) => [kind, items]));
}

const references = (items: readonly Exception[] = []) => items.map((one) => one.case?.reference ?? null);

/** A template whose overdue answers cannot be marked, as a rule that was written wrongly would have it. */
const refusing = versionOf(2, {
  commands: {
    ...commands,
    MarkAnswerOverdue: {
      ...(commands['MarkAnswerOverdue'] as object),
      guards: [{ ...template.commands.get('DeclineRequest')?.guards[0] }],
    },
  },
});

describe('what does not go on by itself', () => {
  let server: TestServer;
  let isHeld = false;
  /** While it is held, the views get nothing of the log. */
  const held = (events: EventStore): EventStore =>
    eventStoreWith(events, {
      readAll: (range) => (isHeld && range.limit > 1 ? Promise.resolve([]) : events.readAll(range)),
    });
  const ask = asker(() => server);
  const listed = async (as?: string) => {
    if (!isHeld) await server.settled();
    return listedFor(ask, as);
  };
  const ids: string[] = [];

  beforeAll(async () => {
    server = await testServer({ clock, workflows: [officerWorkflow, refusing], watched: held });
    await registerPeople(server, {
      'clerk-1': { roles: ['clerk'] },
      'co-01': { roles: ['caseOfficer'] },
      'co-07': { roles: ['caseOfficer'] },
      'co-52': { roles: ['caseOfficer'], unit: 'RUTBA' },
      'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
      'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
      'sup-60': { roles: ['supervisor'], unit: 'QAIM' },
      'int-01': { roles: ['interpreter'] },
      ...{ 'dpo-01': { roles: ['dataProtection'] }, 'key-01': { roles: ['keyCustodian'] } },
    });
    for (const number of [1, 2]) {
      const { caseId } = await officerCase(server, `QAIM-2024-0000${number}`);
      await assign(server, caseId, 'co-07');
      ids.push(caseId);
    }
    await server.settled();
  });
  afterAll(() => server.close());

  it('is nothing at first', async () => {
    expect(await listed()).toEqual({});
    expect(await listed('sup-01')).toEqual({});
  });

  it('is a deadline that was refused, with the rule, until the case moves on', async () => {
    const target = { workflow: 'template', naturalKey: 'R-1' };
    const actor = { id: 'clerk-1', roles: ['clerk'] };
    const send = (command: string, input: object, more: object = {}) =>
      server.engine.handle({ target, command, input, actor, ...more });
    await send('OpenRequest', { requestNo: 'R-1', name: 'A', nameArabic: 'ا' });
    ranMs = 15 * dayMs;
    await server.settled();
    const { queries, register, handle } = server.engine;
    const runner = new DeadlineRunner({ queries, register, clock, handle }, { settleMs: hourMs, pollMs: 5 });
    // Nobody has sent it yet, so there is no answer.
    const unanswered = (await listed('clerk-1')).deadline;
    expect(unanswered).toMatchObject([{ code: null, deadline: 'answer', command: 'MarkAnswerOverdue' }]);
    expect(await runner.runOnce()).toBe(0);
    const found = (await listed('clerk-1')).deadline;
    expect(found).toMatchObject([
      {
        code: 'COMMAND_REFUSED',
        since: new Date(start + 14 * dayMs).toISOString(),
        case: { reference: 'R-1', workflow: 'template', state: 'open' },
        remedies: [{ remedy: 'openCase' }],
      },
    ]);
    expect(found?.[0]?.cause).toContain('NOTE_MISSING');
    // A supervisor of the other workflow sees nothing of it.
    expect((await listed('sup-01')).deadline).toBeUndefined();
    await send(
      'GrantRequest',
      { decisionNo: 'D-1' },
      { confirmation: { by: { id: 'head-1', roles: ['head'] } } },
    );
    expect((await listed('clerk-1')).deadline).toBeUndefined();
  });

  it('is a proposal that expired, for those who made it or may confirm it, until it is made again', async () => {
    const { caseId } = await officerCase(server, 'QAIM-2024-00007', { upTo: 'RecordIdentity' });
    await assign(server, caseId, 'co-01');
    await server.settled();
    const screening = { category: 'COMBATANT_INTERNED', reasons: 'in uniform', interpreterId: 'int-01' };
    const propose = () => ask('co-01', `/cases/${caseId}/commands/CompleteScreening`, { data: screening });
    const { proposalId, expiresAt } = (await propose()).json<ProposalMade>();
    ranMs = Date.parse(expiresAt) - start + hourMs;
    await server.settled();
    const { queries, proposals } = server.engine;
    await new ProposalRunner({ queries, clock, proposals }, { pollMs: 5 }).runOnce();
    const found = { since: expiresAt, proposalId, command: 'CompleteScreening' };
    expect((await listed('co-01')).proposal).toMatchObject([
      { ...found, remedies: [{ remedy: 'openCase' }, { remedy: 'sendCommand' }] },
    ]);
    expect((await listed('sup-01')).proposal).toMatchObject([
      { ...found, case: { reference: 'QAIM-2024-00007' } },
    ]);
    for (const as of ['co-07', 'clerk-1', 'int-01']) expect((await listed(as)).proposal).toBeUndefined();
    await propose();
    expect((await listed('co-01')).proposal).toBeUndefined();
  });

  it('is a case that is overdue for long and with nobody, for its unit, until it is given to somebody', async () => {
    const { caseId } = await officerCase(server, 'QAIM-2024-00008');
    await server.settled();
    const [row] = bodyOf('listCases', await ask('sup-01', `/cases?ids=${caseId}`)).items;
    const dueMs = Date.parse(row?.nextDeadline?.dueAt ?? '') - start;
    ranMs = dueMs + 7 * dayMs - hourMs;
    expect((await listed('sup-01')).unassigned).toBeUndefined();
    ranMs = dueMs + 7 * dayMs + hourMs;
    const found = (await listed('sup-01')).unassigned ?? [];
    expect(references(found)).toContain('QAIM-2024-00008');
    expect(found.find((one) => one.case?.caseId === caseId)).toMatchObject({
      since: row?.nextDeadline?.dueAt,
      remedies: [{ remedy: 'openCase' }, { remedy: 'sendCommand' }],
    });
    expect((await listed('sup-52')).unassigned).toBeUndefined();
    await assign(server, caseId, 'co-07');
    expect(references((await listed('sup-01')).unassigned)).not.toContain('QAIM-2024-00008');
  });

  it('is emergency access that is over, for those who review it, until they have', async () => {
    const [caseId = ''] = ids;
    const text = 'The person collapsed at the gate; allergies are needed.';
    const asked = { trigger: 'medicalEmergency', text, minutes: 5 };
    const answer = await ask('co-52', `/cases/${caseId}/emergency-access`, asked);
    const { id } = bodyOf('takeEmergencyAccess', answer);
    expect((await listed('sup-52')).emergency).toBeUndefined();
    ranMs += hourMs;
    const [found] = (await listed('sup-52')).emergency ?? [];
    expect(found).toMatchObject({ grantId: id, case: null, remedies: [{ remedy: 'reviewAccess' }] });
    expect((await listed('co-07')).emergency).toBeUndefined();
    const review = found?.remedies[0]?.href.replace('/api/v1', '') ?? '';
    const verdict = { verdict: 'justified', text: 'The doctor confirms it.' };
    bodyOf('reviewEmergencyAccess', await ask('sup-52', review, verdict));
    expect((await listed('sup-52')).emergency).toBeUndefined();
  });

  it('is a job with refusals, for whoever started it, until it is repeated', async () => {
    const cases = [...ids, 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10'].map((caseId) => ({ caseId }));
    const url = '/workflows/officer-case/commands/AssignOfficer/bulk';
    const job: Job = bodyOf('startBulk', await ask('sup-01', url, { data: { officer: 'co-01' }, cases }));
    await endedJob(server, job);
    const found = (await listed('sup-01')).job;
    expect(found).toMatchObject([
      { jobId: job.id, case: null, remedies: [{ remedy: 'openJob' }, { remedy: 'repeatJob' }] },
    ]);
    expect(found?.[0]?.cause).toContain('1 of 3');
    for (const as of ['sup-60', 'clerk-1']) expect((await listed(as)).job).toBeUndefined();
    const again = bodyOf('repeatJob', await ask('sup-01', `/jobs/${job.id}/again`, {}));
    await endedJob(server, again);
    expect((await listed('sup-01')).job).toMatchObject([{ jobId: again.id }]);
    ranMs += 31 * dayMs;
    expect((await listed('sup-01')).job).toBeUndefined();
  });

  it('is an erasure whose keys could not be destroyed, until they are', async () => {
    const names = { latin: 'Qastun al-Wardi', arabic: 'قسطون الوردي' };
    const caseId = await caseOfLongAgo(server, { registrationNo: 'QAIM-2018-00001', ...names });
    await server.settled();
    const grounds = {
      legalGround: 'retentionOver',
      scheduleNo: 'RS-4',
      approvalNo: 'AP-1',
      archiveReceiptNo: 'AR-1',
    };
    const purpose = { 'x-purpose': 'subjectRequest' };
    const made = await ask(
      'dpo-01',
      `/cases/${caseId}/commands/DestroySubjectKey`,
      { data: grounds },
      purpose,
    );
    const { proposalId, contentHash } = made.json<ProposalMade>();
    const waiting = server.engines.map(({ erasures }) => {
      Object.assign(erasures, { destroyKeysSoon: () => Promise.resolve() });
      return () => Reflect.deleteProperty(erasures, 'destroyKeysSoon');
    });
    const confirmation = await ask('key-01', `/cases/${caseId}/proposals/${proposalId}/confirm`, {
      contentHash,
    });
    expect(confirmation.status).toBe(200);
    ranMs += hourMs;
    expect(references((await listed()).erasure)).toEqual(['QAIM-2018-00001']);
    for (const as of ['co-07', 'clerk-1']) expect((await listed(as)).erasure).toBeUndefined();
    for (const restore of waiting) restore();
    expect(await server.engine.erasures.finish()).toBe(1);
    expect((await listed()).erasure).toBeUndefined();
  });

  it('is that lists lack what was recorded, until they have it', async () => {
    isHeld = true;
    await assign(server, ids[0] ?? '', 'co-07');
    ranMs += hourMs;
    expect((await listed('co-07')).views).toMatchObject([{ case: null, remedies: [] }]);
    isHeld = false;
    expect((await listed('co-07')).views).toBeUndefined();
  });

  it('is said in the language asked for, and refuses what it cannot be narrowed by', async () => {
    const arabic = { 'accept-language': 'ar' };
    ranMs += 60 * dayMs;
    const { groups } = bodyOf(
      'listExceptions',
      await ask('sup-01', '/exceptions?limit=1', undefined, arabic),
    );
    expect(groups.length).toBeGreaterThan(0);
    for (const { title, help, items } of groups) {
      expect(items).toHaveLength(1);
      for (const text of [title, help, ...items.map(({ cause }) => cause)])
        expect(text).toMatch(/\p{Script=Arabic}/u);
    }
    const named = bodyOf('listExceptions', await ask('sup-01', '/exceptions?workflow=template'));
    expect(named.groups.map(({ kind }) => kind)).not.toContain('unassigned');
    expect(problemIn(await ask('sup-01', '/exceptions?workflow=nothing')).code).toBe('WORKFLOW_NOT_FOUND');
    expect(problemIn(await ask('sup-01', '/exceptions?limit=101')).status).toBe(400);
    expect(problemIn(await ask('', '/exceptions')).status).toBe(401);
  });
});

describe('cases that a changed workflow cannot go on with', () => {
  /** Notes are always heard here, so that one to a case that stands still is recorded. */
  const heard = { ...commands, AddNote: { ...(commands['AddNote'] as object), alwaysHeard: true } };
  const { states = {} } = chart;
  const { RequestGranted, RequestDeclined } = states['open']?.on ?? {};
  const open = { on: { RequestGranted, RequestDeclined, AnswerOverdue: {} } };
  const sound = versionOf(2, { commands: heard });
  const broken = versionOf(3, { commands: heard, chart: { ...chart, states: { ...states, open } } });
  let server: TestServer;
  const ask = asker(() => server);
  const listed = async (as?: string) => {
    await server.settled();
    return listedFor(ask, as);
  };

  /** The server of before is replaced by one with another version of the template. */
  async function restartedWith(workflow: Workflow): Promise<void> {
    const { folder } = server;
    await server.close();
    server = await testServer({ clock, folder, workflows: [officerWorkflow, workflow] });
    const { installation, lifecycle } = server;
    const logger = { error: () => {}, info: () => {} };
    await startOpenCasesCheck(
      { ...installation, location: { isShared: false } } as never,
      lifecycle,
      logger as never,
    );
    while (lifecycle.cases?.status === 'checking') await new Promise((resolve) => setTimeout(resolve, 5));
    await server.settled();
  }

  const addNote = (caseId: string) =>
    ask('clerk-1', `/cases/${caseId}/commands/AddNote`, { data: { note: 'heard' } });

  beforeAll(async () => {
    server = await testServer({ clock, workflows: [officerWorkflow, sound] });
    await registerPeople(server, {
      'clerk-1': { roles: ['clerk'] },
      'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
    });
  });
  afterAll(() => server.close());

  it('are listed, and what was heard meanwhile, until the workflow is mended and it is sent again', async () => {
    const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
    const opened = await ask('clerk-1', '/workflows/template/cases', { data: input });
    const { caseId } = bodyOf('openCase', opened);
    await addNote(caseId);
    await restartedWith(broken);
    const stuck = (await listed('clerk-1')).stuck;
    expect(stuck).toMatchObject([{ case: { caseId, reference: 'R-1' }, remedies: [{ remedy: 'openCase' }] }]);
    expect(stuck?.[0]?.cause).toContain('NoteAdded cannot follow in open');
    expect((await listed('sup-01')).stuck).toBeUndefined();
    expect((await listed('clerk-1')).heard).toBeUndefined();
    expect(problemIn(await addNote(caseId)).code).toBe('HEARD_UNDECIDED');
    const remedies = [{ remedy: 'openCase' }, { remedy: 'sendCommand' }];
    expect((await listed('clerk-1')).heard).toMatchObject([
      { command: 'AddNote', case: { caseId }, remedies },
    ]);
    expect((await listed('sup-01')).heard).toBeUndefined();
    await restartedWith(sound);
    expect(await listed('clerk-1')).toMatchObject({ heard: [{ command: 'AddNote' }] });
    expect((await listed('clerk-1')).stuck).toBeUndefined();
    expect((await addNote(caseId)).status).toBe(200);
    expect(await listed('clerk-1')).toEqual({});
  });
});
