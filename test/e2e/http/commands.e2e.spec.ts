import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalsStream } from '@safeconduct/engine';
import { testReader } from '@safeconduct/engine/testing';
import { bodyOf, problemIn, testServer, type ParsedRequest, type TestServer } from './http-server.js';
import { entry, officerCase } from './officer-cases.js';
import { staff } from '../registering.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await registerPeople(server, staff);
});
afterAll(() => server.close());

const opening = '/api/v1/workflows/officer-case/cases';
const intake = { as: 'intake-01' };
const supervisor = { as: 'sup-01' };
const protection = { as: 'pro-01' };
const move = (facility: string, orderNo = 'TO-1') => ({ data: { facility, orderNo } });

const risk = {
  data: { destination: 'SY', outcome: 'NO_SUBSTANTIAL_GROUNDS', coiVersion: '1', reasonsRef: 'R-1' },
};

const open = (registrationNo: string, headers: Record<string, string> = {}, language = 'ar') =>
  server.ask({
    method: 'POST',
    url: opening,
    headers: { ...intake, ...headers },
    body: { data: { ...entry(registrationNo), language } },
  });
const sending = (
  caseId: string,
  command: string,
  body: unknown,
  headers: Record<string, string> = supervisor,
): ParsedRequest => ({
  ...{ method: 'POST', url: `/api/v1/cases/${caseId}/commands/${command}`, headers, body },
});
const send = (...sent: Parameters<typeof sending>) => server.ask(sending(...sent));

interface Refused {
  readonly detail: string;
  readonly refusals: readonly { readonly code: string; readonly message: string; readonly inputs: object }[];
}
const messageOf = ({ refusals }: Refused, code: string) =>
  refusals.find((failed) => failed.code === code)?.message;

describe('POST /workflows/{workflow}/cases', () => {
  it('opens a case and says where it is', async () => {
    const answer = await open('C-1');
    const body = bodyOf('openCase', answer);
    expect(answer.headers).toMatchObject({ etag: '"0"', location: `/api/v1/cases/${body.caseId}` });
    expect(body).toMatchObject({
      reference: 'C-1',
      revision: '0',
      state: 'entered',
      subState: 'entered.intake',
    });
    expect(body.events).toEqual([{ type: 'EntryRegistered', revision: '0' }]);
  });

  it('refuses the same natural key with CASE_EXISTS and names the case', async () => {
    const { caseId } = bodyOf('openCase', await open('C-2'));
    const answer = await open('C-2');
    expect(problemIn(answer)).toMatchObject({ code: 'CASE_EXISTS', status: 409, caseId });
    expect(answer.headers['location']).toBe(`/api/v1/cases/${caseId}`);
  });

  it('answers the same key with the stored answer, and says so', async () => {
    const first = await open('C-3', { 'idempotency-key': 'open-3' });
    const again = await open('C-3', { 'idempotency-key': '"open-3"' });
    expect(again.status).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('refuses another content under the same key with COMMAND_ID_REUSED', async () => {
    await open('C-4', { 'idempotency-key': 'open-4' });
    expect(problemIn(await open('C-4', { 'idempotency-key': 'open-4' }, 'en')).code).toBe(
      'COMMAND_ID_REUSED',
    );
  });

  it('has nothing at an unknown workflow', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/api/v1/workflows/nothing/cases',
      headers: intake,
      body: {},
    });
    expect(problemIn(answer)).toMatchObject({ code: 'WORKFLOW_NOT_FOUND', status: 404 });
  });
});

describe('POST /cases/{caseId}/commands/{command}', () => {
  it('records a command at the revision that If-Match names', async () => {
    const { caseId, revision } = await officerCase(server, 'S-1');
    const answer = await send(caseId, 'TransferFacility', move('RUTBA'), {
      ...supervisor,
      'if-match': `"${revision}"`,
    });
    const body = bodyOf('sendCommand', answer);
    expect(body).toMatchObject({
      state: 'camped',
      subState: 'camped.settled',
      revision: String(revision + 1n),
    });
    expect(answer.headers['etag']).toBe(`"${revision + 1n}"`);
  });

  it('reads a weak tag as the revision it names, and * as any', async () => {
    const { caseId, revision } = await officerCase(server, 'S-2');
    const weak = await send(caseId, 'TransferFacility', move('RUTBA'), {
      ...supervisor,
      'if-match': `W/"${revision}"`,
    });
    const any = await send(caseId, 'TransferFacility', move('QAIM'), { ...supervisor, 'if-match': '*' });
    expect([weak.status, any.status]).toEqual([200, 200]);
  });

  it('refuses another revision with 412, both revisions and what was recorded since, and records nothing', async () => {
    const { caseId, revision } = await officerCase(server, 'S-3');
    const answer = await send(caseId, 'TransferFacility', move('RUTBA'), {
      ...supervisor,
      'if-match': `"${revision - 1n}"`,
    });
    const problem = { code: 'REVISION_CONFLICT', status: 412, expected: String(revision - 1n) };
    const actor = { id: 'sup-01', role: 'supervisor' };
    const placed = {
      type: 'PlacedInFacility',
      revision: String(revision),
      actor,
      occurredAt: expect.any(String),
    };
    expect(problemIn(answer)).toMatchObject({ ...problem, actual: String(revision), changes: [placed] });
    expect((await server.engine.queries.case(testReader, { caseId }))?.revision).toBe(revision);
  });

  it('names every rule that fails, the values it read, and what is possible instead', async () => {
    const { caseId } = await officerCase(server, 'S-4');
    const answer = await send(caseId, 'AssessRisk', risk, protection);
    const problem = problemIn(answer);
    expect(problem).toMatchObject({
      code: 'COMMAND_REFUSED',
      status: 409,
      state: 'camped',
      subState: 'camped.settled',
    });
    expect(problem['refusals']).toEqual(
      expect.arrayContaining([expect.objectContaining({ guard: 'G-COUNSEL-RISK' })]),
    );
    expect(problem['openCommands']).toContain('HoldCounselling');
  });

  it('answers in Arabic when the client asks for it', async () => {
    const { caseId } = await officerCase(server, 'S-5');
    const answer = await send(caseId, 'AssessRisk', risk, {
      ...protection,
      'accept-language': 'de, ar-SY;q=0.8',
    });
    const problem = problemIn(answer);
    expect(answer.headers['content-language']).toBe('ar');
    expect(problem.title).toMatch(/[\u0600-\u06ff]/);
    expect(JSON.stringify(problem['refusals'])).toMatch(/[\u0600-\u06ff]/);
  });

  it('says in sentences times and codes as people read them, and in inputs as they are recorded', async () => {
    const { caseId } = await officerCase(server, 'S-19');
    const hold = { kind: 'legal', holdNo: 'H-1', ground: 'a summons', scope: ['transfer'] };
    await send(caseId, 'PlaceHold', { data: hold }, { as: 'leg-01' });
    const refused = async (language: string) => {
      const answer = await send(caseId, 'TransferFacility', move('QAIM'), {
        ...supervisor,
        'accept-language': language,
      });
      return problemIn(answer) as unknown as Refused;
    };
    const [english, arabic] = [await refused('en'), await refused('ar')];
    const inEnglish =
      /^a hold stands since \d+ \w+ \d{4}, [\d:]+ \(UTC\+03:00\): H-1 \(legal proceedings\); /;
    const inArabic =
      /^الإجراء موقوف منذ \u2068\d+ [\u0600-\u06ff ]+ \d{4}، [\d:]+ \(UTC\+03:00\)\u2069: \u2068H-1\u2069 /;
    expect(messageOf(english, 'HOLD_ACTIVE')).toMatch(inEnglish);
    expect(messageOf(arabic, 'HOLD_ACTIVE')).toMatch(inArabic);
    expect(messageOf(english, 'FACILITY_UNCHANGED')).toBe('the person is in the facility Al-Qaim already');
    expect(messageOf(arabic, 'FACILITY_UNCHANGED')).toContain('\u2068القائم\u2069');
    for (const { detail, refusals } of [english, arabic]) {
      for (const { message } of refusals) expect(detail).toContain(message);
      const { inputs } = refusals.find(({ code }) => code === 'HOLD_ACTIVE') ?? {};
      expect(inputs).toMatchObject({ placedAt: expect.stringMatching(/^\d{4}-.*Z$/), kind: 'legal' });
    }
  });

  it('says by their names in which state a case is, and what is possible there', async () => {
    const { caseId } = await officerCase(server, 'S-20');
    const wrong = async (language: string) => {
      const headers = { as: 'cus-01', 'accept-language': language };
      return problemIn(
        await send(caseId, 'RecordSurrender', { data: { weaponsCount: 0, nilDeclaration: true } }, headers),
      );
    };
    const { detail, ...english } = await wrong('en');
    expect(english).toMatchObject({ code: 'WRONG_STATE', subState: 'camped.settled' });
    expect(detail).toMatch(
      /^state of the case: in the camp, no procedure open; possible now: .*Assess the risk in a country/,
    );
    expect((await wrong('ar')).detail).toMatch(
      /^مرحلة الملف: \u2068مقيم، لا إجراء جارٍ\u2069؛ الممكن الآن: \u2068/,
    );
  });

  it('refuses what is not possible in this state with WRONG_STATE', async () => {
    const { caseId } = await officerCase(server, 'S-6', { camped: false });
    expect(problemIn(await send(caseId, 'TransferFacility', move('RUTBA')))).toMatchObject({
      code: 'WRONG_STATE',
      status: 409,
      state: 'entered',
    });
  });

  it('refuses a role that may not with NOT_PERMITTED and says who may', async () => {
    const { caseId } = await officerCase(server, 'S-7');
    const problem = problemIn(await send(caseId, 'TransferFacility', move('RUTBA'), { as: 'aud-01' }));
    expect(problem).toMatchObject({ code: 'NOT_PERMITTED', status: 403 });
    expect(problem['requiredRoles']).toEqual(['supervisor']);
  });

  it('refuses an invalid form with the path of each field, and never repeats the input', async () => {
    const { caseId } = await officerCase(server, 'S-9');
    const secret = 'Ahmad-the-secret';
    const answer = await send(caseId, 'TransferFacility', {
      data: { facility: secret, orderNo: 7 },
      purpose: 'a b',
    });
    const problem = problemIn(answer);
    expect(problem).toMatchObject({ code: 'COMMAND_INVALID', status: 400 });
    expect((problem['issues'] as { path: string }[]).map(({ path }) => path)).toContain('purpose');
    const again = problemIn(
      await send(caseId, 'TransferFacility', { data: { facility: [secret], orderNo: 7 } }),
    );
    expect((again['issues'] as { path: string }[]).map(({ path }) => path)).toEqual([
      'data.facility',
      'data.orderNo',
    ]);
    expect(answer.text + JSON.stringify(again) + server.logged.join('')).not.toContain(secret);
  });

  it('needs an actor', async () => {
    const { caseId } = await officerCase(server, 'S-10');
    const answer = await send(caseId, 'TransferFacility', move('RUTBA'), { as: '' });
    expect(problemIn(answer)).toMatchObject({ code: 'SIGN_IN_REQUIRED', status: 401 });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="safeconduct"');
  });

  it('knows neither a command that the workflow lacks nor a case that nobody opened', async () => {
    const { caseId } = await officerCase(server, 'S-11');
    const nobody = '00000000-0000-8000-8000-000000000000';
    expect(problemIn(await send(caseId, 'Fly', {}))).toMatchObject({ code: 'UNKNOWN_COMMAND', status: 404 });
    expect(problemIn(await send(nobody, 'TransferFacility', move('RUTBA')))).toMatchObject({
      code: 'CASE_NOT_FOUND',
    });
    expect(problemIn(await send('S-11', 'TransferFacility', move('RUTBA'))).status).toBe(404);
  });

  it('does not open another case from inside one', async () => {
    const { caseId } = await officerCase(server, 'S-12');
    const answer = await send(caseId, 'RegisterEntry', { data: entry('S-other') }, intake);
    expect(problemIn(answer)).toMatchObject({ code: 'CASE_EXISTS', caseId });
    expect(await server.engine.queries.findCase(testReader, { reference: 'S-other' })).toBeUndefined();
  });

  it('refuses times that cannot be, with OCCURRED_IN_FUTURE and OCCURRED_BEFORE_LAST_EVENT', async () => {
    const { caseId } = await officerCase(server, 'S-13');
    const later = { ...move('RUTBA'), occurredAt: '2099-01-01T00:00:00Z' };
    const earlier = { ...move('RUTBA'), occurredAt: '2024-12-07T06:00:00+03:00' };
    expect(problemIn(await send(caseId, 'TransferFacility', later)).code).toBe('OCCURRED_IN_FUTURE');
    expect(problemIn(await send(caseId, 'TransferFacility', earlier)).code).toBe(
      'OCCURRED_BEFORE_LAST_EVENT',
    );
  });

  it('lists what had happened by a moment, also what was entered late', async () => {
    const { caseId: late } = await officerCase(server, 'S-late');
    const [opening] = await server.engine.queries.history(testReader, { caseId: late });
    const at = opening?.recorded.occurredAt ?? '';
    const input = { sessionNo: 'S-late', interpreterId: 'int-01', packVersion: '1', counselOffered: true };
    const answer = await send(late, 'HoldCounselling', { data: input, occurredAt: at }, protection);
    expect(bodyOf('sendCommand', answer)).toMatchObject({ state: 'camped', occurredAt: at });
    const read = (path: string) => server.ask({ url: `/api/v1/cases/${path}` });
    const then = bodyOf('getHistory', await read(`${late}/history?asOf=${at}&limit=1`));
    const next = bodyOf('getHistory', await read(`${late}/history?asOf=${at}&cursor=${then.next ?? ''}`));
    const types = [...then.items, ...next.items].map(({ type }) => type);
    // Steps of the same millisecond had happened as well; what came later had not.
    expect([types[0], types.at(-1)]).toEqual(['EntryRegistered', 'CounsellingHeld']);
    expect(types).not.toContain('PlacedInFacility');
  });

  it('asks the rules of a past moment at its own time', async () => {
    const { caseId: aged } = await officerCase(server, 'S-aged');
    const past = await server.ask({ url: `/api/v1/cases/${aged}/commands?revision=0&actor=cus-01` });
    const named = (name: string) =>
      bodyOf('getCommands', past).commands.find(({ command }) => command === name);
    expect(named('RecordSurrender')).toMatchObject({ open: true });
  });

  it('keeps correlation, purpose and on whose behalf with the event', async () => {
    const { caseId } = await officerCase(server, 'S-14');
    const headers = { ...supervisor, 'x-correlation-id': 'batch-7', 'x-request-id': 'req-7' };
    const answer = await send(
      caseId,
      'TransferFacility',
      { ...move('RUTBA'), purpose: 'health', onBehalfOf: 'sup-01' },
      headers,
    );
    expect(answer.headers).toMatchObject({ 'x-correlation-id': 'batch-7', 'x-request-id': 'req-7' });
    const last = (await server.engine.queries.history(testReader, { caseId })).at(-1)?.envelope;
    expect(last).toMatchObject({ correlationId: 'batch-7', purpose: 'health', onBehalfOf: 'sup-01' });
  });

  it('executes the same key once when it comes twice at the same time, and answers both', async () => {
    const { caseId, revision } = await officerCase(server, 'S-15');
    const headers = { ...supervisor, 'idempotency-key': 'twice', 'if-match': `"${revision}"` };
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(caseId, 'TransferFacility', move('RUTBA'), headers)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(2);
    expect((await server.engine.queries.case(testReader, { caseId }))?.revision).toBe(revision + 1n);
  });
});

describe('200 refusals at once', () => {
  it('are all answered and recorded', async () => {
    const { caseId } = await officerCase(server, 'Q-1');
    const asked = Array.from({ length: 200 }, () =>
      send(caseId, 'TransferFacility', move('RUTBA'), { as: 'aud-01' }),
    );
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([403]));
    const recorded = await server.installation.events.readStream(refusalsStream(caseId), {
      from: 0n,
      limit: 1000,
    });
    expect(recorded).toHaveLength(200);
  });
});

describe('200 commands at once on one case', () => {
  const many = Array.from({ length: 200 }, (_, index) => index);

  it('lets exactly one win for each revision with If-Match; the others get 412', async () => {
    const { caseId, revision } = await officerCase(server, 'P-1');
    const headers = { ...supervisor, 'if-match': `"${revision}"` };
    const answers = await Promise.all(
      many.map(() => send(caseId, 'AssignOfficer', { data: { officer: 'co-01' } }, headers)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(199);
  });

  it('records all of them in turn without it', async () => {
    // Where nobody is registered every officer can be named.
    const other = await testServer();
    const { caseId, revision } = await officerCase(other, 'P-2');
    const answers = await Promise.all(
      many.map((n) => other.ask(sending(caseId, 'AssignOfficer', { data: { officer: `co-${n}` } }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(many.map(() => 200));
    const revisions = answers.map((answer) => Number(answer.json<{ revision: string }>().revision));
    expect(revisions.sort((a, b) => a - b)).toEqual(many.map((n) => Number(revision) + 1 + n));
    await other.close();
  });
});

describe('a stored answer', () => {
  it('is still given after a restart', async () => {
    const first = await testServer();
    const { caseId } = await officerCase(first, 'R-1');
    const asked = {
      method: 'POST',
      url: `/api/v1/cases/${caseId}/commands/TransferFacility`,
      headers: { ...supervisor, 'idempotency-key': 'move-1' },
      body: move('RUTBA'),
    } as const;
    const before = await first.ask(asked);
    await first.close();
    const second = await testServer({ folder: first.folder });
    const after = await second.ask(asked);
    expect(after.text).toBe(before.text);
    expect(after.headers['idempotency-replayed']).toBe('true');
    await second.close();
  });
});
