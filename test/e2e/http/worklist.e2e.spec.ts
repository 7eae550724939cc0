import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
/** How far the clock of the server is ahead of that of the machine. */
let aheadMs = 0;
const ids: Record<string, string> = {};

const persons = [
  { reference: 'QAIM-2024-00001', name: 'Ziyad Omar', nameArabic: 'أحمد عمر', officer: 'co-08' },
  { reference: 'QAIM-2024-00002', name: 'Élias Ahmad', nameArabic: 'بَاسِل أحمد', officer: 'co-07' },
  { reference: 'QAIM-2024-00003', name: 'ahmad Iyad', nameArabic: 'هدى عيسى', officer: 'co-08' },
];
const entered = 'QAIM-2024-00004';

beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(Date.now() + aheadMs).toISOString() } });
  for (const { reference, name, nameArabic } of persons)
    ids[reference] = (await officerCase(server, reference, { name, nameArabic })).caseId;
  const last = { name: 'Basil Omar', nameArabic: 'عمر باسل', camped: false };
  ids[entered] = (await officerCase(server, entered, last)).caseId;
  await registerPeople(server, {
    'co-07': { roles: ['caseOfficer'] },
    'co-08': { roles: ['caseOfficer'] },
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
    'aud-51': { roles: ['auditor'] },
    'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
  });
  const names = { nameLatin: 'Sara Hadi', nameArabic: 'سارة هادي' };
  for (const [person, data] of [
    ['co-07', names],
    ['co-08', { nameLatin: 'Omar Zaid' }],
  ] as const) {
    const url = `/api/v1/people/${person}/commands/RenamePerson`;
    bodyOf(
      'changePerson',
      await server.ask({ method: 'POST', url, headers: { as: 'adm-1' }, body: { data } }),
    );
  }
  for (const { reference, officer } of persons.slice(0, 2))
    await assign(server, ids[reference] ?? '', officer);
  await server.settled();
});
afterAll(() => server.close());

const ask = (query: string, as?: string) =>
  server.ask({ url: `/api/v1/cases?${query}`, headers: as === undefined ? {} : { as } });
const pageOf = async (query: string, as?: string) => bodyOf('listCases', await ask(query, as));
const endings = async (query: string, as?: string) =>
  (await pageOf(query, as)).items.map(({ reference }) => reference?.at(-1)).join('');

describe('the worklist', () => {
  it.each([
    ['state=camped', '123'],
    ['state=entered,camped', '1234'],
    ['state=entered.intake,relocating', '4'],
    ['assignee=co-07', '2'],
    ['assignee=none', '34'],
    ['assignee=none&state=camped', '3'],
    ['open=true', '1234'],
    ['open=false', ''],
    ['open=true&assignee=none&state=camped', '3'],
    ['deadline=screening', '4'],
    ['waitingOn=custody', ''],
    ['dueFrom=2100-01-01T00:00:00Z', ''],
    ['due=overdue', ''],
    ['sinceBefore=2100-01-01T00:00:00Z', '1234'],
    ['sinceBefore=2020-01-01T00:00:00Z', ''],
    ['updatedFrom=2020-01-01T00:00:00Z&state=camped', '123'],
    ['updatedFrom=2100-01-01T00:00:00Z', ''],
  ])('is narrowed to %s, and says how many there are', async (query, expected) => {
    expect(await endings(`${query}&sort=reference`)).toBe(expected);
    expect((await pageOf(`${query}&limit=1`)).total).toEqual({ value: expected.length, relation: 'eq' });
  });

  it('is narrowed to cases by their ids', async () => {
    expect(await endings(`ids=${String(ids[entered])},${String(ids['QAIM-2024-00002'])}`)).toBe('24');
    expect(problemIn(await ask('ids=1,2'))).toMatchObject({
      status: 400,
      issues: [{ path: 'query.ids.0' }, {}],
    });
  });

  it('has the cases of who asks, and of nobody as far as they are seen', async () => {
    expect(await endings('assignee=me', 'co-08')).toBe('1');
    expect(await endings('assignee=none', 'co-08')).toBe('');
    expect(await endings('assignee=none', 'sup-51')).toBe('34');
    expect(await endings('assignee=me', 'sup-51')).toBe('');
  });

  it('is narrowed to those who have to act, in any order', async () => {
    const { items } = await pageOf('');
    const roles = [...new Set(items.flatMap(({ waitingOn }) => waitingOn ?? []))];
    expect(roles.length).toBeGreaterThan(1);
    for (const role of roles) {
      const theirs = items.filter(({ waitingOn }) => waitingOn?.includes(role)).map(({ caseId }) => caseId);
      const found = await pageOf(`waitingOn=${role}&sort=-updated`);
      expect(new Set(found.items.map(({ caseId }) => caseId))).toEqual(new Set(theirs));
    }
    const either = await pageOf(`waitingOn=${roles.slice(0, 2).join(',')}`);
    expect(either.total.value).toBeGreaterThan(0);
  });

  it.each([
    ['subject', '3421'],
    ['-subject', '1243'],
    ['subjectArabic', '1243'],
    ['state', '1234'],
    ['-state', '4321'],
    ['assignee', '3421'],
    ['-assignee', '1243'],
  ])('is sorted by %s, page by page, also beside due dates', async (sort, expected) => {
    expect(await endings(`sort=${sort}`)).toBe(expected);
    let read = '';
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await pageOf(`sort=${sort}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      read += page.items[0]?.reference?.at(-1) ?? '';
      cursor = page.next;
    }
    expect(read).toBe(expected);
    const all = 'due=2100-01-01T00:00:00Z';
    expect((await endings(`sort=${sort}&${all}`)).length).toBe((await pageOf(all)).total.value);
  });

  it('has no name in the address of its next page', async () => {
    const { next } = await pageOf('sort=subject&limit=1');
    expect(Buffer.from(next ?? '', 'base64url').toString()).not.toMatch(/ahmad/i);
  });

  it('is not sorted by names for somebody who does not see them', async () => {
    expect(problemIn(await ask('sort=subject', 'aud-51'))).toMatchObject({
      ...{ status: 403, code: 'READ_NOT_PERMITTED' },
    });
    expect((await ask('sort=state', 'aud-51')).status).toBe(200);
  });

  it('begins no page behind a case that the reader does not see', async () => {
    const { next } = await pageOf('sort=subject&limit=1');
    expect(problemIn(await ask(`sort=subject&cursor=${String(next)}`, 'co-07'))).toMatchObject({
      ...{ status: 400, issues: [{ path: 'query.cursor', code: 'invalid_cursor' }] },
    });
  });

  it('shows the name of the officer, the next deadline and whom it waits for', async () => {
    const { items, fields } = await pageOf('');
    expect(fields).toBeNull();
    const named = items.map(({ assignee, assigneeName }) => [assignee, assigneeName]);
    expect(named).toEqual([
      ['co-08', { latin: 'Omar Zaid', arabic: 'Omar Zaid' }],
      ['co-07', { latin: 'Sara Hadi', arabic: 'سارة هادي' }],
      [null, null],
      [null, null],
    ]);
    const inbox = bodyOf('getInbox', await server.ask({ url: '/api/v1/inbox?limit=100' }));
    for (const { caseId, nextDeadline, overdue, waitingOn } of items) {
      const [first, ...others] = inbox.items.filter((item) => item.caseId === caseId);
      expect(nextDeadline).toEqual(
        first === undefined
          ? null
          : { name: first.deadline, dueAt: first.dueAt, role: first.role, overdue: first.overdue },
      );
      expect(overdue).toBe(first?.overdue ?? false);
      expect(waitingOn).toEqual([...new Set([...(first ? [first] : []), ...others].map(({ role }) => role))]);
    }
  });

  it('has what was asked for of each case, and says so', async () => {
    const page = await pageOf('fields=reference,overdue&limit=1');
    expect(page.fields).toEqual(['reference', 'overdue']);
    expect(Object.keys(page.items[0] ?? {})).toEqual(['reference', 'overdue']);
  });

  it('says of a past moment only what was kept of it', async () => {
    const { items, total } = await pageOf('asOf=2100-01-01T00:00:00Z');
    expect(total).toEqual({ value: 4, relation: 'eq' });
    expect(items[0]).toMatchObject({
      assigneeName: null,
      nextDeadline: null,
      overdue: null,
      waitingOn: null,
    });
  });

  it.each(['assignee=me', 'waitingOn=custody', 'deadline=screening', 'dueFrom=2024-12-08T00:00:00Z'])(
    'is not narrowed at a past moment to %s, of which no past is kept',
    async (query) => {
      const [name] = query.split('=');
      expect(problemIn(await ask(`asOf=2024-12-08T00:00:00Z&${query}`))).toMatchObject({
        ...{ status: 400, issues: [{ path: `query.${String(name)}`, code: 'not_in_the_past' }] },
      });
    },
  );

  it('is another one for a cache once a deadline has passed', async () => {
    const first = await ask('');
    const tag = first.headers['etag'] ?? '';
    const again = () => server.ask({ url: '/api/v1/cases?', headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    const { nextDeadline } = (await pageOf('sort=due&limit=1')).items[0] ?? {};
    aheadMs = Date.parse(nextDeadline?.dueAt ?? '') - Date.now() + 1;
    const later = await again();
    expect(later.status).toBe(200);
    expect(bodyOf('listCases', later).items.some(({ overdue }) => overdue)).toBe(true);
    expect((await pageOf('due=overdue')).total.value).toBeGreaterThan(0);
  });
});

describe('a cursor that no answer gave', () => {
  it.each([
    ['cases?sort=due', ['due', 'reference', 'x']],
    ['cases?sort=updated', ['updated', 7, 'x']],
    ['cases?sort=since', ['since', '2025-01-01', 'x']],
    ['cases?sort=reference', ['reference', '\u0000', 'x']],
    ['cases?sort=reference', ['reference', 1e300, 'x']],
    ['proposals', ['reference', 'x']],
    ['proposals', ['2025-01-01T00:00:00.000Z', '\u0000']],
    ['inbox', ['soon', 'x', 'y']],
    ['jobs', '\u0000'],
    ['workflows/officer-case/registries/people', '\u0000'],
  ])('is refused by %s, as %j', async (path, value) => {
    const cursor = Buffer.from(JSON.stringify(value)).toString('base64url');
    const url = `/api/v1/${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
    expect(problemIn(await server.ask({ url }))).toMatchObject({
      ...{ status: 400, issues: [{ path: 'query.cursor', code: 'invalid_cursor' }] },
    });
  });
});
