import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { csv, endedJob, rows, startImport } from './imports.js';
import { officerCase } from './officer-cases.js';

let server: TestServer;
let caseId: string;

beforeAll(async () => {
  server = await testServer();
  // Until somebody is registered, ids are believed.
  ({ caseId } = await officerCase(server, 'QAIM-2024-00007'));
  await changed('RegisterPerson', 'adm-1', { roles: ['administrator'] }, {});
  await changed('RegisterPerson', 'sup-1', { nameLatin: 'Huda Salim', nameArabic: 'هدى سالم' });
  await changed('GiveRole', 'sup-1', { role: 'supervisor' });
  await changed('AssignUnit', 'sup-1', { unit: 'QAIM' });
  await changed('RegisterPerson', 'co-1', { roles: ['caseOfficer'] });
  await changed('NameSupervisor', 'co-1', { supervisor: 'sup-1' });
  await server.settled();
});
afterAll(() => server.close());

const adm = { as: 'adm-1' };
const change = (name: string, person: string, data: unknown, headers: Record<string, string> = adm) =>
  server.ask({
    method: 'POST',
    url: `/api/v1/people/${person}/commands/${name}`,
    headers,
    body: { data },
  });
const changed = async (...asked: Parameters<typeof change>) => bodyOf('changePerson', await change(...asked));
const get = (path: string, as = 'co-1') => server.ask({ url: `/api/v1/${path}`, headers: { as } });

describe('the directory of people over HTTP', () => {
  it('lists those who work with cases, by role and unit, without those who have left', async () => {
    const list = async (query: string) =>
      bodyOf('listPeople', await get(`people${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await list('')).toEqual(['adm-1', 'co-1', 'sup-1']);
    expect(await list('?role=supervisor')).toEqual(['sup-1']);
    expect(await list('?unit=QAIM')).toEqual(['sup-1']);
    await changed('RegisterPerson', 'left-1', {});
    await changed('RecordLeaving', 'left-1', {});
    expect(await list('')).not.toContain('left-1');
    expect(await list('?left=true')).toContain('left-1');
  });

  it('shows one person in whatever form the id was typed, and nobody who is not there', async () => {
    expect(bodyOf('getPerson', await get('people/SUP-1'))).toEqual({
      ...{ id: 'sup-1', nameLatin: 'Huda Salim', nameArabic: 'هدى سالم', roles: ['supervisor'] },
      ...{ unit: 'QAIM', supervisor: null, deputy: null, absences: [], hasLeft: false },
    });
    expect(problemIn(await get('people/nobody')).code).toBe('PERSON_NOT_FOUND');
    expect(problemIn(await get('people/nobody/history')).code).toBe('PERSON_NOT_FOUND');
  });

  it('says which roles people can have, what they are called in both languages, and of which workflow they are', async () => {
    const { items } = bodyOf('listRoles', await get('roles'));
    expect(items).toContainEqual({
      role: 'caseOfficer',
      titles: { en: 'case officer', ar: expect.stringMatching(/^[\u0600-\u06ff ]+$/) },
      workflows: ['officer-case'],
    });
    expect(items.at(-1)).toMatchObject({ role: 'importer', workflows: [] });
    expect(items.map(({ role }: { role: string }) => role)).not.toContain('system');
  });

  it('registers somebody with unit and supervisor at once, or not at all', async () => {
    const data = { nameLatin: 'Omar Aziz', roles: ['caseOfficer'], unit: 'QAIM', supervisor: 'sup-1' };
    expect(
      problemIn(await change('RegisterPerson', 'co-2', { ...data, supervisor: 'nobody' })),
    ).toMatchObject({ code: 'CHANGE_REFUSED', reason: 'OTHER_PERSON_UNKNOWN' });
    expect(problemIn(await get('people/co-2')).code).toBe('PERSON_NOT_FOUND');
    await changed('RegisterPerson', 'co-2', data);
    expect(bodyOf('getPerson', await get('people/co-2'))).toMatchObject(data);
  });

  it('tells who made each change', async () => {
    const { items } = bodyOf('getPersonHistory', await get('people/sup-1/history'));
    expect(items.map(({ type, by }: { type: string; by: unknown }) => [type, by])).toEqual([
      ['PersonRegistered', { id: 'adm-1', role: 'administrator' }],
      ['RoleGiven', { id: 'adm-1', role: 'administrator' }],
      ['UnitAssigned', { id: 'adm-1', role: 'administrator' }],
    ]);
  });

  it('tells who signed in what they may do', async () => {
    const session = bodyOf('getSession', await get('session', 'sup-1'));
    expect(session).toMatchObject({
      person: 'sup-1',
      nameLatin: 'Huda Salim',
      roles: ['supervisor'],
      unit: 'QAIM',
    });
    expect(session.permissions).toMatchObject({
      ...{ importsForOthers: false, keepsDirectory: false, verifiesLog: false, reviewsEmergency: true },
    });
    expect(session.permissions.commands['officer-case']).toContain('AssignOfficer');
    expect(session.permissions.commands['officer-case']).not.toContain('StateIntention');
    expect(bodyOf('getSession', await get('session', 'adm-1')).permissions).toEqual({
      ...{ commands: {}, confirms: {}, importsForOthers: false, keepsDirectory: true },
      ...{ recordsFigures: [], verifiesLog: true, emergency: [], reviewsEmergency: false },
    });
    const nobody = await server.ask({ url: '/api/v1/session' });
    expect(bodyOf('getSession', nobody)).toMatchObject({ person: null, means: 'operator' });
  });

  it('tells what they can read for, what they read for by default first, and which emergency access they can take', async () => {
    await changed('RegisterPerson', 'dpo-1', { roles: ['dataProtection'] });
    const asked = bodyOf('getSession', await get('session', 'dpo-1'));
    expect(asked.purposes).toEqual([
      {
        ...{ purpose: 'audit', isDefault: true, opensAccessReports: false },
        titles: { en: 'audit', ar: 'التدقيق' },
      },
      {
        ...{ purpose: 'subjectRequest', isDefault: false, opensAccessReports: true },
        titles: { en: 'request of the person', ar: 'طلب الشخص المعني' },
      },
    ]);
    expect(asked.permissions.emergency).toEqual([]);
    await changed('GiveRole', 'dpo-1', { role: 'crossing' });
    const { purposes, permissions } = bodyOf('getSession', await get('session', 'dpo-1'));
    expect(purposes.map(({ purpose, isDefault }) => [purpose, isDefault])).toEqual([
      ['audit', true],
      ['return', true],
      ['subjectRequest', false],
      ['relocation', false],
    ]);
    const [{ workflow, classes } = { workflow: '', classes: [] }] = permissions.emergency;
    expect([workflow, classes.map(({ dataClass }) => dataClass)]).toEqual([
      'officer-case',
      ['identity', 'medical'],
    ]);
    expect(bodyOf('getSession', await get('session', 'adm-1')).purposes).toEqual([]);
  });

  it('is kept by administrators alone', async () => {
    const problem = problemIn(await change('GiveRole', 'co-1', { role: 'supervisor' }, { as: 'sup-1' }));
    expect(problem).toMatchObject({ code: 'NOT_PERMITTED', status: 403 });
    expect(problem['requiredRoles']).toContain('administrator');
  });

  it.each<[string, string, object, object]>([
    [
      'TakeRole',
      'adm-1',
      { role: 'administrator' },
      { code: 'CHANGE_REFUSED', reason: 'LAST_ADMINISTRATOR' },
    ],
    ['GiveRole', 'adm-1', { role: 'supervisor' }, { code: 'CHANGE_REFUSED', reason: 'ROLE_FOR_ONESELF' }],
    ['GiveRole', 'co-1', { role: 'king' }, { code: 'COMMAND_INVALID' }],
    ['GiveRole', 'nobody', { role: 'supervisor' }, { code: 'PERSON_NOT_FOUND' }],
    ['Fly', 'co-1', {}, { code: 'UNKNOWN_COMMAND' }],
  ])('refuses %s of %s with %j and says why, in both languages', async (name, person, data, expected) => {
    const english = problemIn(await change(name, person, data));
    expect(english).toMatchObject(expected);
    const arabic = problemIn(await change(name, person, data, { ...adm, 'accept-language': 'ar' }));
    expect(arabic['detail']).toMatch(/[\u0600-\u06ff]/);
    expect(english['detail']).not.toMatch(/[\u0600-\u06ff]/);
  });

  it('says who may be assigned: a person who is registered with the role, and nobody else', async () => {
    const assign = (officer: string) =>
      server.ask({
        method: 'POST',
        url: `/api/v1/cases/${caseId}/commands/AssignOfficer`,
        headers: { as: 'sup-1' },
        body: { data: { officer } },
      });
    expect(problemIn(await assign('co-99'))).toMatchObject({
      code: 'COMMAND_INVALID',
      issues: [{ path: 'data.officer', code: 'unknown_person' }],
    });
    expect(problemIn(await assign('adm-1')).code).toBe('COMMAND_INVALID');
    expect(bodyOf('sendCommand', await assign('co-1')).events).toMatchObject([{ type: 'CaseAssigned' }]);
  });

  it('leaves decisions that were recorded elsewhere as they are: people who are not registered here', async () => {
    const headers = { as: 'sys-import' };
    const started = await startImport(server, { body: csv(rows(1)), headers });
    const job = await endedJob(server, bodyOf('startImport', started));
    expect(job).toMatchObject({ accepted: 1, rejected: 0 });
  });
});
