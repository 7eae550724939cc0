import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectionRunner } from '@safeconduct/engine';
import { testReader } from '@safeconduct/engine/testing';
import { hours, plus } from '@safeconduct/workflow';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';

let server: TestServer;
let caseId: string;
let beforeMove: string;

const persons = [
  { reference: 'QAIM-2024-00001', name: 'Ahmad Iyad al-Misri', nameArabic: 'أحمد إياد المصري' },
  { reference: 'QAIM-2024-00002', name: 'Ibrahim Mahir al-Faris', nameArabic: 'إبراهيم ماهر الفارس' },
  { reference: 'QAIM-2024-00003', name: 'Huda Isa Fatima', nameArabic: 'هُدى عيسى فاطمة' },
];

beforeAll(async () => {
  server = await testServer();
  for (const { reference, ...names } of persons) await officerCase(server, reference, names);
  await officerCase(server, 'QAIM-2024-00004', { name: 'Zaid Omar', nameArabic: 'زيد عمر', camped: false });
  caseId = (await server.engine.queries.findCase(testReader, { reference: 'QAIM-2024-00001' })) as string;
  await new Promise((resolve) => setTimeout(resolve, 5));
  beforeMove = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const sup = { target: { caseId }, actor: actorOf('sup-01') };
  await server.engine.handle({ ...sup, command: 'AssignOfficer', input: { officer: 'co-07' } });
  await server.engine.handle({
    ...sup,
    command: 'TransferFacility',
    input: { facility: 'RUTBA', orderNo: 'TO-1' },
  });
  await server.engine.handle({
    ...sup,
    actor: actorOf('aud-01'),
    command: 'TransferFacility',
    input: { facility: 'QAIM', orderNo: 'T' },
  });
  await server.settled();
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  server.ask({ url: `/api/v1${url}`, headers });
const list = async (query: string) => bodyOf('listCases', await get(`/cases?workflow=officer-case&${query}`));
const references = async (query: string) => (await list(query)).items.map((item) => item.reference);

describe('GET /cases', () => {
  it('lists by reference and says how many there are', async () => {
    const page = await list('');
    expect(page.items.map(({ reference }) => reference)).toEqual([
      ...persons.map((p) => p.reference),
      'QAIM-2024-00004',
    ]);
    expect(page).toMatchObject({ total: { value: 4, relation: 'eq' }, next: null });
  });

  it.each([
    ['state=camped', ['QAIM-2024-00001', 'QAIM-2024-00002', 'QAIM-2024-00003']],
    ['state=entered&facility=QAIM', []],
    ['state=entered.intake', ['QAIM-2024-00004']],
    ['facility=RUTBA', ['QAIM-2024-00001']],
    ['assignee=co-07', ['QAIM-2024-00001']],
    ['assignee=co-07&facility=QAIM', []],
    ['reference=QAIM-2024-00002', ['QAIM-2024-00002']],
    ['reference=nobody', []],
    ['outcome=RELOCATED', []],
  ])('narrows to %s', async (query, expected) => {
    expect(await references(query)).toEqual(expected);
  });

  it.each(['reference', '-reference', 'updated', '-updated', 'since', '-since', 'due', '-due'])(
    'gives every case once, page by page, sorted by %s',
    async (sort) => {
      const all = await references(`sort=${sort}`);
      const seen: string[] = [];
      let next: string | null | undefined = '';
      for (let pages = 0; typeof next === 'string' && pages < 9; pages += 1) {
        const page: Awaited<ReturnType<typeof list>> = await list(
          `sort=${sort}&limit=1${next === '' ? '' : `&cursor=${next}`}`,
        );
        seen.push(...page.items.map(({ reference }) => String(reference)));
        next = page.next;
      }
      expect(seen).toEqual(all);
      expect(new Set(seen).size).toBe(4);
    },
  );

  it('names the next page in the Link header', async () => {
    const answer = await get('/cases?limit=2&state=camped');
    const link = /^<(.+)>; rel="next"$/.exec(answer.headers['link'] ?? '')?.[1] ?? '';
    const second = bodyOf('listCases', await server.ask({ url: link }));
    expect(second.items.map(({ reference }) => reference)).toEqual(['QAIM-2024-00003']);
  });

  it('selects fields', async () => {
    const { items } = await list('fields=reference,facility&limit=1');
    expect(items).toEqual([{ reference: 'QAIM-2024-00001', facility: 'RUTBA' }]);
  });

  it('shows a past moment in both clocks', async () => {
    for (const clock of ['occurred', 'recorded']) {
      expect(await references(`facility=RUTBA&asOf=${beforeMove}&clock=${clock}`)).toEqual([]);
      expect(await references(`facility=QAIM&asOf=${beforeMove}&clock=${clock}&limit=1`)).toEqual([
        'QAIM-2024-00001',
      ]);
      expect(await references(`asOf=2024-01-01T00:00:00Z&clock=${clock}`)).toEqual([]);
    }
  });

  it('answers 304 while nothing has changed', async () => {
    const etag = (await get('/cases')).headers['etag'] ?? '';
    const again = await get('/cases', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each([
    ['limit=0', 'query.limit'],
    ['limit=9999', 'query.limit'],
    ['sort=name', 'query.sort'],
    ['colour=red', 'query.colour'],
    ['cursor=bm90aGluZw', 'query.cursor'],
    ['cursor=%7B%7D', 'query.cursor'],
    ['asOf=yesterday', 'query.asOf'],
    ['asOf=2025-02-30T00:00:00Z', 'query.asOf'],
    ['asOf=2025-01-31T00:00:00', 'query.asOf'],
    ['asOf=2025-01-31T00:00:00Z&assignee=co-1', 'query.assignee'],
    ['q=%E2%80%AEabc', 'query.q'],
    ['q=%00', 'query.q'],
    ['state=camped&state=entered', 'query.state'],
  ])('refuses %s and names the parameter', async (query, path) => {
    const problem = problemIn(await get(`/cases?${query}`));
    expect(problem).toMatchObject({ code: 'REQUEST_INVALID', issues: [expect.objectContaining({ path })] });
  });

  it('reads a bare + of a zone, which arrives as a space', async () => {
    expect((await get('/cases?asOf=2025-01-31T00:00:00+03:00')).json()).toMatchObject({
      asOf: '2025-01-30T21:00:00.000Z',
    });
  });

  it('waits for atLeast, and says VIEW_BEHIND when it takes too long', async () => {
    const { position } = await officerCase(server, 'QAIM-2024-00009', { camped: false });
    const answer = await get(`/cases?reference=QAIM-2024-00009&atLeast=${position}`);
    expect(bodyOf('listCases', answer).items).toHaveLength(1);
    const problem = problemIn(await get('/cases?atLeast=999999999'));
    expect(problem).toMatchObject({ code: 'VIEW_BEHIND', status: 504, wanted: '999999999' });
  });

  it('tells whoever asks for more than the log has where the log ends', async () => {
    const head = await server.installation.events.head();
    const problem = problemIn(await get(`/cases?atLeast=${head + 1n}`));
    expect(problem).toMatchObject({ code: 'VIEW_BEHIND', wanted: String(head + 1n), head: String(head) });
  });
});

describe('GET /cases/{caseId}', () => {
  it('shows the case with its names, and 304 to whoever has this revision', async () => {
    const answer = await get(`/cases/${caseId}`);
    const body = bodyOf('getCase', answer);
    expect(body).toMatchObject({
      facility: 'RUTBA',
      assignee: 'co-07',
      subject: { latin: 'Ahmad Iyad al-Misri' },
    });
    expect(answer.headers['etag']).toMatch(new RegExp(`^"${body.revision}-[0-9a-f]{12}"$`));
    const again = await get(`/cases/${caseId}`, { 'if-none-match': `W/${answer.headers['etag'] ?? ''}` });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('names what it answers by all that the answer depends on, and is read by If-Match as its revision', async () => {
    const paths = ['', '/history', '/commands'].map((part) => `/cases/${caseId}${part}`);
    for (const url of [...paths, '/workflows/officer-case', '/cases', '/population', '/audit/events']) {
      const { headers, status } = await get(url, { as: 'aud-01' });
      expect([url, status]).toEqual([url, 200]);
      // The tags of former releases, of which an answer of this one must not be a copy.
      const { revision } = bodyOf('getCase', await get(`/cases/${caseId}`));
      const { position } = await list('');
      for (const former of [`"${revision}"`, `W/"${position}"`])
        expect([url, (await get(url, { 'if-none-match': former })).status]).toEqual([url, 200]);
      expect([url, headers['etag']]).toEqual([url, expect.stringMatching(/^(W\/)?"(\d+-)?[0-9a-f]{12}"$/)]);
    }
    const etag = (await get(`/cases/${caseId}`)).headers['etag'] ?? '';
    const answer = await server.ask({
      method: 'POST',
      url: `/api/v1/cases/${caseId}/commands/StateIntention`,
      // Of another revision, so that nothing is recorded.
      headers: { as: 'co-07', 'if-match': etag.replace(/^"\d+/, '"99') },
      body: { data: { intention: 'stay' } },
    });
    expect(problemIn(answer)).toMatchObject({ status: 412, expected: '99' });
  });

  it('that views are made again gives its lists another tag at the same position', async () => {
    const before = await get('/cases');
    const runner = new ProjectionRunner(server.installation.projections);
    runner.rebuild('cases');
    await runner.catchUp();
    await server.settled();
    const after = await get('/cases');
    expect(after.json()).toEqual(before.json());
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
  });

  it('shows it after one of its events and at a past moment', async () => {
    expect(bodyOf('getCase', await get(`/cases/${caseId}?revision=0`))).toMatchObject({
      revision: '0',
      state: 'entered',
    });
    expect(bodyOf('getCase', await get(`/cases/${caseId}?asOf=${beforeMove}`))).toMatchObject({
      facility: 'QAIM',
    });
  });

  it('has nothing before it was opened, after its last revision, or at no id', async () => {
    const early = problemIn(await get(`/cases/${caseId}?asOf=2020-01-01T00:00:00Z`));
    expect(early).toMatchObject({ code: 'CASE_NOT_OPEN_YET', status: 404, asOf: '2020-01-01T00:00:00.000Z' });
    for (const part of ['commands', 'history', 'replay']) {
      const problem = problemIn(await get(`/cases/${caseId}/${part}?asOf=2020-01-01T00:00:00Z`));
      expect(problem).toMatchObject({ code: 'CASE_NOT_OPEN_YET', openedAt: early.openedAt });
    }
    expect(problemIn(await get(`/cases/${caseId}?revision=99`)).code).toBe('REQUEST_INVALID');
    expect(problemIn(await get(`/cases/${caseId}?revision=1&asOf=${beforeMove}`)).code).toBe(
      'REQUEST_INVALID',
    );
    expect(problemIn(await get('/cases/nobody')).code).toBe('CASE_NOT_FOUND');
  });

  it('gives its events page by page', async () => {
    const whole = bodyOf('getHistory', await get(`/cases/${caseId}/history`));
    const first = bodyOf('getHistory', await get(`/cases/${caseId}/history?limit=3`));
    const second = bodyOf('getHistory', await get(`/cases/${caseId}/history?cursor=${first.next ?? ''}`));
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(whole.items.map(({ revision }) => revision)).toEqual(
      whole.items.map((_item, index) => String(index)),
    );
    const then = bodyOf('getHistory', await get(`/cases/${caseId}/history?asOf=${beforeMove}`));
    expect(then.items).toHaveLength(whole.items.length - 2);
  });

  it('gives its events the newest first, page by page, now and at a past moment', async () => {
    const { items: all } = bodyOf('getHistory', await get(`/cases/${caseId}/history`));
    const newest = async (query: string) =>
      bodyOf('getHistory', await get(`/cases/${caseId}/history?order=newest${query}`));
    const first = await newest('&limit=3');
    const second = await newest(`&limit=500&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items]).toEqual(all.toReversed());
    expect(second.next).toBeNull();
    expect((await newest('&revision=2')).items).toEqual(all.slice(0, 3).toReversed());
    const other = await get(`/cases/${caseId}/history?cursor=${first.next ?? ''}`);
    expect(problemIn(other)).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: 'query.cursor' }] });
  });

  it('says of every command whether it is open or why not, with its form in both languages', async () => {
    const answer = await get(`/cases/${caseId}/commands?actor=pro-01`);
    const { commands } = bodyOf('getCommands', answer);
    const named = (name: string) => commands.find(({ command }) => command === name);
    expect(named('HoldCounselling')).toMatchObject({ open: true, whyNot: null });
    expect(named('TransferFacility')?.whyNot).toMatchObject({
      code: 'NOT_PERMITTED',
      requiredRoles: ['supervisor'],
    });
    expect(named('ConfirmHandover')?.open).toBe(false);
    const form = named('AssessRisk')?.form as {
      properties: { outcome: Record<string, Record<string, unknown>> };
    };
    expect(form.properties.outcome['x-titles']?.['ar']).toMatch(/[\u0600-\u06ff]/);
    expect(form.properties.outcome['x-values']?.['REAL_RISK']).toMatchObject({ en: expect.any(String) });
  });

  it('tells what another role may do apart from what is not possible', async () => {
    const { commands } = bodyOf('getCommands', await get(`/cases/${caseId}/commands?actor=cus-01`));
    const code = (name: string) => commands.find(({ command }) => command === name)?.whyNot?.code;
    expect([code('TransferFacility'), code('ConfirmHandover')]).toEqual(['NOT_PERMITTED', 'WRONG_STATE']);
  });

  it('says before the form is filled in which rules would refuse a command', async () => {
    const target = { reference: 'QAIM-2024-00004' };
    const registered = (await server.engine.queries.findCase(testReader, target)) as string;
    const answer = await get(`/cases/${registered}/commands?actor=co-01`);
    const { commands } = bodyOf('getCommands', answer);
    const screening = commands.find(({ command }) => command === 'CompleteScreening');
    expect(screening?.whyNot).toMatchObject({ code: 'COMMAND_REFUSED' });
  });

  it('replays it page by page', async () => {
    const whole = bodyOf('getReplay', await get(`/cases/${caseId}/replay`));
    const answer = await get(`/cases/${caseId}/replay?limit=3`);
    const first = bodyOf('getReplay', answer);
    expect(answer.headers['link']).toContain(`cursor=${first.next ?? ''}`);
    const second = bodyOf('getReplay', await get(`/cases/${caseId}/replay?cursor=${first.next ?? ''}`));
    expect([...first.steps, ...second.steps]).toEqual(whole.steps);
    expect([whole.next, second.next]).toEqual([null, null]);
    const then = bodyOf('getReplay', await get(`/cases/${caseId}/replay?revision=2&limit=3`));
    expect([then.steps.length, then.next]).toEqual([3, null]);
  });

  it('replays it and finds nothing different', async () => {
    const replay = bodyOf('getReplay', await get(`/cases/${caseId}/replay`));
    expect(replay).toMatchObject({ diverged: false, divergedAt: null });
    expect(replay.steps.at(-1)?.changes).toEqual([{ path: 'facility', from: 'QAIM', to: 'RUTBA' }]);
    expect(bodyOf('getReplay', await get(`/cases/${caseId}/replay?revision=2`)).steps).toHaveLength(3);
  });
});

describe('the other readings', () => {
  it('show the workflows with states, commands, roles and who may do what', async () => {
    const { items } = bodyOf('listWorkflows', await get('/workflows'));
    expect(items.map(({ name }) => name)).toContain('officer-case');
    const answer = await get('/workflows/officer-case');
    const file = bodyOf('getWorkflow', answer);
    expect(file.roles.find(({ role }) => role === 'supervisor')?.sends).toContain('TransferFacility');
    expect(file.states.find(({ path }) => path === 'camped.settled')?.commands).toContain('TransferFacility');
    expect(file).toMatchObject({
      zone: 'Asia/Baghdad',
      inputs: { givenAt: 'time', dueAt: 'time', category: 'code' },
    });
    expect(
      (await get('/workflows/officer-case', { 'if-none-match': answer.headers['etag'] ?? '' })).status,
    ).toBe(304);
  });

  it('draw the chart, with the state of a case lit', async () => {
    const plain = await get('/workflows/officer-case/diagram.mmd');
    const lit = await get(`/workflows/officer-case/diagram.mmd?case=${caseId}`);
    expect(plain.text).toContain('stateDiagram');
    expect(lit.text).not.toBe(plain.text);
    const svg = await get(`/workflows/officer-case/diagram.svg?case=${caseId}`);
    expect(svg.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(svg.text).toMatch(/^<svg/);
  });

  it('count the population now and then, over time and between moments', async () => {
    const now = bodyOf('getPopulation', await get('/population?workflow=officer-case'));
    const then = bodyOf('getPopulation', await get(`/population?workflow=officer-case&asOf=${beforeMove}`));
    expect(now.facilities).toMatchObject({ RUTBA: 1, QAIM: 2 });
    expect(then.facilities).toEqual({ QAIM: 3 });
    // Days are those of the zone of the workflow, which is three hours ahead.
    const day = plus(beforeMove, hours(3)).slice(0, 10);
    const { days } = bodyOf(
      'getPopulationSeries',
      await get(`/population/series?workflow=officer-case&from=${day}&to=${day}`),
    );
    expect(days[0]?.states).toMatchObject({ camped: 3 });
    const query = `workflow=officer-case&from=2024-01-01T00:00:00Z&to=${beforeMove}`;
    const { flows } = bodyOf('getPopulationFlows', await get(`/population/flows?${query}`));
    expect(flows).toContainEqual({ from: null, to: 'camped.settled', count: 3 });
    expect(problemIn(await get('/population/series?from=2025-02-01&to=2025-01-01')).code).toBe(
      'REQUEST_INVALID',
    );
  });

  it('show the log over all cases with filters, and page by page', async () => {
    const newest = bodyOf(
      'listAuditEvents',
      await get('/audit/events?actor=sup-01&type=FacilityTransferred'),
    );
    expect(newest.items).toEqual([expect.objectContaining({ caseId, command: 'TransferFacility' })]);
    const first = bodyOf('listAuditEvents', await get('/audit/events?order=oldest&limit=2'));
    const second = bodyOf(
      'listAuditEvents',
      await get(`/audit/events?order=oldest&limit=2&cursor=${first.next ?? ''}`),
    );
    const positions = [...first.items, ...second.items].map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(new Set(positions).size).toBe(4);
    expect(bodyOf('listAuditEvents', await get('/audit/events?to=2020-01-01T00:00:00Z')).items).toEqual([]);
  });

  it('show what was refused', async () => {
    const { items } = bodyOf('listRefusals', await get(`/audit/refusals?actor=aud-01&case=${caseId}`));
    expect(items).toEqual([
      expect.objectContaining({ code: 'NOT_PERMITTED', command: 'TransferFacility', caseId }),
    ]);
    expect(bodyOf('listRefusals', await get('/audit/refusals?code=WRONG_STATE')).items).toEqual([]);
  });

  it('show what is due, page by page', async () => {
    const { items } = bodyOf('getInbox', await get('/inbox'));
    expect(items.length).toBeGreaterThan(1);
    const first = bodyOf('getInbox', await get('/inbox?limit=1'));
    const second = bodyOf('getInbox', await get(`/inbox?limit=1&cursor=${first.next ?? ''}`));
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 2));
  });

  it('compress what is long, for whoever can read that', async () => {
    const answer = await get('/workflows/officer-case', { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});
