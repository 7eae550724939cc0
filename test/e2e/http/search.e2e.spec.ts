import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';

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
