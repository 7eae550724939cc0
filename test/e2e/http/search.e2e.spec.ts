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
      const { caseId } = bodyOf('findCaseByReference', await byReference(reference, { as: 'co-01' }));
      const file = bodyOf('getCase', await server.ask({ url: `/api/v1/cases/${caseId}` }));
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
