import { systemReader } from '@safeconduct/engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';

let server: TestServer;

const persons = [
  { reference: 'QAIM-2024-00001', name: 'Ahmad Iyad al-Misri', nameArabic: 'أحمد إياد المصري' },
  { reference: 'QAIM-2024-00002', name: 'Ibrahim Mahir al-Faris', nameArabic: 'إبراهيم ماهر الفارس' },
  { reference: 'QAIM-2024-00003', name: 'Huda Isa Fatima', nameArabic: 'هُدى عيسى فاطمة' },
];

beforeAll(async () => {
  server = await testServer();
  for (const { reference, ...names } of persons) await officerCase(server, reference, names);
  await server.settled();
});
afterAll(() => server.close());

const references = async (query: string) =>
  bodyOf('listCases', await server.ask({ url: `/api/v1/cases?${query}` })).items.map(
    ({ reference }) => reference,
  );
const search = async (text: string, query = '') => {
  const url = `/api/v1/case-search${query}`;
  return bodyOf('searchCases', await server.ask({ method: 'POST', url, body: { text } }));
};
const searched = async (text: string, query?: string) =>
  (await search(text, query)).items.map(({ reference }) => reference);

const byReference = (reference: string, { as = 'aud-01', query = '' } = {}) =>
  server.ask({ url: `/api/v1/cases/by-reference/${encodeURIComponent(reference)}${query}`, headers: { as } });

describe('the case with a reference', () => {
  it('is found by whoever sees its reference, in whatever form it was typed', async () => {
    const opened = await server.engine.queries.findCase(systemReader('test'), {
      reference: 'QAIM-2024-00001',
    });
    await assign(server, String(opened), 'co-01');
    for (const reference of ['QAIM-2024-00001', 'qaim-2024-00001', 'QAIM-٢٠٢٤-٠٠٠٠١']) {
      const answer = await byReference(reference, { as: 'co-01' });
      const { caseId } = bodyOf('findCaseByReference', answer);
      expect(answer).toMatchObject({ status: 303, headers: { location: `/api/v1/cases/${caseId}` } });
      const file = bodyOf('getCase', await server.ask({ url: answer.headers['location'] ?? '' }));
      expect(file.reference).toBe('QAIM-2024-00001');
    }
  });

  it('is answered as one that does not exist to whoever sees the case without its reference, or does not see it', async () => {
    const problemFor = async (reference: string, as: string) => {
      const {
        instance: _instance,
        requestId: _requestId,
        ...problem
      } = problemIn(await byReference(reference, { as }));
      return problem;
    };
    for (const as of ['aud-01', 'co-77']) {
      const none = await problemFor('QAIM-2024-09999', as);
      expect(none.code).toBe('CASE_NOT_FOUND');
      expect(await problemFor('QAIM-2024-00001', as)).toEqual(none);
    }
  });

  it('has to be of one workflow', async () => {
    const opened = { requestNo: 'QAIM-2024-00001', name: 'Nur', nameArabic: 'نور' };
    const url = '/api/v1/workflows/template/cases';
    const body = { data: opened };
    const { caseId } = bodyOf(
      'openCase',
      await server.ask({ method: 'POST', url, headers: { as: 'clerk-1' }, body }),
    );
    const both = await server.ask({ url: '/api/v1/cases/by-reference/QAIM-2024-00001' });
    expect(problemIn(both)).toMatchObject({
      code: 'REQUEST_INVALID',
      issues: [
        {
          path: 'query.workflow',
          message: expect.stringMatching(/officer-case.*template|template.*officer-case/),
        },
      ],
    });
    const one = await server.ask({ url: '/api/v1/cases/by-reference/QAIM-2024-00001?workflow=template' });
    expect(bodyOf('findCaseByReference', one)).toEqual({ caseId });
    // Whoever sees one of them is told of no other.
    expect(bodyOf('findCaseByReference', await byReference('QAIM-2024-00001', { as: 'clerk-1' }))).toEqual({
      caseId,
    });
    const nowhere = await server.ask({ url: '/api/v1/cases/by-reference/QAIM-2024-00001?workflow=nothing' });
    expect(problemIn(nowhere).code).toBe('WORKFLOW_NOT_FOUND');
  });
});

describe('a search for cases', () => {
  it.each([
    ['00003', 'QAIM-2024-00003'],
    ['٠٠٠٠٣', 'QAIM-2024-00003'],
    ['qaim-2024-00002', 'QAIM-2024-00002'],
    ['QAIM-2024-00002 el-faris', 'QAIM-2024-00002'],
    ['faris', 'QAIM-2024-00002'],
    ['al-faris ibr', 'QAIM-2024-00002'],
    ['ابراهيم', 'QAIM-2024-00002'],
    ['أبراهيـم الفارس', 'QAIM-2024-00002'],
    ['هدي', 'QAIM-2024-00003'],
    ['فاطمه عيسي', 'QAIM-2024-00003'],
  ])('finds %s by a search', async (text, expected) => {
    expect(await searched(text)).toEqual([expected]);
  });

  it('finds no case by words of two persons, or by a text without letters and digits', async () => {
    expect(await searched('ahmad faris')).toEqual([]);
    expect(await searched('---')).toEqual([]);
    expect(await references('q=---')).toEqual([]);
  });

  it.each([
    ['00003', ['QAIM-2024-00003']],
    ['qaim-2024-00002', ['QAIM-2024-00002']],
    ['faris', []],
    ['ابراهيم', []],
  ])('finds %s in an address by references alone', async (text, expected) => {
    expect(await references(`q=${encodeURIComponent(text)}`)).toEqual(expected);
  });

  it('is searched page by page with the same body, and narrowed as a list is', async () => {
    const found: string[] = [];
    for (let query = '?limit=1&sort=-reference'; ;) {
      const page = await search('qaim', query);
      found.push(...page.items.map(({ reference }) => String(reference)));
      if (page.next === null) break;
      query = `?limit=1&sort=-reference&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(found).toEqual(await references('sort=-reference'));
    expect(await searched('faris', '?facility=RUTBA')).toEqual([]);
  });
});

const find = async (text: string, { as = '', limit = 10 } = {}) =>
  bodyOf(
    'search',
    await server.ask({
      ...{ method: 'POST', url: '/api/v1/search', body: { text, limit } },
      headers: as === '' ? {} : { as },
    }),
  );

describe('what fits a text best', () => {
  it.each([
    ['qaim 2024 00002', 'QAIM-2024-00002', { reference: [{ start: 0, end: 15 }], latin: [], arabic: [] }],
    ['٢', 'QAIM-2024-00002', { reference: [{ start: 10, end: 15 }], latin: [], arabic: [] }],
    ['QAIM-2024-3', 'QAIM-2024-00003', { reference: [{ start: 10, end: 15 }], latin: [], arabic: [] }],
    ['el-faris', 'QAIM-2024-00002', { reference: [], latin: [{ start: 17, end: 22 }], arabic: [] }],
    ['هدي', 'QAIM-2024-00003', { reference: [], latin: [], arabic: [{ start: 0, end: 4 }] }],
  ])('is, for %s, %s', async (text, expected, marks) => {
    const { cases, more } = await find(text);
    expect([cases[0]?.reference, cases[0]?.marks, more]).toEqual([expected, marks, false]);
  });

  it('is at most so many cases, and says that there are more', async () => {
    const { cases, more } = await find('QAIM', { limit: 2 });
    expect(cases.map(({ by }) => by)).toEqual([['reference'], ['reference']]);
    expect(more).toBe(true);
  });

  it('is nothing for a text without letters and digits', async () => {
    expect(await find('---')).toEqual({ cases: [], more: false, people: [] });
  });

  it('has no case whose name the reader does not see, or that the reader does not see', async () => {
    for (const as of ['aud-01', 'co-77']) expect((await find('Ibrahim', { as })).cases).toEqual([]);
  });

  it('is asked for with a text', async () => {
    const problem = problemIn(
      await server.ask({ method: 'POST', url: '/api/v1/search', body: { text: '' } }),
    );
    expect(problem.code).toBe('REQUEST_INVALID');
  });
});

const registered = {
  nameLatin: 'Ibrahim Mahir al-Faris',
  nameArabic: 'إبراهيم ماهر الفارس',
  birthDate: '1985',
};
const duplicatesOf = async (
  data: Readonly<Record<string, unknown>>,
  { as = '', workflow = 'officer-case' } = {},
) =>
  bodyOf(
    'findDuplicates',
    await server.ask({
      ...{ method: 'POST', url: '/api/v1/case-duplicates', body: { workflow, data } },
      headers: as === '' ? {} : { as },
    }),
  ).items.map(({ reference, score, matches }) => ({ reference, score, matches }));

describe('the cases of the same person', () => {
  it('are those with the name in another spelling, and say so', async () => {
    expect(await duplicatesOf({ nameLatin: 'Ebraheem Maher Alfaris' })).toEqual([
      {
        ...{ reference: 'QAIM-2024-00002', score: 45 },
        matches: [{ field: 'nameLatin', kind: 'transliteration' }],
      },
    ]);
  });

  it('are those with most of the name and the year of birth', async () => {
    const file = bodyOf(
      'search',
      await server.ask({ method: 'POST', url: '/api/v1/search', body: { text: '2' } }),
    );
    const { data } = bodyOf('getCase', await server.ask({ url: `/api/v1/cases/${file.cases[0]?.caseId}` }));
    const birthDate = String((data as { birthDate?: unknown }).birthDate);
    expect(await duplicatesOf({ nameArabic: 'ابراهيم الفارس', birthDate })).toEqual([
      {
        ...{ reference: 'QAIM-2024-00002', score: 55 },
        matches: [
          { field: 'nameArabic', kind: 'similar' },
          { field: 'birthDate', kind: 'similar' },
        ],
      },
    ]);
    expect(await duplicatesOf({ nameArabic: 'ابراهيم الفارس' })).toEqual([]);
    expect(await duplicatesOf({ birthDate })).toEqual([]);
  });

  it('is the one with the same registration number, in whatever form it is typed', async () => {
    const [found] = await duplicatesOf({ registrationNo: 'qaim–٢٠٢٤–٠٠٠٠٢', ...registered });
    expect(found).toMatchObject({ reference: 'QAIM-2024-00002', score: 100 });
    expect(found?.matches[0]).toEqual({ field: 'registrationNo', kind: 'same' });
  });

  it('are none that the reader does not see, and no word is said of them', async () => {
    for (const as of ['aud-01', 'co-77', 'intake-77']) {
      const asked = { method: 'POST', url: '/api/v1/case-duplicates' } as const;
      const answer = await server.ask({
        ...{ ...asked, headers: { as } },
        body: { workflow: 'officer-case', data: { registrationNo: 'QAIM-2024-00002', ...registered } },
      });
      expect([answer.status, answer.text]).toEqual([200, '{"items":[]}']);
    }
  });

  it('are looked for in what is filled in, whatever it is', async () => {
    const long = 'ab '.repeat(6000);
    for (const data of [{}, { nameLatin: 5 }, { nameLatin: '---' }, { nameArabic: [] }, { nameLatin: long }])
      expect(await duplicatesOf(data)).toEqual([]);
    expect(await duplicatesOf(registered, { workflow: 'template' })).toEqual([]);
    const asked = { method: 'POST', url: '/api/v1/case-duplicates' } as const;
    const nowhere = await server.ask({ ...asked, body: { workflow: 'nothing', data: {} } });
    expect(problemIn(nowhere).code).toBe('WORKFLOW_NOT_FOUND');
  });
});
