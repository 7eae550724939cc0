import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase, stateIntention } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let crossed: string;

const person = (id: string) => ({ id, roles: [] });

beforeAll(async () => {
  server = await testServer();
  const { engine } = server;
  const ids: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    const { caseId } = await officerCase(server, `QAIM-2024-0000${number}`);
    await stateIntention(server, caseId, number % 2 === 0 ? 'stay' : 'refuse');
    ids.push(caseId);
  }
  await officerCase(server, 'QAIM-2024-00005', { camped: false });
  await registerPeople(server, {
    'co-07': { roles: ['caseOfficer'] },
    'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'pro-01': { roles: ['protection'], unit: 'QAIM' },
    'mon-51': { roles: ['monitor'], unit: 'QAIM' },
    'aud-51': { roles: ['auditor'] },
  });
  for (const id of ids.slice(0, 2)) await assign(server, id, 'co-07');
  crossed = ids[3] ?? '';
  // Nothing was consented to, and no risk assessed: the crossing stands against two rules.
  const outcome = await engine.handle({
    ...{ target: { caseId: crossed }, command: 'RecordIrregularCrossing' },
    input: { crossedAt: '2024-12-09T06:00:00+03:00', circumstances: 'at night', reliability: 'confirmed' },
    actor: { ...person('pro-01'), roles: ['protection'] },
    confirmation: { by: { ...person('sup-01'), roles: ['supervisor'] } },
  });
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
  // Refused: an auditor sends nothing; and nobody is twice in a facility.
  for (const roles of [['auditor'], ['supervisor']])
    await engine.handle({
      ...{ target: { caseId: ids[0] ?? '' }, command: 'PlaceInFacility' },
      input: { facility: 'QAIM', orderNo: 'PO-2', legalBasis: 'HC V 1907, art. 11' },
      actor: { ...person(roles[0] === 'auditor' ? 'aud-51' : 'sup-01'), roles },
    });
  await server.settled();
});
afterAll(() => server.close());

type Filters = Readonly<Record<string, string>>;

const get = (path: string, filters: Filters, as: string | undefined) =>
  server.ask({
    url: `/api/v1/audit/${path}?${new URLSearchParams(filters).toString()}`,
    headers: as === undefined ? {} : { as },
  });

/** Each part of the log: how it is listed and counted, and what it is counted by. */
const parts = {
  events: {
    names: ['type', 'command', 'actor', 'role'],
    list: async (filters: Filters, as?: string) =>
      bodyOf('listAuditEvents', await get('events', filters, as)),
    facets: async (filters: Filters, as?: string) =>
      bodyOf('getAuditEventFacets', await get('events/facets', filters, as)),
  },
  refusals: {
    names: ['code', 'command', 'actor', 'role'],
    list: async (filters: Filters, as?: string) => bodyOf('listRefusals', await get('refusals', filters, as)),
    facets: async (filters: Filters, as?: string) =>
      bodyOf('getRefusalFacets', await get('refusals/facets', filters, as)),
  },
  'rules-not-kept': {
    names: ['guard', 'type', 'command', 'actor', 'role'],
    list: async (filters: Filters, as?: string) =>
      bodyOf('listRulesNotKept', await get('rules-not-kept', filters, as)),
    facets: async (filters: Filters, as?: string) =>
      bodyOf('getRuleFacets', await get('rules-not-kept/facets', filters, as)),
  },
} as const;
type Part = keyof typeof parts;
type Counts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;

const readers = [undefined, 'co-07', 'sup-01', 'sup-52', 'aud-51'] as const;
const filters: readonly Filters[] = [
  {},
  { actor: 'sup-01' },
  { role: 'supervisor', command: 'PlaceInFacility' },
  { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', workflow: 'officer-case' },
  { to: '2020-01-01T00:00:00Z' },
];
const questions = (Object.keys(parts) as Part[]).flatMap((part) =>
  readers.flatMap((as) => filters.map((asked) => ({ part, as, asked }))),
);

describe('the facets of the log', () => {
  it.each(questions)('$part of $asked for $as are the totals of lists', async ({ part, as, asked }) => {
    const { list, facets, names } = parts[part];
    const found = await facets(asked, as);
    const { items, total, next } = await list({ ...asked, limit: '500' }, as);
    expect(next).toBeNull();
    expect(total).toEqual({ value: items.length, relation: 'eq' });
    expect(found.total).toBe(items.length);
    for (const name of names)
      for (const { value, count } of (found as unknown as Counts)[name] ?? [])
        expect({ name, value, count }).toEqual({
          ...{ name, value },
          count: (await list({ ...asked, [name]: value, limit: '1' }, as)).total.value,
        });
    const { from: _from, to: _to, ...whenever } = asked;
    const inBars = found.bars.items.reduce((sum, { count }) => sum + count, 0);
    expect(inBars).toBe((await list({ ...whenever, limit: '1' }, as)).total.value);
  });

  it('have no line of a case that is not seen', async () => {
    const all = await parts.events.facets({});
    const few = await parts.events.facets({}, 'co-07');
    expect(few.total).toBeGreaterThan(0);
    expect(few.total).toBeLessThan(all.total);
    expect((await parts.events.facets({ case: crossed }, 'co-07')).total).toBe(0);
  });

  it('count by days of a zone, and by those of a period alone where that is asked for', async () => {
    const { bars } = await parts.events.facets({ zone: 'Asia/Baghdad' });
    expect(bars).toMatchObject({ unit: 'day', zone: 'Asia/Baghdad' });
    expect(bars.items.at(-1)?.count).toBeGreaterThan(0);
    const day = bars.items[0]?.from ?? '';
    const period = { from: `${day}T00:00:00+03:00`, to: `${day}T23:59:59+03:00` };
    const near = await parts.events.facets({ ...period, bars: 'period', zone: 'Asia/Baghdad' });
    expect(near.bars.items).toEqual([{ from: day, to: day, count: bars.items[0]?.count }]);
    const never = await parts.events.facets({ to: '2020-01-01T00:00:00Z', bars: 'period' });
    expect(never).toMatchObject({ total: 0, bars: { items: [] } });
  });

  it.each([
    ['events/facets?zone=Mars', 'query.zone'],
    ['events/facets?bars=some', 'query.bars'],
    ['events/facets?type=NothingHappened', 'query.type'],
    ['events/facets?code=WRONG_STATE', 'query.code'],
    ['events?role=nobody', 'query.role'],
    ['refusals/facets?guard=G-RISK', 'query.guard'],
    ['rules-not-kept?guard=G-NOTHING', 'query.guard'],
    ['rules-not-kept/facets?limit=3', 'query.limit'],
    ['events/facets?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 'query.to'],
    ['rules-not-kept?cursor=nonsense', 'query.cursor'],
  ])('refuse %s and name %s', async (path, field) => {
    const problem = problemIn(await server.ask({ url: `/api/v1/audit/${path}` }));
    expect(problem).toMatchObject({ status: 400, issues: [{ path: field }] });
  });

  it('refuse a workflow that there is not', async () => {
    expect(problemIn(await get('events/facets', { workflow: 'nothing' }, undefined)).code).toBe(
      'WORKFLOW_NOT_FOUND',
    );
  });
});

const counted = async (filters: Filters, as?: string) =>
  bodyOf('getEntryFacets', await get('entries/facets', filters, as));
const entriesIn = async (filters: Filters, as?: string) =>
  bodyOf('listAuditEntries', await get('entries', filters, as));
const looksIn = async (filters: Filters, as?: string) => bodyOf('listReads', await get('reads', filters, as));

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What all pages of a list have. */
async function allOf<Item>(
  ask: (filters: Filters, as?: string) => Promise<Page<Item>>,
  filters: Filters,
  as?: string,
) {
  const all: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<Item> = await ask({ limit: '500', ...filters, ...(cursor !== '' && { cursor }) }, as);
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

const listed = (filters: Filters, as?: string) => allOf(entriesIn, filters, as);
const looks = (filters: Filters, as?: string) => allOf(looksIn, filters, as);
const lookCounts = async (filters: Filters, as?: string) =>
  bodyOf('getReadFacets', await get('reads/facets', filters, as));

/** Each look is entered, so what is compared ends before it. */
const untilNow = async (): Promise<string> => {
  const now = new Date().toISOString();
  while (new Date().toISOString() === now) await new Promise((resolve) => setTimeout(resolve, 1));
  return now;
};

describe('all that is on record', () => {
  it.each(['aud-51', 'sup-01', 'co-07', undefined])('is what its three lists have, for %s', async (as) => {
    const period = { to: await untilNow() };
    const items = await listed(period, as);
    const events = await allOf(parts.events.list, period, as);
    const refusals = await allOf(parts.refusals.list, period, as);
    const looked = await looks(period, as);
    const textOf = (one: (typeof items)[number]) =>
      `${one.kind} ${one.kind === 'looked' ? one.number : one.position}`;
    const texts = items.map(textOf);
    expect(new Set(texts)).toEqual(
      new Set([
        ...events.map(({ position }) => `recorded ${position}`),
        ...refusals.map(({ position }) => `refused ${position}`),
        ...looked.map(({ number }) => `looked ${number}`),
      ]),
    );
    expect(texts).toHaveLength(events.length + refusals.length + looked.length);
    expect(looked.length).toBeGreaterThan(0);
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const oldestFirst = await listed({ ...period, limit: '23', order: 'oldest' }, as);
    expect(oldestFirst.map(textOf)).toEqual(texts.toReversed());
    expect((await entriesIn(period, as)).missing).toEqual([]);
  });

  it.each([
    ['aud-51', {}],
    ['aud-51', { kinds: 'recorded,looked', actor: 'sup-01' }],
    ['aud-51', { kinds: 'refused' }],
    ['sup-01', { actor: 'sup-01' }],
    ['co-07', {}],
    ['aud-51', { workflow: 'officer-case' }],
  ] as const)('is counted as it is listed, for %s narrowed by %j', async (as, asked: Filters) => {
    const narrowed = { ...asked, to: await untilNow() };
    const found = await counted(narrowed, as);
    const items = await listed(narrowed, as);
    expect(found.total).toBe(items.length);
    const { kinds: _kinds, ...ofAllKinds } = narrowed as Filters;
    for (const { value, count } of found.kind)
      expect({ value, count }).toEqual({
        value,
        count: (await listed({ ...ofAllKinds, kinds: value }, as)).length,
      });
    const { actor: _actor, ...ofAnybody } = narrowed as Filters;
    for (const { value, count } of found.actor.slice(0, 3))
      expect({ value, count }).toEqual({
        value,
        count: (await listed({ ...ofAnybody, actor: value }, as)).length,
      });
    for (const { count, kinds } of found.bars.items)
      expect(kinds.recorded + kinds.refused + kinds.looked).toBe(count);
  });

  it('names the case where it is seen, who it was, and where the entry is told by itself', async () => {
    const { items } = await entriesIn({ case: crossed, kinds: 'recorded', limit: '2' }, 'sup-01');
    expect(items[0]).toMatchObject({
      ...{ kind: 'recorded', type: 'IrregularCrossingRecorded', caseId: crossed },
      ...{ reference: 'QAIM-2024-00004', person: { id: 'pro-01', roles: ['protection'] } },
    });
    const hidden = await entriesIn({ case: crossed, kinds: 'recorded', limit: '1' }, 'aud-51');
    expect(hidden.items[0]?.reference).not.toContain('QAIM');
    for (const kind of ['recorded', 'refused', 'looked']) {
      const [entry] = (await entriesIn({ kinds: kind, limit: '1' }, 'aud-51')).items;
      const told = await server.ask({ url: entry?.href ?? '', headers: { as: 'aud-51' } });
      expect(told.status).toBe(200);
      if (kind !== 'recorded')
        expect(told.json<{ readonly items: readonly unknown[] }>().items).not.toEqual([]);
    }
  });

  it('names what of it somebody may not see, and refuses who may see nothing of it', async () => {
    const others = { actor: 'sup-01' };
    const found = await entriesIn(others, 'co-07');
    expect(found.missing).toEqual([{ kind: 'looked', because: 'notPermitted' }]);
    expect(found.items.some(({ kind }) => kind === 'looked')).toBe(false);
    expect(found.items.length).toBeGreaterThan(0);
    expect((await counted(others, 'co-07')).missing).toEqual(found.missing);
    for (const path of ['entries', 'entries/facets'])
      expect(problemIn(await get(path, { ...others, kinds: 'looked' }, 'co-07'))).toMatchObject({
        ...{ status: 403, code: 'READ_NOT_PERMITTED' },
      });
    const ofWorkflow = await entriesIn({ workflow: 'officer-case', limit: '1' }, 'aud-51');
    expect(ofWorkflow.missing).toEqual([{ kind: 'looked', because: 'noWorkflow' }]);
  });

  it('is entered in the log of reads, with the cases in it', async () => {
    const shown = await entriesIn({ kinds: 'recorded,refused' }, 'sup-52');
    await entriesIn({ kinds: 'looked', limit: '1' }, 'sup-52');
    const { items } = await looksIn({ operation: 'listAuditEntries', actor: 'sup-52', limit: '2' }, 'aud-51');
    expect(items).toEqual([
      expect.objectContaining({ cases: [], classes: ['reads'], rows: 1 }),
      expect.objectContaining({ classes: ['identity'], rows: shown.items.length }),
    ]);
    expect(new Set(items[1]?.cases)).toEqual(new Set(shown.items.map(({ caseId }) => caseId)));
  });

  it.each([
    ['entries?kinds=seen', 'query.kinds'],
    ['entries?kinds=', 'query.kinds'],
    ['entries?cursor=nonsense', 'query.cursor'],
    ['entries?cursor=eyJsb29rZWQiOi0xfQ', 'query.cursor'],
    ['entries?type=NothingHappened', 'query.type'],
    ['entries/facets?zone=Mars', 'query.zone'],
    ['entries?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 'query.to'],
    ['reads/facets?operation=getCasse', 'query.operation'],
    ['reads/facets?class=narrativ', 'query.class'],
    ['reads/facets?limit=3', 'query.limit'],
  ])('refuses %s and names %s', async (path, field) => {
    const problem = problemIn(await server.ask({ url: `/api/v1/audit/${path}` }));
    expect(problem.status).toBe(400);
    expect(JSON.stringify(problem)).toContain(field);
  });
});

describe('the facets of who looked', () => {
  it.each([
    ['aud-51', {}],
    ['aud-51', { operation: 'listAuditEvents' }],
    ['aud-51', { purpose: 'assurance', actor: 'aud-51' }],
    ['aud-51', { class: 'rules' }],
    ['sup-01', {}],
    ['co-07', {}],
    [undefined, { breakGlass: 'true' }],
  ] as const)('are the lengths of lists, for %s narrowed by %j', async (as, asked: Filters) => {
    const narrowed = { ...asked, to: await untilNow() };
    const found = await lookCounts(narrowed, as);
    const items = await looks(narrowed, as);
    expect(found.total).toBe(items.length);
    for (const name of ['actor', 'operation', 'purpose', 'class'] as const)
      for (const { value, count } of found[name])
        expect({ name, value, count }).toEqual({
          ...{ name, value },
          count: (await looks({ ...narrowed, [name]: value }, as)).length,
        });
    const withoutEnd = await lookCounts(asked, as);
    expect(withoutEnd.bars.items.reduce((sum, { count }) => sum + count, 0)).toBe(withoutEnd.total);
  });

  it('are those of the reader’s unit, of their own looks, or of one case, as the list is', async () => {
    const unit = await lookCounts({}, 'sup-52');
    expect(unit.actor.every(({ value }) => value === 'sup-52')).toBe(true);
    const own = await lookCounts({}, 'co-07');
    expect(own.actor.map(({ value }) => value)).toEqual(['co-07']);
    expect(problemIn(await get('reads/facets', { actor: 'sup-01' }, 'co-07')).status).toBe(403);
    const ofCase = await lookCounts({ case: crossed }, 'aud-51');
    const entered = await looks({ case: crossed }, 'aud-51');
    expect(ofCase.total).toBe(entered.length - 1);
    expect(entered[0]).toMatchObject({ operation: 'getReadFacets', classes: ['reads'], rows: 1 });
  });
});

describe('the rules that were not kept', () => {
  it('name the rule, the event and who recorded it, page by page', async () => {
    const { items } = await parts['rules-not-kept'].list({}, 'aud-51');
    expect(items.map(({ guard, code }) => `${guard} ${code}`)).toEqual([
      'G-RISK RISK_NOT_ASSESSED',
      'G-CONSENT CONSENT_MISSING',
    ]);
    expect(items[0]).toMatchObject({
      ...{ caseId: crossed, type: 'IrregularCrossingRecorded', actor: 'pro-01', role: 'protection' },
      confirmedBy: 'sup-01',
    });
    const first = await parts['rules-not-kept'].list({ limit: '1' });
    const second = await parts['rules-not-kept'].list({ limit: '1', cursor: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.next).toBeNull();
  });

  it.each(['rules-not-kept', 'rules-not-kept/facets'])(
    'are not told to somebody who may not see the rules of a case: %s',
    async (path) => {
      expect(problemIn(await get(path, {}, 'mon-51'))).toMatchObject({
        ...{ status: 403, code: 'READ_NOT_PERMITTED' },
      });
    },
  );

  it('of one case are entered in the log of reads, with their numbers', async () => {
    await parts['rules-not-kept'].list({ case: crossed }, 'aud-51');
    await parts['rules-not-kept'].facets({ case: crossed }, 'aud-51');
    const entered = await server.ask({ url: `/api/v1/audit/reads?case=${crossed}&actor=aud-51&limit=2` });
    expect(bodyOf('listReads', entered).items).toEqual([
      expect.objectContaining({ operation: 'getRuleFacets', classes: ['rules'], rows: 1 }),
      expect.objectContaining({ operation: 'listRulesNotKept', classes: ['rules'], rows: 2 }),
    ]);
  });
});
