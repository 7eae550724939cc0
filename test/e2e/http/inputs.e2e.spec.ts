import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import { lookAlikesOf } from '@safeconduct/workflow/testing';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { entry, officerCase } from './officer-cases.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const supervisor = { as: 'sup-01' };
const get = (path: string) => server.ask({ url: `/api/v1/${path}` });
const list = (query: Readonly<Record<string, string>>) =>
  get(`cases?${String(new URLSearchParams({ workflow: 'officer-case', ...query }))}`);
const open = (registrationNo: string) =>
  server.ask({
    method: 'POST',
    url: '/api/v1/workflows/officer-case/cases',
    headers: { as: 'intake-01' },
    body: { data: entry(registrationNo) },
  });
const referencesIn = (answer: Answer) =>
  bodyOf('listCases', answer).items.map(({ reference }) => String(reference));

describe.each(['Z-1', 'أ-12', 'é-3', '😀-1'])('the key %s', (key) => {
  let caseId: string;

  beforeAll(async () => {
    caseId = bodyOf('openCase', await open(key)).caseId;
    await server.settled();
  });

  it('and everything that looks like it open one case', async () => {
    const others = lookAlikesOf(key);
    const answers = await Promise.all(others.map(open));
    const existing = answers.map((answer) => problemIn(answer)).filter(({ code }) => code === 'CASE_EXISTS');
    expect(existing.map((problem) => problem['caseId'])).toEqual(others.map(() => caseId));
  });

  it('is found by everything that looks like it, as reference and among the words of a search', async () => {
    for (const other of lookAlikesOf(key)) {
      expect([other, referencesIn(await list({ reference: other }))]).toEqual([other, [key]]);
      expect([other, referencesIn(await list({ q: other }))]).toEqual([other, expect.arrayContaining([key])]);
    }
  });

  it('is shown as it was typed', async () => {
    expect(bodyOf('getCase', await get(`cases/${caseId}`)).reference).toBe(key);
  });
});

describe('a person', () => {
  const assigned = async (caseId: string, officer: string) =>
    server.ask({
      method: 'POST',
      url: `/api/v1/cases/${caseId}/commands/AssignOfficer`,
      headers: supervisor,
      body: { data: { officer } },
    });

  it('who is assigned by a look-alike of their id is found by their id and by all others', async () => {
    for (const [index, officer] of ['co-07', ...lookAlikesOf('co-07')].entries()) {
      const { caseId } = await officerCase(server, `PERSON-${index}`, { camped: false });
      expect([officer, (await assigned(caseId, officer)).status]).toEqual([officer, 200]);
    }
    await server.settled();
    const all = lookAlikesOf('co-07').length + 1;
    for (const assignee of ['co-07', ...lookAlikesOf('co-07')])
      expect([assignee, referencesIn(await list({ assignee, limit: '500' })).length]).toEqual([
        assignee,
        all,
      ]);
  });

  it('is one person who acts and who confirms, whatever was typed', async () => {
    const { caseId } = await officerCase(server, 'ACTS-1', { camped: false });
    const answer = await server.ask({
      method: 'POST',
      url: `/api/v1/cases/${caseId}/commands/AssignOfficer`,
      headers: { as: 'SUP-01' },
      body: { data: { officer: 'co-1' } },
    });
    expect(answer.status).toBe(200);
    await server.settled();
    const asked = new URLSearchParams({ actor: 'sup\u201101', case: caseId.toUpperCase() });
    const { items } = bodyOf('listAuditEvents', await get(`audit/events?${String(asked)}`));
    expect(items.map(({ actor }) => actor)).toEqual(['sup-01']);
  });
});

describe('a key that nobody could ask for', () => {
  it.each(['x'.repeat(201), 'x'.repeat(500), '\u3164', '\u200b\u2060', 'a\ud800'])(
    'opens no case: %j',
    async (key) => {
      const problem = problemIn(await open(key));
      expect(['COMMAND_INVALID', 'REQUEST_INVALID']).toContain(problem.code);
    },
  );

  it('is longer than one that is asked for', async () => {
    const key = `L-${'x'.repeat(198)}`;
    expect((await open(key)).status).toBe(201);
    await server.settled();
    expect(referencesIn(await list({ reference: key }))).toEqual([key]);
    expect(referencesIn(await list({ q: key }))).toEqual([key]);
  });
});

describe('the id of a case', () => {
  it('is read in capitals too', async () => {
    const { caseId } = await officerCase(server, 'CAPITALS-1', { camped: false });
    for (const path of ['', '/history', '/commands', '/replay'])
      expect((await get(`cases/${caseId.toUpperCase()}${path}`)).status).toBe(200);
  });
});

describe('a date that cannot be', () => {
  const register = (registrationNo: string, change: object, more: object = {}) =>
    server.ask({
      method: 'POST',
      url: '/api/v1/workflows/officer-case/cases',
      headers: { as: 'intake-01', 'accept-language': 'ar' },
      body: { data: { ...entry(registrationNo), ...change }, ...more },
    });

  it.each([
    [
      'a crossing in a Hijri year',
      { crossedAt: '1446-05-05T06:00:00+03:00' },
      {},
      'data.crossedAt',
      'hijri_year',
    ],
    [
      'a crossing after the registration',
      { crossedAt: '2025-01-01T00:00:00Z' },
      {},
      'data.crossedAt',
      'date_too_late',
    ],
    ['a birth after the registration', { birthDate: '2024-12-08' }, {}, 'data.birthDate', 'date_too_late'],
    ['a birth in a Hijri year', { birthDate: '1399' }, {}, 'data.birthDate', 'hijri_year'],
    [
      'a registration in a Hijri year',
      {},
      { occurredAt: '1446-06-05T06:00:00Z' },
      'occurredAt',
      'hijri_year',
    ],
    [
      'a registration in the year 0',
      {},
      { occurredAt: '0000-06-05T06:00:00Z' },
      'occurredAt',
      'date_too_early',
    ],
  ])('is refused by its name: %s', async (what, change, more, path, code) => {
    const problem = problemIn(await register(what, change, { occurredAt: '2024-12-07T07:00:00Z', ...more }));
    expect(problem).toMatchObject({ code: 'COMMAND_INVALID', issues: [{ path, code }] });
    const [issue] = problem['issues'] as readonly { message: string }[];
    expect(issue?.message).toMatch(/^[\u0600-\u06ff]/);
  });

  it.each(['asOf=1447-07-11T00:00:00Z', 'due=1447-07-11T00:00:00Z', 'asOf=9999-01-01T00:00:00Z'])(
    'is refused as a moment to look at: %s',
    async (query) => {
      const problem = problemIn(await get(`cases?workflow=officer-case&${query}`));
      expect(problem).toMatchObject({
        code: 'REQUEST_INVALID',
        issues: [{ path: `query.${query.split('=')[0]}` }],
      });
    },
  );
});

describe('an answer', () => {
  const posted = (body: string, type = 'application/json') =>
    server.ask({
      method: 'POST',
      url: '/api/v1/workflows/officer-case/cases',
      headers: { as: 'intake-01', 'content-type': type },
      body,
    });
  const answerBytesMax = 20_000;

  it.each([
    ['half a million wrong items', `{"data":{"rank":[${'1,'.repeat(500_000)}1]}}`],
    ['a hundred thousand unknown fields of the data', `{"data":{${fields(80_000)}}}`],
    ['a hundred thousand unknown fields beside the data', `{"data":{},${fields(80_000)}}`],
    ['nine thousand unknown fields beside the data', `{"data":{},${fields(9_000)}}`],
    ['a field written twice', '{"data":{"registrationNo":"A","registrationNo":"B"}}'],
  ])('is short, whatever was sent: %s', async (_what, body) => {
    const answer = await posted(body);
    expect(['COMMAND_INVALID', 'REQUEST_INVALID']).toContain(problemIn(answer).code);
    expect(answer.text.length).toBeLessThan(answerBytesMax);
  });

  it('is short, whatever was asked', async () => {
    const unknown = Array.from({ length: 1300 }, (_, index) => `a${index}=`).join('&');
    for (const query of [`fields=${'x,'.repeat(3900)}`, unknown]) {
      const answer = await get(`cases?${query}`);
      expect(problemIn(answer).code).toBe('REQUEST_INVALID');
      expect(answer.text.length).toBeLessThan(answerBytesMax);
    }
  });

  it('names an unknown field, and the one that was probably meant', async () => {
    const { caseId } = await officerCase(server, 'UNKNOWN-1', { camped: false });
    const answer = await server.ask({
      method: 'POST',
      url: `/api/v1/cases/${caseId}/commands/AssignOfficer`,
      // They registered the case, so they see it.
      headers: { as: 'intake-01' },
      body: { data: { oficer: 'co-1', officer: 'co-1' } },
    });
    expect(problemIn(answer)['issues']).toEqual([
      { path: 'data.oficer', code: 'unrecognized_keys', message: 'is not known; did you mean officer?' },
    ]);
    const beside = await posted('{"data":{},"ocurredAt":"2025-01-01T00:00:00Z"}');
    expect(problemIn(beside)['issues']).toEqual([
      {
        path: 'ocurredAt',
        code: 'unrecognized_keys',
        message: 'is not known here; did you mean occurredAt?',
      },
    ]);
  });
});

/** The members of a JSON object, none of which is known. */
function fields(count: number): string {
  return Array.from({ length: count }, (_, index) => `"f${index}":1`).join(',');
}

describe('a media type', () => {
  it.each(['Text/CSV', 'TEXT/CSV ; Charset=UTF-8', 'text/csv;header=present'])(
    'is read in any letters: %s',
    async (type) => {
      const answer = await server.ask({
        method: 'POST',
        url: '/api/v1/imports?workflow=officer-case&command=AssignOfficer',
        headers: { as: 'sup-01', 'content-type': type },
        body: Buffer.from('registrationNo,by,officer\nNOBODY-1,sup-01,co-1\n'),
      });
      const { id } = bodyOf('startImport', answer);
      const ended = async (): Promise<unknown> => {
        const job = bodyOf('getJob', await get(`jobs/${id.toUpperCase()}`));
        if (job.endedAt !== null) return job.rejectedByCode;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return ended();
      };
      // Read as JSON Lines, the first line too would be a row, and invalid.
      expect(await ended()).toEqual({ CASE_NOT_FOUND: 1 });
    },
  );
});

describe('a cursor of a history', () => {
  it.each([-1, -2, 0.5, 1e300, 'x', null])('that no page gave is refused: %j', async (after) => {
    const { caseId } = await officerCase(server, `CURSOR-${JSON.stringify(after)}`, { camped: false });
    const cursor = Buffer.from(JSON.stringify(after)).toString('base64url');
    const problem = problemIn(await get(`cases/${caseId}/history?cursor=${cursor}`));
    expect(problem).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: 'query.cursor' }] });
  });
});

describe('a list of persons whose keys are in any script', () => {
  it('has each of them once, page by page, in the order of code points', async () => {
    const keys = ['A-1', 'ﷺ-1', 'ﷺ-2', '😀-1', '😀-2', 'Ａ-1', '𞤢-1', '𐎠-1', '中-1'].map((key) => `~${key}`);
    for (const key of keys) expect((await open(key)).status).toBe(201);
    await server.settled();
    const seen: string[] = [];
    for (let path: string | null = 'cases?workflow=officer-case&limit=2'; path !== null;) {
      const page: ReturnType<typeof bodyOf<'listCases'>> = bodyOf('listCases', await get(path));
      seen.push(...page.items.map(({ reference }) => String(reference)));
      path = page.next === null ? null : `cases?workflow=officer-case&limit=2&cursor=${page.next}`;
    }
    expect(seen.filter((key) => key.startsWith('~'))).toEqual(keys.toSorted(compareText));
    expect(seen).toEqual([...new Set(seen)].sort(compareText));
  });
});

describe('a field that does not fit', () => {
  const { nameLatin: _absent, ...rest } = entry('F-1');
  const data = { ...rest, nameArabic: '', serviceCategory: 'general', crossedAt: 'today', ranks: 'Colonel' };
  const issuesTold = async (language: string) => {
    const url = '/api/v1/workflows/officer-case/cases';
    const headers = { as: 'intake-01', 'accept-language': language };
    const { issues = [] } = problemIn(await server.ask({ method: 'POST', url, headers, body: { data } }));
    return Object.fromEntries(issues.map(({ path, ...issue }) => [path, issue]));
  };

  it('is named with its rule and bounds, also one that is absent or not known', async () => {
    expect(await issuesTold('en')).toEqual({
      'data.nameLatin': { code: 'required', message: 'is missing', params: { expected: 'text' } },
      'data.nameArabic': {
        ...{ code: 'too_small', message: 'must not be empty', params: { minimum: 1, unit: 'characters' } },
      },
      'data.serviceCategory': {
        ...{ code: 'invalid_value', message: 'must be one of officer, nco, soldier, civilianStaff' },
        params: { allowed: ['officer', 'nco', 'soldier', 'civilianStaff'] },
      },
      'data.crossedAt': { code: 'custom', message: expect.stringMatching(/^must be an ISO 8601 time/) },
      'data.ranks': { code: 'unrecognized_keys', message: 'is not known; did you mean rank?' },
    });
  });

  it('is told in Arabic what is wrong with it', async () => {
    const told = Object.entries(await issuesTold('ar')).map(([path, { message }]) => [path, message]);
    expect(Object.fromEntries(told)).toEqual({
      'data.nameLatin': 'الحقل مطلوب ولم يُملأ',
      'data.nameArabic': 'لا يجوز أن يكون الحقل فارغًا',
      'data.serviceCategory': 'يجب أن تكون القيمة إحدى هذه: officer، nco، soldier، civilianStaff',
      'data.crossedAt': expect.stringMatching(/^يجب أن يكون وقتًا بصيغة ISO 8601/),
      'data.ranks': 'حقل غير معروف',
    });
  });

  it('of a request is named the same way', async () => {
    const problem = problemIn(await get('cases?limit=0&colour=red'));
    expect(problem.issues).toEqual([
      { path: 'query.limit', code: 'too_small', message: 'must be at least 1', params: { minimum: 1 } },
      {
        path: 'query.colour',
        code: 'unrecognized_keys',
        message: expect.stringMatching(/^is not known here/),
      },
    ]);
  });
});
