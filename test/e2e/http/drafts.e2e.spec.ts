import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftBytesMax, draftKeptDays, draftsMax } from '@safeconduct/contracts';
import type { KeptRecord } from '@safeconduct/stores';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scanPlaces } from '../../../apps/server/src/cli/scan/scan-places.js';
import { searchForms } from '../../../apps/server/src/cli/scan/search-forms.js';
import { codeIn, serverWithPeople, type ServerWithPeople } from './accounts.js';
import { bodyOf, problemIn } from './http-server.js';
import { assign, caseOfLongAgo, erase, officerCase } from './officer-cases.js';
import { registerMore } from './registered-people.js';
import type { Visitor } from './visitor.js';

let people: ServerWithPeople;
let caseId = '';
let ofOther = '';
let officer: Visitor;
let otherDevice: Visitor;
let colleague: Visitor;
let supervisor: Visitor;

beforeAll(async () => {
  people = await serverWithPeople();
  const { server } = people;
  await registerMore(server, {
    ...{ 'dpo-01': { roles: ['dataProtection'] }, 'key-01': { roles: ['keyCustodian'] } },
    ...{ 'aud-01': { roles: ['auditor'] }, 'co-r1': { roles: ['caseOfficer'], unit: 'RUTBA' } },
  });
  caseId = (await officerCase(server, 'QAIM-2024-00001')).caseId;
  ofOther = (await officerCase(server, 'QAIM-2024-00002')).caseId;
  await assign(server, caseId, 'co-1');
  await server.settled();
  officer = await people.begun('co-1');
  otherDevice = await people.signedIn('co-1');
  colleague = await people.begun('co-2');
  supervisor = await people.begun('sup-1');
});
afterAll(() => people.server.close());

const key = '0d9bd3f2-6a3b-4f0e-9a3e-1f6f2f9f6a11';
const canary = 'Qastun fears his cousin';
const content = (more: object = {}) => ({
  ...{ answers: { text: canary }, occurredAt: '', onBehalfOf: '', revision: '7', key, ...more },
});
const command = 'RequestCorrection';
const path = (of = caseId, name = command) => `cases/${of}/drafts/${name}`;
const keep = (one: Visitor, version: string, more: object = {}, where = path()) =>
  one.post(where, { version, content: content(more) });
const kept = async (one: Visitor, version: string, more: object = {}, where = path()) =>
  bodyOf('keepDraft', await keep(one, version, more, where));
const read = async (one: Visitor, where = path()) => bodyOf('getDraft', await one.get(where));
const remove = (one: Visitor, version: string, where = path()) => one.delete(`${where}?version=${version}`);
const listed = async (one: Visitor, query = '') =>
  bodyOf('listDrafts', await one.get(`drafts${query}`)).items;
const storeOf = () => people.server.installation.accounts.records.store;
async function recordOf(): Promise<KeptRecord> {
  const [found] = await storeOf().list('draft', 'co-1');
  if (found === undefined) throw new Error('there is no draft');
  return found;
}

/** Where the scan for remains looks: in every place of the installation. */
function scanned(): Parameters<typeof scanPlaces>[0] {
  const { location } = people.server.installation;
  return { folders: location.folders, contents: () => location.contents() };
}

describe('a draft', () => {
  it('is kept, found again on another device, kept again and thrown away', async () => {
    expect(codeIn(await officer.get(path()))).toBe('DRAFT_NOT_FOUND');
    const first = await kept(officer, '0');
    expect(first).toMatchObject({ caseId, command, version: '1' });
    expect(Math.abs(Date.parse(first.keptAt) - Date.now())).toBeLessThan(60_000);
    expect(Date.parse(first.endsAt) - Date.parse(first.keptAt)).toBe(draftKeptDays * 86_400_000);
    expect(await read(otherDevice)).toEqual({ ...first, content: content() });
    const second = await kept(otherDevice, '1', {
      answers: { text: 'more', isUrgent: true, of: ['a', 'b'] },
    });
    expect(second.version).toBe('2');
    expect((await read(officer)).content.answers).toEqual({ text: 'more', isUrgent: true, of: ['a', 'b'] });
    expect(await listed(officer)).toEqual([second]);
    expect(await listed(officer, `?caseId=${caseId}`)).toEqual([second]);
    expect((await remove(officer, '2')).status).toBe(204);
    expect(await listed(officer)).toEqual([]);
    expect(codeIn(await remove(officer, '2'))).toBe('DRAFT_NOT_FOUND');
  });

  it('is not overwritten or thrown away by a device that knows an older one, which is told', async () => {
    await kept(officer, '0');
    const { keptAt } = await kept(otherDevice, '1', { answers: { text: 'there' } });
    for (const answer of [await keep(officer, '1'), await keep(officer, '0'), await remove(officer, '1')]) {
      expect(problemIn(answer)).toMatchObject({ code: 'DRAFT_CHANGED', version: '2', keptAt });
    }
    expect((await read(officer)).content.answers).toEqual({ text: 'there' });
    expect((await remove(otherDevice, '2')).status).toBe(204);
    const gone = problemIn(await keep(officer, '2'));
    expect([gone.code, gone['version'], 'keptAt' in gone]).toEqual(['DRAFT_CHANGED', '0', false]);
    expect((await kept(officer, '0')).version).toBe('1');
    await remove(officer, '1');
  });

  it('is of one of two devices that keep it at once', async () => {
    const answers = await Promise.all([keep(officer, '0'), keep(otherDevice, '0')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await remove(officer, '1')).status).toBe(204);
  });

  it('is of a person alone: no colleague, supervisor, program or operator gets it', async () => {
    await kept(officer, '0');
    await assign(people.server, ofOther, 'co-2');
    for (const one of [colleague, supervisor]) {
      expect(['DRAFT_NOT_FOUND', 'CASE_NOT_FOUND']).toContain(codeIn(await one.get(path())));
      expect(await listed(one)).toEqual([]);
      expect(codeIn(await remove(one, '1'))).toBe('DRAFT_NOT_FOUND');
    }
    // The supervisor sees the case, and has a draft of their own there.
    expect((await kept(supervisor, '0', { answers: { text: 'theirs' } })).version).toBe('1');
    expect((await read(officer)).content.answers).toEqual({ text: canary });
    const { server } = people;
    for (const as of ['co-1', 'sup-1']) {
      const answer = await server.ask({ url: `/api/v1/${path()}`, headers: { as } });
      expect([codeIn(answer), problemIn(answer)['scope']]).toEqual(['SCOPE_MISSING', 'people']);
    }
    expect(codeIn(await server.ask({ url: '/api/v1/drafts' }))).toBe('SCOPE_MISSING');
    expect(codeIn(await server.ask({ url: '/api/v1/drafts', headers: { as: '' } }))).toBe('SIGN_IN_REQUIRED');
    await remove(officer, '1');
    await remove(supervisor, '1');
  });

  it('is only of a case that the person sees and a command that they may send', async () => {
    expect(codeIn(await keep(officer, '0', {}, path(ofOther)))).toBe('CASE_NOT_FOUND');
    expect(codeIn(await officer.get(`drafts?caseId=${ofOther}`))).toBe('CASE_NOT_FOUND');
    const ofNone = caseId.replace(/^./, (digit) => (digit === 'f' ? 'e' : 'f'));
    expect(codeIn(await keep(officer, '0', {}, path(ofNone)))).toBe('CASE_NOT_FOUND');
    expect(codeIn(await keep(officer, '0', {}, path(caseId, 'AddNothing')))).toBe('UNKNOWN_COMMAND');
    expect(codeIn(await keep(officer, '0', {}, path(caseId, 'RegisterEntry')))).toBe('UNKNOWN_COMMAND');
    const refused = problemIn(await keep(officer, '0', {}, path(caseId, 'AssignOfficer')));
    expect(refused.code).toBe('NOT_PERMITTED');
    expect(refused['requiredRoles']).toEqual(['supervisor']);
  });

  it('of a case that was given to somebody else is not read any more, and can be thrown away', async () => {
    await kept(officer, '0');
    await assign(people.server, caseId, 'co-2');
    await people.server.settled();
    expect(codeIn(await officer.get(path()))).toBe('CASE_NOT_FOUND');
    expect(codeIn(await keep(officer, '1'))).toBe('CASE_NOT_FOUND');
    expect((await listed(officer)).map(({ version }) => version)).toEqual(['1']);
    expect((await remove(officer, '1')).status).toBe(204);
    await assign(people.server, caseId, 'co-1');
    await people.server.settled();
  });

  it.each([
    ['no content', { version: '0' }],
    ['a version that is no number', { version: 'last', content: content() }],
    ['a version in other digits', { version: '٣', content: content() }],
    ['a field that it does not have', { version: '0', content: content({ note: '' }) }],
    ['an answer that is an object', { version: '0', content: content({ answers: { text: { is: '' } } }) }],
    ['a key that is none', { version: '0', content: content({ key: canary }) }],
    [
      'a text that is longer than a command may have',
      { version: '0', content: content({ answers: { text: 'x'.repeat(20_001) } }) },
    ],
    [
      'characters that disguise a text',
      { version: '0', content: content({ answers: { text: 'a\u202Eb' } }) },
    ],
  ])('is refused with %s, and what was sent is not repeated', async (_what, body) => {
    const answer = await officer.post(path(), body);
    expect(codeIn(answer)).toBe('REQUEST_INVALID');
    expect(answer.text).not.toContain('Qastun');
    expect(codeIn(await officer.get(path()))).toBe('DRAFT_NOT_FOUND');
  });

  it('has at most so many bytes, and a person so many drafts', async () => {
    const answers = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`f${at}`, 'ق'.repeat(10_000)]));
    expect(problemIn(await keep(officer, '0', { answers }))).toMatchObject({
      ...{ code: 'BODY_TOO_LARGE', limit: draftBytesMax },
    });
    const store = storeOf();
    const fill = (count: number) => ({
      ...{ kind: 'draft', id: `${ofOther} C${count} co-1`, person: 'co-1', body: '{"key":"k","box":"b"}' },
      endsAtMs: Date.now() + 1_000_000,
    });
    for (let count = 0; count < draftsMax; count += 1) await store.put(fill(count), 0);
    expect(problemIn(await keep(officer, '0'))).toMatchObject({ code: 'DRAFTS_TOO_MANY', limit: draftsMax });
    expect((await remove(officer, '1', path(ofOther, 'C7'))).status).toBe(204);
    const first = await kept(officer, '0');
    expect((await kept(officer, first.version)).version).toBe('2');
    await store.removeOf('draft', 'co-1');
  });

  it('is gone after its time, and another one comes in its place', async () => {
    await kept(officer, '0');
    const store = storeOf();
    const { version, ...record } = await recordOf();
    await store.put({ ...record, endsAtMs: Date.now() - 1 }, version);
    expect(codeIn(await officer.get(path()))).toBe('DRAFT_NOT_FOUND');
    expect(await listed(officer)).toEqual([]);
    expect((await kept(officer, '0')).version).toBe('1');
    await remove(officer, '1');
  });

  it('is nowhere in the clear, opens in its own place alone, and is in no log', async () => {
    await kept(officer, '0');
    const { server } = people;
    const record = await recordOf();
    expect(JSON.stringify(record)).not.toContain('Qastun');
    expect(server.logged.join('\n')).not.toContain('Qastun');
    const { folders, contents } = scanned();
    const { looked, found } = await scanPlaces({ folders, contents }, searchForms([canary]));
    const accounts = join(server.folder, 'accounts.db');
    // Where the accounts are in memory there is no file to look into.
    expect(!existsSync(accounts) || looked.some(({ place }) => place === accounts)).toBe(true);
    expect(found).toEqual([]);
    const bytes = Buffer.from(JSON.stringify(record));
    expect(searchForms([canary]).filter((form) => bytes.includes(form.bytes))).toEqual([]);
    // What whoever can write the records could do: hand one person what another one typed.
    const store = storeOf();
    await store.put({ ...record, id: `${caseId} ${command} sup-1`, person: 'sup-1' }, 0);
    expect(codeIn(await supervisor.get(path()))).toBe('SEAL_BROKEN');
    await remove(supervisor, '1');
    await read(officer);
    await remove(officer, '1');
  });

  it('cannot be read or kept once the person of the case is erased, and goes', async () => {
    const { server } = people;
    const names = { latin: 'Qastun al-Wardi', arabic: 'قسطون الوردي' };
    const erasedCase = await caseOfLongAgo(server, { registrationNo: 'ER-1', ...names });
    await server.settled();
    const where = path(erasedCase);
    await kept(supervisor, '0', {}, where);
    await kept(supervisor, '0');
    await erase(async (to, as, body, headers = {}) => {
      const asked = { method: 'POST', url: `/api/v1/${to}`, headers: { as, ...headers }, body } as const;
      const answer = await server.ask(asked);
      expect(answer.status).toBeLessThan(300);
      return answer.json();
    }, erasedCase);
    await server.settled();
    expect(codeIn(await supervisor.get(where))).toBe('DRAFT_NOT_FOUND');
    expect((await listed(supervisor)).map((one) => one.caseId)).toEqual([caseId]);
    expect(codeIn(await keep(supervisor, '1', {}, where))).toBe('SUBJECT_ERASED');
    const store = storeOf();
    const ids = async () => (await store.heads('draft')).map(({ id }) => id);
    expect(await ids()).toContain(`${erasedCase} ${command} sup-1`);
    await server.installation.drafts.removeErased();
    expect(await ids()).toEqual([`${caseId} ${command} sup-1`]);
    await remove(supervisor, '1');
  });
});
