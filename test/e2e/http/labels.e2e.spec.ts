import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let caseId: string;

beforeAll(async () => {
  server = await testServer();
  ({ caseId } = await officerCase(server, 'QAIM-2024-00001'));
  await registerPeople(server, { 'cus-51': { roles: ['custody'], unit: 'QAIM' } });
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  server.ask({ url: `/api/v1${path}`, headers });
const workflow = async (name = 'officer-case') => bodyOf('getWorkflow', await get(`/workflows/${name}`));

/** The paths of the values in an answer. */
function pathsIn(data: unknown, path = ''): readonly string[] {
  if (Array.isArray(data)) return data.flatMap((item) => pathsIn(item, path));
  if (typeof data !== 'object' || data === null) return [path];
  return Object.entries(data).flatMap(([name, inner]) =>
    pathsIn(inner, path === '' ? name : `${path}.${name}`),
  );
}

describe('GET /workflows/{workflow}', () => {
  it('says what everything in the data of a case is called, in both languages', async () => {
    const { facts, groups } = await workflow();
    const { data } = bodyOf('getCase', await get(`/cases/${caseId}`));
    const called = new Set(facts.map(({ path }) => path));
    expect(pathsIn(data).filter((path) => !called.has(path))).toEqual([]);
    for (const { titles, group } of facts) {
      expect(titles.ar).toMatch(/[\u0600-\u06ff]/);
      expect(groups.map(({ name }) => name)).toContain(group);
    }
    expect(facts.map(({ order }) => order)).toEqual(facts.map((_, index) => index));
    expect(facts.find(({ path }) => path === 'screening.category')).toMatchObject({
      ...{ type: 'code', group: 'entry', dataClass: null },
      titles: { en: 'screening: category', ar: 'تحديد الصفة: الفئة' },
    });
  });

  it('says who does not see a value, as it is withheld', async () => {
    const { facts } = await workflow();
    const file = bodyOf('getCase', await get(`/cases/${caseId}`, { as: 'cus-51' }));
    expect(file.withheld.length).toBeGreaterThan(0);
    for (const { path, dataClass } of file.withheld) {
      const withheld = facts.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
      expect({ path, classes: [...new Set(withheld.map((one) => one.dataClass))] }).toEqual({
        path,
        classes: [dataClass],
      });
    }
  });

  it('says the same of the data of each event', async () => {
    const { events } = await workflow();
    const { items } = bodyOf('getHistory', await get(`/cases/${caseId}/history`));
    for (const { type, data } of items) {
      const called = new Set(events.find((one) => one.type === type)?.fields.map(({ path }) => path));
      expect({ type, unknown: pathsIn(data).filter((path) => !called.has(path)) }).toEqual({
        type,
        unknown: [],
      });
    }
    const rights = events.find(({ type }) => type === 'RightsNoticeDelivered');
    expect(rights?.fields.find(({ path }) => path === 'language')).toMatchObject({
      ...{ type: 'code', dataClass: 'identity', group: null },
      titles: { en: 'language it was read in' },
    });
  });

  it('says what its codes are called', async () => {
    const { values } = await workflow();
    expect(values['COMBATANT_INTERNED']?.ar).toMatch(/[\u0600-\u06ff]/);
    expect(values['SY']?.en).toBe('Syria');
  });

  it('answers 304 to whoever has it in this language', async () => {
    const english = (await get('/workflows/officer-case')).headers['etag'] ?? '';
    const arabic = await get('/workflows/officer-case', {
      'accept-language': 'ar',
      'if-none-match': english,
    });
    expect(arabic.status).toBe(200);
    const known = { 'accept-language': 'ar', 'if-none-match': arabic.headers['etag'] ?? '' };
    expect((await get('/workflows/officer-case', known)).status).toBe(304);
  });
});

type Field = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, Field>> };

describe('the form of a command', () => {
  const formOf = async (name: string, headers: Record<string, string> = {}) => {
    const { commands } = bodyOf('getWorkflow', await get('/workflows/officer-case', headers));
    return commands.find(({ command }) => command === name)?.form as Field;
  };
  const widgetsOf = async (name: string) =>
    Object.fromEntries(
      Object.entries((await formOf(name)).properties ?? {}).map(([field, schema]) => [
        field,
        schema['x-widget'],
      ]),
    );

  it('says how each field is filled in', async () => {
    expect(await widgetsOf('RegisterEntry')).toMatchObject({
      ...{ birthDate: 'partialDate', crossedAt: 'instant', language: 'language', otherLanguages: 'language' },
      ...{ serviceCategory: 'code', crossingPoint: 'code', nameLatin: undefined },
    });
    expect(await widgetsOf('GiveReturnConsent')).toMatchObject({
      ...{ formHash: 'fileHash', interpreterId: 'person', rightToWithdrawRead: 'confirm' },
    });
    expect(await widgetsOf('RecordAssurance')).toMatchObject({ validUntil: 'date', carveOuts: 'textarea' });
    expect(await widgetsOf('SubmitToCountry')).toEqual({ country: 'country', packageHash: 'fileHash' });
  });

  it('has the order of its fields, and who does not see them once they are kept', async () => {
    const fields = Object.values((await formOf('DeliverRights')).properties ?? {});
    expect(fields.map((field) => field['x-order'])).toEqual(fields.map((_, index) => index));
    const { language, noticeVersion } = (await formOf('DeliverRights')).properties ?? {};
    expect([language?.['x-data-class'], noticeVersion?.['x-data-class']]).toEqual(['identity', undefined]);
  });

  it('has hints in both languages, and in the language asked for as its description', async () => {
    const { formHash } = (await formOf('GiveReturnConsent', { 'accept-language': 'ar' })).properties ?? {};
    const hints = formHash?.['x-hints'] as { readonly en: string; readonly ar: string };
    expect(hints.en).toMatch(/hash/);
    expect(hints.ar).toMatch(/[\u0600-\u06ff]/);
    expect(formHash?.['description']).toBe(hints.ar);
  });

  it('has the questions of a checklist', async () => {
    const { criteria } = (await formOf('AssessAssurance')).properties ?? {};
    const items = Object.values((criteria?.['x-items'] ?? {}) as Record<string, { en: string; ar: string }>);
    expect(criteria?.['x-widget']).toBe('checklist');
    expect(items).toHaveLength(11);
    for (const { en, ar } of items) expect([en.at(-1), ar.at(-1)]).toEqual(['?', '؟']);
    const { answer, note } = criteria?.properties?.['specific']?.properties ?? {};
    expect([answer?.['x-widget'], note?.['x-data-class']]).toEqual(['code', 'narrative']);
  });
});

describe('the history of a case', () => {
  it.each(['oldest', 'newest'])(
    'gives its events of some types page by page, the %s first',
    async (order) => {
      const path = `/cases/${caseId}/history?order=${order}`;
      const { items: all } = bodyOf('getHistory', await get(path));
      const types = [...new Set(all.map(({ type }) => type))].slice(1, 4);
      const some = async (query: string) =>
        bodyOf('getHistory', await get(`${path}&type=${types.join()}${query}`));
      const first = await some('&limit=2');
      const second = await some(`&cursor=${first.next ?? ''}`);
      expect([...first.items, ...second.items]).toEqual(all.filter(({ type }) => types.includes(type)));
      expect([first.items.length, second.next]).toEqual([2, null]);
      const [problem] = problemIn(await get(`${path}&type=${types[0]}s`)).issues ?? [];
      expect(problem).toMatchObject({
        path: 'query.type',
        message: expect.stringContaining(`mean ${types[0]}`),
      });
    },
  );
});
