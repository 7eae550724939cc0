import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportedFigure } from '@safeconduct/contracts';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { entry, officerCase, stateIntention } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
const began = new Date().toISOString();
let moment = began;

beforeAll(async () => {
  server = await testServer();
  // Happened in 2024, and is known since today.
  await server.engine.handle({
    ...{ target: { workflow: 'officer-case' }, command: 'RegisterEntry', actor: actorOf('intake-01') },
    ...{ input: entry('QAIM-2024-00000'), occurredAt: '2024-12-08T06:00:00Z' },
  });
  const ids: string[] = [];
  for (const number of [1, 2, 3, 4]) ids.push((await officerCase(server, `QAIM-2024-0000${number}`)).caseId);
  const [first = '', second = ''] = ids;
  await stateIntention(server, first, 'refuse');
  await server.engine.handle({
    ...{ target: { caseId: second }, command: 'TransferFacility', actor: actorOf('sup-01') },
    input: { facility: 'RUTBA', orderNo: 'TO-1' },
  });
  await registerPeople(server, {
    'sup-70': { roles: ['supervisor'], unit: 'RUTBA' },
    'sup-71': { roles: ['supervisor'] },
    'co-70': { roles: ['caseOfficer'], unit: 'QAIM' },
    'aut-70': { roles: ['authority'] },
    'leg-70': { roles: ['counsel'] },
  });
  await server.settled();
  moment = new Date().toISOString();
});
afterAll(() => server.close());

const path = '/api/v1/reported-figures';
const get = (rest: string, as: string): Promise<Answer> =>
  server.ask({ url: `${path}${rest}`, headers: { as } });
const post = (rest: string, as: string, body: unknown): Promise<Answer> =>
  server.ask({ method: 'POST', url: `${path}${rest}`, headers: { as }, body });
const report = (more: object = {}) => ({
  ...{
    source: 'A newspaper',
    address: 'https://www.example.org/news/1',
    published: moment,
    speaksOf: moment,
  },
  ...{ quote: 'Five persons entered.\nقال متحدث: دخل خمسة أشخاص.', figure: 5, relation: 'exactly', ...more },
});
const record = (more: object = {}, as = 'aud-01') => post('', as, report(more));
const recorded = async (more: object = {}, as = 'aud-01'): Promise<ReportedFigure> =>
  bodyOf('reportFigure', await record(more, as));
const listed = async (as = 'aud-01', rest = '') => bodyOf('listReportedFigures', await get(rest, as)).items;

describe('figures that others stated', () => {
  it('are compared with the ledger by what happened and by what was known, and lead to the rows behind', async () => {
    const figure = await recorded({ figure: 4, relation: 'moreThan' });
    expect(figure).toMatchObject({
      ...{
        source: 'A newspaper',
        address: 'https://www.example.org/news/1',
        figure: 4,
        counts: {},
        sum: null,
      },
      recorded: { by: { id: 'aud-01', role: 'auditor' } },
      withdrawal: null,
      comparisons: {
        occurred: {
          ...{ verdict: 'borneOut', reason: null, offBy: 0 },
          ledger: { value: 5, roundedTo: null, asOf: moment, clock: 'occurred' },
        },
        recorded: { verdict: 'borneOut', ledger: { value: 5, clock: 'recorded' } },
      },
    });
    const [rows = {}] = figure.rows;
    const query = new URLSearchParams(rows).toString();
    const cases = await server.ask({ url: `/api/v1/cases?${query}`, headers: { as: 'aud-01' } });
    expect(bodyOf('listCases', cases).items).toHaveLength(5);
    expect(bodyOf('getReportedFigure', await get(`/${figure.id}`, 'aud-01'))).toEqual(figure);
  });

  it('that nobody could know when they were published are told apart from those that were wrong', async () => {
    const past = { published: '2024-12-31', speaksOf: '2024-12-31', figure: 2 };
    expect((await recorded(past)).comparisons).toMatchObject({
      occurred: { verdict: 'contradicted', offBy: -1, ledger: { value: 1 } },
      recorded: { verdict: 'notComparable', reason: 'NOTHING_RECORDED' },
    });
  });

  it('are narrowed by state, facility, outcome and tag, or count an event', async () => {
    const valueOf = async (counts: object) => (await recorded({ counts })).comparisons.occurred.ledger.value;
    expect(await valueOf({ states: ['camped'] })).toBe(4);
    expect(await valueOf({ states: ['returned'], outcomes: ['RETURNED_VOLUNTARILY'] })).toBe(0);
    expect(await valueOf({ facility: 'RUTBA' })).toBe(1);
    expect(await valueOf({ facility: 'RUTBA', tags: { service: ['officer'] } })).toBe(1);
    expect(await valueOf({ event: 'FacilityTransferred' })).toBe(1);
    expect(await valueOf({ event: 'EntryRegistered', tags: { service: ['officer'] } })).toBe(5);
    expect(await valueOf({ event: 'EntryRegistered', since: began })).toBe(4);
  });

  it('that others should add up to tell the gap, and who of the ledger is in none of the parts', async () => {
    const part = await recorded({ figure: 1, relation: 'atLeast', counts: { facility: 'RUTBA' } });
    const whole = await recorded({ figure: 4, counts: { states: ['camped'] }, parts: [part.id] });
    expect(whole.sum).toEqual({
      ...{ gap: { value: 3, relation: 'atMost' }, withdrawnParts: [], ledgerGap: 3, isRounded: false },
      rest: {
        ...{ value: 3, roundedTo: null, asOf: whole.comparisons.occurred.ledger.asOf },
        groups: [
          {
            ...{ state: 'camped', facility: 'QAIM', outcome: null, count: 3 },
            rows: [
              {
                ...{ workflow: 'officer-case', state: 'camped', facility: 'QAIM' },
                asOf: whole.comparisons.occurred.ledger.asOf,
              },
            ],
          },
        ],
      },
    });
    const event = await recorded({ figure: 1, counts: { event: 'FacilityTransferred' } });
    const other = await recorded({ figure: 4, counts: { states: ['camped'] }, parts: [event.id] });
    expect(other.sum).toMatchObject({ gap: { value: 3, relation: 'exactly' }, ledgerGap: 3, rest: null });
    await post(`/${part.id}/withdrawal`, 'aud-01', { reason: 'It was another camp.' });
    const after = bodyOf('getReportedFigure', await get(`/${whole.id}`, 'aud-01'));
    expect(after.sum).toMatchObject({ gap: null, withdrawnParts: [part.id] });
  });

  it('are recorded once when the same is sent twice, corrected and withdrawn by further facts', async () => {
    const [one, two] = await Promise.all([record({ figure: 77 }), record({ figure: 77 })]);
    expect([one.status, two.status].sort()).toEqual([200, 201]);
    const [figure, again] = [one, two].map(({ text }) => JSON.parse(text) as ReportedFigure);
    if (figure === undefined) throw new Error('no figure');
    expect(again?.id).toBe(figure.id);
    const correction = { figure: report({ figure: 78 }), reason: 'Read wrongly.' };
    const corrected = await post(`/${figure.id}/correction`, 'sup-70', correction);
    expect(bodyOf('correctFigure', corrected)).toMatchObject({
      figure: 78,
      corrections: [{ reason: 'Read wrongly.', by: { id: 'sup-70' }, was: { figure: 77 } }],
    });
    const withdrawn = await post(`/${figure.id}/withdrawal`, 'sup-70', { reason: 'Nobody said so.' });
    expect(bodyOf('withdrawFigure', withdrawn).withdrawal).toMatchObject({ reason: 'Nobody said so.' });
    expect(problemIn(await post(`/${figure.id}/withdrawal`, 'sup-70', { reason: 'Again.' }))).toMatchObject({
      ...{ status: 409, code: 'FIGURE_WITHDRAWN' },
    });
    expect((await listed()).map(({ id }) => id)).not.toContain(figure.id);
    expect((await listed('aud-01', '?withdrawn=true')).map(({ id }) => id)).toContain(figure.id);
  });

  it('are recorded by supervisors and auditors, and read by everybody who gets figures', async () => {
    for (const as of ['co-70', 'aut-70', 'dpo-01'])
      expect([as, problemIn(await record({}, as))]).toMatchObject([
        as,
        { status: 403, code: 'NOT_PERMITTED', requiredRoles: ['supervisor', 'auditor'] },
      ]);
    for (const as of ['leg-70', 'sup-71']) {
      expect([as, problemIn(await get('', as)).code]).toEqual([as, 'READ_NOT_PERMITTED']);
      expect([as, problemIn(await record({ source: as }, as)).code]).toEqual([as, 'READ_NOT_PERMITTED']);
    }
    const all = (await listed('aut-70', '?withdrawn=true')).map(({ source }) => source);
    expect(all).not.toContain('sup-71');
    const session = async (as: string) =>
      bodyOf('getSession', await server.ask({ url: '/api/v1/session', headers: { as } })).permissions;
    expect((await session('sup-70')).recordsFigures).toEqual(['officer-case']);
    expect((await session('co-70')).recordsFigures).toEqual([]);
  });

  it('are compared with nothing that the reader does not get: other places, and exact numbers of hidden tags', async () => {
    const counts = { facility: 'QAIM', tags: { intention: ['refuse'] } };
    const hidden = await recorded({ figure: 1, counts, source: 'hidden' });
    // An auditor does not see intentions: the number is rounded, and so is the verdict.
    expect(hidden.comparisons.occurred).toMatchObject({ ledger: { roundedTo: 5 }, verdict: 'possible' });
    expect(hidden.rows).toEqual([]);
    const own = await recorded({ figure: 1, counts: { facility: 'RUTBA' }, source: 'own' });
    const asSeen = async (id: string) =>
      bodyOf('getReportedFigure', await get(`/${id}`, 'sup-70')).comparisons.occurred;
    expect(await asSeen(own.id)).toMatchObject({ verdict: 'borneOut', ledger: { value: 1 } });
    for (const other of [hidden, await recorded(), await recorded({ counts: { event: 'EntryRegistered' } })])
      expect(await asSeen(other.id)).toMatchObject({
        ...{ verdict: 'notComparable', reason: 'OTHER_PLACES', offBy: null, ledger: { value: null } },
      });
  });

  it.each([
    [{ figure: -1 }, 'figure', 'too_small'],
    [{ figure: 2.5 }, 'figure', 'invalid_type'],
    [{ figure: '4' }, 'figure', 'invalid_type'],
    [{ relation: 'roughly' }, 'relation', 'invalid_value'],
    [{ counts: { states: ['camped.nowhere'] } }, 'counts.states', 'unknown_name'],
    [{ counts: { place: 'QAIM' } }, 'counts.place', 'unrecognized_keys'],
    [{ published: '2124-01-01' }, 'published', 'date_too_late'],
    [{ speaksOf: '2026-02-30' }, 'speaksOf', 'custom'],
    [{ published: '1446-06-20' }, 'published', 'hijri_year'],
    [{ quote: 'x'.repeat(50_000) }, 'quote', 'too_big'],
    [{ quote: 'four \u202eruof' }, 'quote', 'forbidden_character'],
    [{ source: 'A\npaper' }, 'source', 'custom'],
    [{ source: '  ' }, 'source', 'too_small'],
    [{ address: 'http://example.org/' }, 'address', 'custom'],
    [{ address: 'javascript:alert(1)' }, 'address', 'custom'],
    [{ parts: ['x'] }, 'parts.0', 'invalid_format'],
    [{ parts: ['00000000-0000-4000-8000-000000000000'] }, 'parts.0', 'unknown_name'],
  ])('are not recorded with %j', async (more, at, code) => {
    const before = (await listed('aud-01', '?withdrawn=true')).length;
    const answer = problemIn(await record(more));
    expect(answer.code).toMatch(/^(?:COMMAND|REQUEST)_INVALID$/);
    expect(answer).toMatchObject({ status: 400, issues: [{ path: at, code }] });
    expect(await listed('aud-01', '?withdrawn=true')).toHaveLength(before);
  });

  it('are listed page by page, the newest first, also when one of them is withdrawn meanwhile', async () => {
    const all = (await listed()).map(({ id }) => id);
    const first = bodyOf('listReportedFigures', await get('?limit=2', 'aud-01'));
    expect(first.items.map(({ id }) => id)).toEqual(all.slice(0, 2));
    await post(`/${all[1] ?? ''}/withdrawal`, 'aud-01', { reason: 'Meanwhile.' });
    const second = bodyOf('listReportedFigures', await get(`?limit=2&cursor=${first.next ?? ''}`, 'aud-01'));
    expect(second.items.map(({ id }) => id)).toEqual(all.slice(2, 4));
    expect(problemIn(await get('?cursor=abc', 'aud-01')).code).toBe('REQUEST_INVALID');
    expect(problemIn(await get('/00000000-0000-4000-8000-000000000000', 'aud-01')).code).toBe(
      'FIGURE_NOT_FOUND',
    );
  });
});
