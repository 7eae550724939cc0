import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase, stateIntention, voidRegistration } from './officer-cases.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  const wishes = { 'QAIM-2024-00001': 'refuse', 'QAIM-2024-00002': 'return', 'QAIM-2024-00003': 'stay' };
  for (const [reference, intention] of Object.entries(wishes)) {
    const { caseId } = await officerCase(server, reference);
    await stateIntention(server, caseId, intention);
  }
  await officerCase(server, 'QAIM-2024-00004', { camped: false });
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string) => server.ask({ url: `/api/v1${path}` });
/** The day of now in a zone. */
const dayIn = (timeZone: string) => new Intl.DateTimeFormat('sv', { timeZone }).format(new Date());
const whole = { from: '2024-12-01', to: '2099-01-01' };

describe('tags', () => {
  it('narrow the list, now and at a past moment: all of the tags, of each one of its codes', async () => {
    const now = new Date().toISOString();
    for (const moment of ['', `&asOf=${now}`, `&asOf=${now}&clock=recorded`]) {
      const listed = async (tag: string) => {
        const page = bodyOf('listCases', await get(`/cases?tag=${tag}${moment}`));
        return page.items.map(({ reference }) => reference?.slice(-1)).join('');
      };
      expect(await listed('intention:refuse')).toBe('1');
      expect(await listed('intention:refuse,intention:stay')).toBe('13');
      expect(await listed('service:officer')).toBe('1234');
      expect(await listed('service:officer,intention:return')).toBe('2');
      expect(await listed('service:soldier')).toBe('');
    }
  });

  it('stand in the list and in the case', async () => {
    const tags = { category: 'COMBATANT_INTERNED', intention: 'refuse', service: 'officer' };
    const [item] = bodyOf('listCases', await get('/cases?tag=intention:refuse')).items;
    expect(item).toMatchObject({ tags });
    expect(bodyOf('getCase', await get(`/cases/${item?.caseId ?? ''}`))).toMatchObject({ tags });
  });

  it('are counted, and narrow every figure of the ledger', async () => {
    const all = bodyOf('getPopulation', await get('/population'));
    expect(all.tags).toEqual({
      category: { COMBATANT_INTERNED: 3 },
      intention: { refuse: 1, return: 1, stay: 1 },
      service: { officer: 4 },
    });
    const some = bodyOf('getPopulation', await get('/population?tag=intention:refuse,intention:stay'));
    expect(some).toMatchObject({
      ...{ total: 2, persons: 2, facilities: { QAIM: 2 }, tags: { intention: { refuse: 1, stay: 1 } } },
      // The other events were recorded while the person had stated nothing.
      events: { IntentionStated: 2 },
    });
    expect(Object.keys(some.events)).toEqual(['IntentionStated']);
  });

  it('narrow series and flows', async () => {
    const today = dayIn('Asia/Baghdad');
    const series = await get(`/population/series?from=${today}&to=${today}&tag=intention:stay`);
    expect(bodyOf('getPopulationSeries', series).days).toMatchObject([
      { day: today, total: 1, facilities: { QAIM: 1 }, tags: { intention: { stay: 1 } } },
    ]);
    const moments = `from=${whole.from}T00:00:00Z&to=${whole.to}T00:00:00Z`;
    const flows = bodyOf('getPopulationFlows', await get(`/population/flows?${moments}&tag=intention:stay`));
    expect(flows.flows).toEqual([{ from: null, to: 'camped.settled', count: 1 }]);
  });

  it('are told of with their codes by the workflow', async () => {
    const { tags, zone } = bodyOf('getWorkflow', await get('/workflows/officer-case'));
    expect(tags.map(({ name }) => name)).toEqual(['category', 'intention', 'service']);
    expect(tags[1]?.codes.map(({ code }) => code)).toContain('refuse');
    expect(tags[1]?.codes[0]?.titles.ar).toMatch(/\p{Script=Arabic}/u);
    expect(zone).toBe('Asia/Baghdad');
  });
});

describe('events since a moment', () => {
  it('are those of the moment and of later ones', async () => {
    const all = bodyOf('getPopulation', await get('/population'));
    expect(all).toMatchObject({ since: null, events: { EntryRegistered: 4 } });
    const since = async (at: string) =>
      bodyOf('getPopulation', await get(`/population?since=${encodeURIComponent(at)}`));
    expect((await since(new Date(0).toISOString())).events).toEqual(all.events);
    const later = await since(`${whole.to}T03:00:00+03:00`);
    expect(later).toMatchObject({ since: `${whole.to}T00:00:00.000Z`, total: 4, events: {} });
  });
});

describe('the days of a series', () => {
  it('are counted in the zone of the workflow, or in the one that is asked for', async () => {
    const [from, to] = ['2024-12-06', '2024-12-08'];
    const series = async (zone: string) =>
      bodyOf('getPopulationSeries', await get(`/population/series?from=${from}&to=${to}${zone}`));
    expect(await series('')).toMatchObject({ zone: 'Asia/Baghdad' });
    const inUtc = await series('&zone=UTC');
    expect(inUtc).toMatchObject({ zone: 'UTC', days: [{ day: from }, {}, { day: to }] });
    expect(problemIn(await get(`/population/series?from=${from}&to=${to}&zone=Baghdad`))).toMatchObject({
      ...{ status: 400, issues: [{ path: 'query.zone', message: expect.stringContaining('Asia/Baghdad') }] },
    });
  });
});

describe('a registration in error', () => {
  it('stays in the total and is no person', async () => {
    const own = await testServer();
    try {
      await officerCase(own, 'QAIM-2024-00011');
      const { caseId } = await officerCase(own, 'QAIM-2024-00012', { camped: false });
      await voidRegistration(own, caseId);
      await own.settled();
      const population = bodyOf('getPopulation', await own.ask({ url: '/api/v1/population' }));
      expect(population).toMatchObject({ total: 2, persons: 1, outcomes: { REGISTERED_IN_ERROR: 1 } });
    } finally {
      await own.close();
    }
  });
});
