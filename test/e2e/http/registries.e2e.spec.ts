import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { staff } from '../registering.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
const officers = Object.fromEntries(
  Array.from({ length: 60 }, (_, n) => [`co-${String(n + 10)}`, { roles: ['caseOfficer'] }] as const),
);
const base = '/api/v1/workflows/officer-case';
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  server.ask({ url: `${base}${path}`, headers: { as: 'co-01', ...headers } });
const registry = async (path: string) => bodyOf('getRegistry', await get(`/registries/${path}`));
const valuesIn = async (path: string) => (await registry(path)).items.map(({ value }) => value);
const change = async (person: string, command: string, data: object) => {
  const url = `/api/v1/people/${person}/commands/${command}`;
  bodyOf('changePerson', await server.ask({ method: 'POST', url, headers: { as: 'adm-1' }, body: { data } }));
};

interface Field {
  readonly enum?: readonly string[];
  readonly items?: Field;
  readonly examples?: readonly string[];
  readonly 'x-registry'?: { readonly name: string; readonly closed: boolean };
  readonly 'x-person-roles'?: readonly string[];
  readonly 'x-values'?: object;
}

beforeAll(async () => {
  server = await testServer();
  await registerPeople(server, { ...staff, ...officers });
  await change('int-01', 'RenamePerson', { nameLatin: 'Suād al-Khaṭīb', nameArabic: 'سُعاد الخطيب' });
});
afterAll(() => server.close());

describe('the registry of a field', () => {
  it('is named by each field that has one, and has what the field takes', async () => {
    const { commands } = bodyOf('getWorkflow', await get(''));
    const fields = commands.flatMap(({ form }) =>
      Object.values((form['properties'] ?? {}) as Record<string, Field>),
    );
    const named = fields
      .map((field) => field.items ?? field)
      .filter((field) => field['x-registry'] !== undefined);
    const names = new Set<string>();
    for (const field of named) {
      const { name, closed } = field['x-registry'] as { name: string; closed: boolean };
      names.add(name);
      const found = await registry(name);
      expect([found.name, found.closed]).toEqual([name, closed]);
      if (name === 'people') expect(field['x-person-roles']).toEqual([expect.any(String)]);
      else expect(found.items.map(({ value }) => value)).toEqual(closed ? field.enum : field.examples);
    }
    expect([...names].sort()).toEqual([
      'assuranceChannel',
      'authority',
      'contactChannel',
      'country',
      'crossingPoint',
      'facility',
      'language',
      'legalBasis',
      'people',
      'thirdCountry',
    ]);
  });

  it('has titles in both languages, and all codes in one answer', async () => {
    const { items, next } = await registry('country');
    expect([items.length, next]).toEqual([249, null]);
    expect(items.find(({ value }) => value === 'IQ')?.titles).toEqual({ en: 'Iraq', ar: 'العراق' });
    for (const { titles } of (await registry('legalBasis')).items)
      expect(titles.ar).toMatch(/[\u0600-\u06ff]/);
    expect(await valuesIn('thirdCountry')).not.toContain('SY');
  });

  it('has the texts of a long list alone; a short list has them in the form as well', async () => {
    const { commands } = bodyOf('getWorkflow', await get(''));
    const formOf = (name: string) =>
      (commands.find(({ command }) => command === name)?.form['properties'] ?? {}) as Record<string, Field>;
    expect(formOf('AssessRisk')['destination']).not.toHaveProperty('x-values');
    expect(formOf('TransferFacility')['facility']?.['x-values']).toHaveProperty('RUTBA');
  });

  it('is closed where another value is refused, and open where it is taken', async () => {
    const { caseId } = await officerCase(server, 'G-1');
    const sent = (command: string, data: object) =>
      server.ask({
        method: 'POST',
        url: `/api/v1/cases/${caseId}/commands/${command}`,
        headers: { as: 'sup-01' },
        body: { data },
      });
    expect((await registry('facility')).closed).toBe(true);
    const refused = await sent('TransferFacility', { facility: 'MARS', orderNo: 'TO-1' });
    expect(problemIn(refused)).toMatchObject({
      code: 'COMMAND_INVALID',
      issues: [{ path: 'data.facility' }],
    });
    expect((await registry('people')).closed).toBe(true);
    expect(problemIn(await sent('AssignOfficer', { officer: 'co-99' })).code).toBe('COMMAND_INVALID');
    expect((await registry('legalBasis')).closed).toBe(false);
    const own = { facility: 'QAIM', orderNo: 'PO-1', legalBasis: 'a ground that nobody thought of' };
    const placed = await officerCase(server, 'G-2', { upTo: 'CompleteScreening' });
    const url = `/api/v1/cases/${placed.caseId}/commands/PlaceInFacility`;
    bodyOf(
      'sendCommand',
      await server.ask({ method: 'POST', url, headers: { as: 'sup-01' }, body: { data: own } }),
    );
  });

  it('is narrowed by words in either script', async () => {
    expect(await valuesIn('facility?q=baghdad')).toEqual(['BAGHDAD']);
    expect(await valuesIn(`facility?q=${encodeURIComponent('بغداد')}`)).toEqual(['BAGHDAD']);
    expect(await valuesIn('country?q=xyz')).toEqual([]);
    for (const q of ['suad khatib', 'سعاد', 'INT-01', 'خطيب suad'])
      expect(await valuesIn(`people?q=${encodeURIComponent(q)}`)).toEqual(['int-01']);
  });

  it('of people has who holds a role of the workflow now, page by page', async () => {
    const { items, next } = await registry('people?role=caseOfficer');
    expect(items).toHaveLength(50);
    expect(items[0]).toEqual({ value: 'co-01', titles: { en: 'co-01', ar: 'co-01' } });
    const rest = await registry(`people?role=caseOfficer&cursor=${next ?? ''}`);
    expect([rest.items.length, rest.next]).toEqual([11, null]);
    const all = [...items, ...rest.items].map(({ value }) => value);
    expect(all).toEqual(['co-01', ...Object.keys(officers)]);
    const everybody = await registry('people?q=adm');
    expect(everybody.items).toEqual([]);
    await change('co-20', 'RecordLeaving', {});
    await change('co-21', 'TakeRole', { role: 'caseOfficer' });
    const later = await valuesIn('people?role=caseOfficer&q=co-2');
    expect(later).toEqual(['co-22', 'co-23', 'co-24', 'co-25', 'co-26', 'co-27', 'co-28', 'co-29']);
  });

  it('is not sent again to who has it', async () => {
    const tag = (await get('/registries/country')).headers['etag'] ?? '';
    expect((await get('/registries/country', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/registries/facility', { 'if-none-match': tag })).status).toBe(200);
  });

  it('is not found under another name', async () => {
    expect(problemIn(await get('/registries/planets')).code).toBe('REGISTRY_NOT_FOUND');
    expect(problemIn(await get('/registries/people?role=astronaut'))).toMatchObject({ status: 400 });
    const other = await server.ask({
      url: '/api/v1/workflows/nothing/registries/people',
      headers: { as: 'co-01' },
    });
    expect(problemIn(other).code).toBe('WORKFLOW_NOT_FOUND');
  });
});
