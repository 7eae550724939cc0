import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadEntry } from '@safeconduct/contracts';
import { verifyReads } from '@safeconduct/engine';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { officerCase, stateIntention } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
const ids = { qaim: '', rutba: '' };
const everythingTold = ['Ahmad', 'QAIM-2024-0000', 'in uniform'];

beforeAll(async () => {
  server = await testServer();
  ids.qaim = (await officerCase(server, 'QAIM-2024-00001')).caseId;
  ids.rutba = (await officerCase(server, 'QAIM-2024-00002')).caseId;
  await stateIntention(server, ids.qaim, 'refuse');
  const command = (caseId: string, what: string, input: object) =>
    server.engine.handle({ target: { caseId }, command: what, input, actor: actorOf('sup-01') });
  await command(ids.rutba, 'TransferFacility', { facility: 'RUTBA', orderNo: 'TO-1' });
  await command(ids.qaim, 'AssignOfficer', { officer: 'co-07' });
  await registerPeople(server, {
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
  });
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string, as?: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask({ url: `/api/v1${path}`, headers: { ...(as !== undefined && { as }), ...headers } });

const entries = async (query: string, as = 'aud-01'): Promise<readonly ReadEntry[]> =>
  bodyOf('listReads', await get(`/audit/reads${query}`, as)).items;

/** The entries that a request left: those with its id. */
async function entriesOf(answer: Answer): Promise<readonly ReadEntry[]> {
  const requestId = answer.headers['x-request-id'];
  const all = await entries('?limit=200');
  return all.filter((one) => one.requestId === requestId);
}

describe('a read', () => {
  it.each([
    ['', 'getCase'],
    ['/history', 'getHistory'],
    ['/replay', 'getReplay'],
    ['/commands', 'getCommands'],
    ['?revision=0', 'getCase'],
  ])(
    'of a case is entered: who, which, what for, from where, which classes (%s)',
    async (rest, operation) => {
      const answer = await get(`/cases/${ids.qaim}${rest}`, 'sup-51', { 'x-purpose': 'return' });
      expect(answer.status).toBe(200);
      const found = await entriesOf(answer);
      expect(found.length).toBeGreaterThan(0);
      for (const entry of found)
        expect(entry).toMatchObject({
          ...{ actor: 'sup-51', roles: ['supervisor'], unit: 'QAIM', purposes: ['return'], operation },
          ...{ way: 'http', address: expect.stringMatching(/127\.0\.0\.1|::1/), cases: [ids.qaim] },
          ...{ breakGlass: null, searched: null },
        });
      const classes = found.flatMap((entry) => entry.classes);
      expect(classes).toContain('identity');
      expect(classes).not.toContain('medical');
      expect(classes).not.toContain('witness');
    },
  );

  it('names the classes that were handed over to this reader, and no others', async () => {
    const [entry] = await entriesOf(await get(`/cases/${ids.qaim}`, 'aud-01'));
    expect(entry?.classes).toContain('military');
    for (const hidden of ['identity', 'risk', 'narrative', 'medical', 'witness'])
      expect(entry?.classes).not.toContain(hidden);
  });

  it('of a past moment says which', async () => {
    const [entry] = await entriesOf(await get(`/cases/${ids.qaim}?revision=1`, 'sup-51'));
    expect(entry).toMatchObject({ moment: 'revision 1' });
    const [other] = await entriesOf(await get('/cases?asOf=2025-01-01T00:00:00Z', 'sup-51'));
    expect(other).toMatchObject({ moment: '2025-01-01T00:00:00.000Z occurred', operation: 'listCases' });
  });

  it('of a list names each case that was shown, and no other', async () => {
    for (const [as, shown] of [
      ['sup-51', [ids.qaim]],
      ['sup-52', [ids.rutba]],
      ['aud-01', [ids.qaim, ids.rutba]],
      ['co-08', []],
    ] as const) {
      const [entry] = await entriesOf(await get('/cases', as));
      expect(entry).toMatchObject({ actor: as, cases: shown, rows: shown.length });
    }
  });

  it.each(['/inbox', '/audit/events', '/audit/refusals', '/proposals'])(
    'of %s is entered with the cases in it',
    async (path) => {
      const answer = await get(path, 'sup-51');
      interface Listed {
        readonly items: readonly { readonly caseId: string }[];
      }
      const { items, proposals = { items: [] } } = answer.json<Listed & { readonly proposals?: Listed }>();
      const shown = [...items, ...proposals.items].map(({ caseId }) => caseId);
      const entered = (await entriesOf(answer)).flatMap(({ cases }) => cases);
      expect(new Set(entered)).toEqual(new Set(shown));
    },
  );

  it('of a case that is not theirs is entered as one that showed nothing', async () => {
    const [entry] = await entriesOf(await get(`/cases/${ids.qaim}`, 'sup-52'));
    expect(entry).toMatchObject({ actor: 'sup-52', cases: [ids.qaim], classes: [], rows: 0 });
  });

  const searchFor = (text: string) =>
    server.ask({ method: 'POST', url: '/api/v1/case-search', headers: { as: 'sup-51' }, body: { text } });

  it('that searches is entered as a keyed hash with what it found, never as what was typed', async () => {
    const searches = await Promise.all([
      searchFor('Ahmad'),
      searchFor('ahmad'),
      searchFor('nobody'),
      get('/cases?reference=QAIM-2024-00001', 'sup-51'),
      get('/cases?q=QAIM-2024', 'sup-51'),
    ]);
    const [first, same, other, byReference, byItsBeginning] = await Promise.all(
      searches.map(async (one) => (await entriesOf(one))[0]),
    );
    expect(first?.searched).toMatch(/^[\w-]{43}$/);
    expect(first).toMatchObject({ cases: [ids.qaim] });
    expect(same?.searched).toBe(first?.searched);
    expect(other).toMatchObject({ cases: [], rows: 0 });
    expect(other?.searched).not.toBe(first?.searched);
    expect(byReference).toMatchObject({ cases: [ids.qaim], classes: ['identity', 'military', 'risk'] });
    for (const one of [byReference, byItsBeginning]) expect(one?.searched).toMatch(/^[\w-]{43}$/);
  });

  it('that ranks, or looks for cases of the same person, is entered as a search is', async () => {
    const asked = { method: 'POST', headers: { as: 'sup-51' } } as const;
    const data = { nameLatin: 'Somebody Else', registrationNo: 'QAIM-2024-00001' };
    const [listed, ranked, same] = await Promise.all(
      [
        searchFor('Ahmad'),
        server.ask({ ...asked, url: '/api/v1/search', body: { text: 'Ahmad' } }),
        server.ask({
          ...{ ...asked, url: '/api/v1/case-duplicates' },
          body: { workflow: 'officer-case', data },
        }),
      ].map(async (one) => (await entriesOf(await one))[0]),
    );
    expect(ranked).toMatchObject({ operation: 'search', cases: [ids.qaim], rows: 1 });
    expect(ranked?.searched).toBe(listed?.searched);
    expect(same).toMatchObject({ operation: 'findDuplicates', cases: [ids.qaim], rows: 1 });
    expect(same?.searched).toMatch(/^[\w-]{43}$/);
    for (const { classes } of [ranked, same].filter((one) => one !== undefined))
      expect(classes).toContain('identity');
  });

  it('of numbers of cases is entered where they were searched for, once for each request', async () => {
    expect(await entriesOf(await get('/cases/facets?state=camped', 'sup-51'))).toEqual([]);
    expect(await entriesOf(await get('/counts', 'sup-51'))).toEqual([]);
    const found = await entriesOf(await get('/cases/facets?state=camped&q=QAIM', 'sup-51'));
    expect(found).toMatchObject([{ operation: 'getCaseFacets', cases: [], rows: 0 }]);
    expect(found[0]?.searched).toMatch(/^[\w-]{43}$/);
    const url = '/api/v1/case-search/facets';
    const figures = await server.ask({
      method: 'POST',
      url,
      headers: { as: 'sup-51' },
      body: { text: 'Ahmad' },
    });
    const [listed] = await entriesOf(await searchFor('Ahmad'));
    expect(await entriesOf(figures)).toMatchObject([
      { operation: 'searchCaseFacets', cases: [], rows: 0, searched: listed?.searched },
    ]);
  });

  it('by an operator of the machine in nobody’s name is entered as such', async () => {
    const [entry] = await entriesOf(await get(`/cases/${ids.qaim}`));
    expect(entry).toMatchObject({ actor: 'operator', purposes: ['systemWork'], cases: [ids.qaim] });
  });

  it('of the log of reads is entered in it', async () => {
    const answer = await get(`/audit/reads?case=${ids.qaim}`, 'dpo-01');
    const [entry] = await entriesOf(answer);
    expect(entry).toMatchObject({
      ...{ actor: 'dpo-01', operation: 'listReads', cases: [ids.qaim], classes: ['reads'] },
      rows: expect.any(Number),
    });
  });

  it('of nothing but figures is not entered, because they are about no single case', async () => {
    expect(await entriesOf(await get('/population', 'aud-01'))).toEqual([]);
  });
});

describe('the head of the log of reads', () => {
  it('that is noted changes the tag of no list, and a command does', async () => {
    const list = (headers: Record<string, string> = {}) => get('/cases', 'sup-51', headers);
    const known = { 'if-none-match': String((await list()).headers['etag']) };
    for (let heads = 0; heads < 2; heads += 1) {
      await get(`/cases/${ids.qaim}`, 'sup-51');
      expect(await server.installation.readHeads.note()).toBe(true);
    }
    await server.settled();
    expect((await list(known)).status).toBe(304);
    await get(`/cases/${ids.qaim}`, 'sup-51');
    expect(await server.installation.readHeads.note()).toBe(true);
    await server.settled();
    expect((await list(known)).status).toBe(304);
    await stateIntention(server, ids.qaim, 'undecided');
    await server.settled();
    expect((await list(known)).status).toBe(200);
  });
});

describe('the log of reads', () => {
  it('holds no personal datum besides who read', async () => {
    const text = JSON.stringify(await entries('?limit=200'));
    for (const told of everythingTold) expect(text).not.toContain(told);
  });

  it('is a chain in which no entry is missing or changed', async () => {
    const { reads } = server.installation;
    const report = await verifyReads(reads);
    expect(report.problems).toEqual([]);
    expect(report.entries).toBeGreaterThan(20);
  });

  it('is narrowed by reader, case, purpose, class and period, and turned page by page', async () => {
    await get(`/cases/${ids.qaim}`, 'sup-51', { 'x-purpose': 'custody' });
    for (const [query, holds] of [
      ['?actor=sup-51', ({ actor }) => actor === 'sup-51'],
      ['?actor=SUP-51', ({ actor }) => actor === 'sup-51'],
      [`?case=${ids.rutba}`, ({ cases }) => cases.includes(ids.rutba)],
      ['?purpose=custody', ({ purposes }) => purposes.includes('custody')],
      ['?class=risk', ({ classes }) => classes.includes('risk')],
      [`?case=${ids.qaim}&class=risk&actor=sup-51`, ({ cases }) => cases.includes(ids.qaim)],
    ] as readonly (readonly [string, (entry: ReadEntry) => boolean])[]) {
      const found = await entries(query);
      expect([query, found.length > 0, found.every(holds)]).toEqual([query, true, true]);
    }
    expect(await entries('?to=2000-01-01T00:00:00Z')).toEqual([]);
    expect(await entries('?breakGlass=true')).toEqual([]);
    const numbers: number[] = [];
    for (let cursor = ''; ;) {
      const page = bodyOf(
        'listReads',
        await get(`/audit/reads?actor=sup-51&order=oldest&limit=3${cursor}`, 'aud-01'),
      );
      numbers.push(...page.items.map(({ number }) => number));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    const all = await entries('?actor=sup-51&order=oldest&limit=200');
    expect(numbers).toEqual(all.map(({ number }) => number));
  });

  it('is not narrowed by a name that there is not, nor by a period that ends before it begins', async () => {
    for (const [asked, issue] of [
      ['reads?class=medicl', { path: 'query.class', message: 'is not known; did you mean medical?' }],
      ['reads?purpose=custdy', { path: 'query.purpose', message: 'is not known; did you mean custody?' }],
      ['reads?from=2025-02-01T00:00:00Z&to=2025-01-31T00:00:00Z', { path: 'query.to', code: 'too_small' }],
      ['events?from=2025-02-01T00:00:00Z&to=2025-01-31T00:00:00Z', { path: 'query.to', code: 'too_small' }],
    ] as const)
      expect(problemIn(await get(`/audit/${asked}`, 'aud-01'))).toMatchObject({
        ...{ code: 'REQUEST_INVALID', issues: [issue] },
      });
  });

  it('is shown as the matrix says: all of it, of one unit, of one case that is theirs, their own, or nothing', async () => {
    await get('/cases', 'sup-52');
    await get(`/cases/${ids.qaim}`, 'co-07');
    const readers = async (as: string, query = '') =>
      new Set((await entries(query, as)).map(({ actor }) => actor));
    expect((await readers('dpo-01')).size).toBeGreaterThan(3);
    expect(await readers('sup-52')).toEqual(new Set(['sup-52']));
    expect(await readers('co-07')).toEqual(new Set(['co-07']));
    expect(await readers('co-07', `?case=${ids.qaim}`)).toEqual(new Set(['co-07']));
    for (const [as, query] of [
      ['co-07', '?actor=sup-51'],
      ['aut-01', ''],
      ['brd-01', ''],
      ['leg-01', ''],
      ['int-01', ''],
    ] as const)
      expect([as, problemIn(await get(`/audit/reads${query}`, as)).code]).toEqual([as, 'READ_NOT_PERMITTED']);
    // Counsel is told of the case of a client alone, and of other people's lists only that this case was in them.
    expect(await entries(`?case=${ids.qaim}`, 'leg-01')).toEqual([]);
  });
});
