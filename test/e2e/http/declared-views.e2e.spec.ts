import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ViewPage } from '@safeconduct/contracts';
import { viewNamed, type AnyViewSource } from '@safeconduct/workflow';
import { luggage } from '@safeconduct/workflow/testing';
import { template } from '../../../workflows/_template/index.js';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';

let server: TestServer;
const base = '/api/v1/workflows/luggage/views';

const post = (url: string, actor: string, data: object, occurredAt: string) =>
  server.ask({ method: 'POST', url, headers: { as: actor }, body: { data, occurredAt } });

/** Claims `L-1` to `L-5`: number n has n bags, of which n - 1 were found. */
beforeAll(async () => {
  server = await testServer({ workflows: [luggage, template] });
  for (let claim = 1; claim <= 5; claim += 1) {
    const at = `2025-01-0${claim}T09:00:00+03:00`;
    const channel = claim % 2 === 0 ? 'post' : 'desk';
    const filed = { claimNo: `L-${claim}`, owner: 'Nur', ownerArabic: 'نور', bags: claim, channel };
    const answer = await post('/api/v1/workflows/luggage/cases', 'clerk-1', filed, at);
    const { caseId } = bodyOf('openCase', answer);
    for (let bag = 1; bag < claim; bag += 1)
      await post(`/api/v1/cases/${caseId}/commands/TraceBag`, 'clerk-1', { place: `P-${bag}` }, at);
  }
  await server.settled();
});
afterAll(() => server.close());

const page = async (query: string, view = 'claims'): Promise<ViewPage> =>
  bodyOf('listViewRows', await server.ask({ url: `${base}/${view}?${query}` }));
const references = async (query: string, view?: string) =>
  (await page(query, view)).items.map(({ reference }) => reference);
const issuesOf = async (query: string) => {
  const problem = problemIn(await server.ask({ url: `${base}/claims?${query}` }));
  expect(problem).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  return (problem['issues'] as readonly { path: string; message: string }[]).map(({ path, message }) => [
    path,
    message,
  ]);
};

describe('a view that a workflow declares', () => {
  it('answers with its columns beside the case, null where there is no value', async () => {
    const { items } = await page('limit=2');
    expect(items).toEqual([
      {
        caseId: expect.any(String),
        reference: 'L-1',
        ...{ channel: 'desk', bags: 1, filedAt: '2025-01-01T06:00:00.000Z', tracedLast: null, isLate: false },
      },
      expect.objectContaining({ reference: 'L-2', tracedLast: '2025-01-02' }),
    ]);
  });

  it.each([
    ['a code', 'channel=post', ['L-2', 'L-4']],
    ['a number', 'bags=3', ['L-3']],
    ['numbers from one to another', 'bags.from=2&bags.to=3', ['L-2', 'L-3']],
    ['a day', 'tracedLast=2025-01-04', ['L-4']],
    ['a day or later', 'tracedLast.from=2025-01-04', ['L-4', 'L-5']],
    ['an instant in any zone', 'filedAt=2025-01-03T07:00:00%2B01:00', ['L-3']],
    ['instants up to one', 'filedAt.to=2025-01-02T06:00:00Z', ['L-1', 'L-2']],
    ['yes or no', 'isLate=true', []],
    ['several columns', 'channel=desk&bags.from=2', ['L-3', 'L-5']],
    ['the case', 'reference=l-2', ['L-2']],
  ])('is narrowed by %s', async (_what, query, expected) => {
    expect(await references(query)).toEqual(expected);
  });

  it.each([
    ['bags', ['L-1', 'L-2', 'L-3', 'L-4', 'L-5']],
    ['-bags', ['L-5', 'L-4', 'L-3', 'L-2', 'L-1']],
    ['-reference', ['L-5', 'L-4', 'L-3', 'L-2', 'L-1']],
    ['channel', ['L-1', 'L-3', 'L-5', 'L-2', 'L-4']],
    ['-tracedLast', ['L-5', 'L-4', 'L-3', 'L-2', 'L-1']],
    ['tracedLast', ['L-2', 'L-3', 'L-4', 'L-5', 'L-1']],
  ])('is sorted by %s, page by page behind a cursor', async (sort, expected) => {
    const found: string[] = [];
    let next: string | null = '';
    for (let pages = 0; next !== null && pages < 9; pages += 1) {
      const answer = await page(`sort=${sort}&limit=2${next === '' ? '' : `&cursor=${next}`}`);
      found.push(...answer.items.map(({ reference }) => reference));
      next = answer.next;
    }
    expect(found).toEqual(expected);
  });

  it('has several rows of one case where its key has a column', async () => {
    const { items } = await page('reference=L-3', 'traced');
    expect(items.map(({ bag, place, by }) => [bag, place, by])).toEqual([
      [1, 'P-1', 'clerk-1'],
      [2, 'P-2', 'clerk-1'],
    ]);
    expect(await references('place=P-4', 'traced')).toEqual(['L-5']);
  });

  it('names the next page in the Link header, and is not sent twice to a client that has it', async () => {
    const first = await server.ask({ url: `${base}/claims?channel=desk&limit=1` });
    const link = /^<(.+)>; rel="next"$/.exec(first.headers['link'] ?? '')?.[1] ?? '';
    expect(bodyOf('listViewRows', await server.ask({ url: link })).items[0]?.reference).toBe('L-3');
    const headers = { 'if-none-match': first.headers['etag'] ?? '' };
    expect((await server.ask({ url: `${base}/claims?channel=desk&limit=1`, headers })).status).toBe(304);
  });

  it('shows a reader their own command, waiting for its position', async () => {
    const filed = { claimNo: 'L-9', owner: 'A', ownerArabic: 'ا', bags: 1, channel: 'desk' };
    const sent = await post('/api/v1/workflows/luggage/cases', 'clerk-1', filed, '2025-01-09T09:00:00Z');
    const { position } = bodyOf('openCase', sent);
    expect(await references(`reference=L-9&atLeast=${position}`)).toEqual(['L-9']);
    expect(problemIn(await server.ask({ url: `${base}/claims?atLeast=999999` })).code).toBe('VIEW_BEHIND');
  });
});

describe('a question to a view', () => {
  it.each([
    ['chanel=post', [['query.chanel', 'is not known here; did you mean channel?']]],
    ['bag=1', [['query.bag', 'is not known here; did you mean bags?']]],
    ['owner=Nur', [['query.owner', 'is not known here']]],
    ['isLate.from=true', [['query', 'is not known here']]],
    ['bags=two', [['query.bags', 'must be a whole number']]],
    ['bags=1&bags=2', [['query.bags', 'must be a text']]],
    ['isLate=yes', [['query.isLate', 'must be true or false']]],
    ['tracedLast=2025-02-30', [['query.tracedLast', 'must be a day that exists']]],
    ['filedAt=2025-01-01T00:00:00', [['query.filedAt', expect.stringContaining('with its zone')]]],
    ['sort=owner', [['query.sort', expect.stringContaining('must be one of')]]],
    ['limit=0', [['query.limit', expect.any(String)]]],
    ['cursor=WzFd', [['query.cursor', expect.stringContaining('must be the `next`')]]],
  ])('that has %s is refused, with the place and what was meant', async (query, issues) => {
    expect(await issuesOf(query)).toEqual(issues);
  });

  it.each([
    ['another order', (next: string) => `sort=bags&cursor=${next}`],
    ['another type of value', () => `sort=bags&cursor=${cursorOf('bags', 'two', 'L-1', 'x')}`],
    ['too few values', () => `sort=bags&cursor=${cursorOf('bags', 2)}`],
    ['no value where there is one', () => `sort=bags&cursor=${cursorOf('bags', null, 'L-1', 'x')}`],
  ])('with a cursor of %s is refused', async (_what, query) => {
    const { next } = await page('limit=1');
    expect(await issuesOf(query(next ?? ''))).toEqual([
      ['query.cursor', 'must be the `next` of an earlier page of this very list'],
    ]);
  });

  it('that no workflow declares is not found', async () => {
    const codeAt = async (url: string) => problemIn(await server.ask({ url })).code;
    expect(await codeAt(`${base}/lost`)).toBe('VIEW_NOT_FOUND');
    expect(await codeAt(`${base}/%20`)).toBe('VIEW_NOT_FOUND');
    expect(await codeAt('/api/v1/workflows/template/views/claims')).toBe('VIEW_NOT_FOUND');
    expect(await codeAt('/api/v1/workflows/nothing/views/claims')).toBe('WORKFLOW_NOT_FOUND');
  });
});

const cursorOf = (...values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

describe('the OpenAPI document', () => {
  interface Parameters {
    readonly paths: Readonly<
      Record<
        string,
        { readonly get: { readonly operationId: string; readonly parameters: readonly { name: string }[] } }
      >
    >;
  }

  it('has an operation for each view, with its columns as parameters and in the answer', async () => {
    const { paths } = (await server.ask({ url: '/openapi.json' })).json<
      Parameters & Record<string, unknown>
    >();
    const { operationId, parameters } = paths[`${base}/claims`]?.get as Parameters['paths'][string]['get'];
    expect(operationId).toBe('listLuggageClaims');
    expect(parameters.map(({ name }) => name)).toEqual([
      ...['channel', 'bags', 'bags.from', 'bags.to', 'filedAt', 'filedAt.from', 'filedAt.to'],
      ...['tracedLast', 'tracedLast.from', 'tracedLast.to', 'isLate'],
      ...['reference', 'sort', 'limit', 'cursor', 'atLeast', 'If-None-Match', 'X-Purpose'],
    ]);
    expect(JSON.stringify(paths[`${base}/claims`])).toContain('last bag traced on');
  });
});

describe('a workflow', () => {
  it('says which views it declares, with their columns', async () => {
    const { views } = bodyOf('getWorkflow', await server.ask({ url: '/api/v1/workflows/luggage' }));
    expect(views.map(({ name, titles }) => [name, titles.en, titles.ar])).toEqual([
      ['claims', 'open claims', 'المطالبات المفتوحة'],
      ['traced', 'bags that were found', 'الحقائب التي عُثر عليها'],
    ]);
    expect(views[1]?.columns[0]).toEqual({
      ...{ name: 'bag', titles: { en: 'bag', ar: 'الحقيبة' }, kind: 'integer' },
      ...{ optional: false, key: true, filter: false },
    });
  });
});

describe('a view whose function fails', () => {
  const source = luggage.views.get('traced')?.source as AnyViewSource;
  const rows = {
    BagTraced: () => {
      throw new Error('no such place');
    },
  };
  const broken = {
    ...luggage,
    views: new Map([
      ...luggage.views,
      ['broken', viewNamed('luggage', 'broken', { ...source, rows })] as const,
    ]),
  };

  it('answers that it is behind, is told of in the log, and leaves all others as they are', async () => {
    const other = await testServer({ workflows: [broken] });
    const data = { claimNo: 'L-1', owner: 'A', ownerArabic: 'ا', bags: 2, channel: 'desk' };
    const send = (url: string, body: object) =>
      other.ask({ method: 'POST', url, headers: { as: 'clerk-1' }, body });
    const { caseId } = bodyOf('openCase', await send('/api/v1/workflows/luggage/cases', { data }));
    const traced = await send(`/api/v1/cases/${caseId}/commands/TraceBag`, { data: { place: 'P' } });
    const { position } = bodyOf('sendCommand', traced);
    const at = (view: string) => other.ask({ url: `${base}/${view}?atLeast=${position}` });
    expect(problemIn(await at('broken'))).toMatchObject({ code: 'VIEW_BEHIND', wanted: position });
    expect(bodyOf('listViewRows', await at('traced')).items).toHaveLength(1);
    expect((await other.ask({ url: `/api/v1/cases?atLeast=${position}` })).status).toBe(200);
    expect(bodyOf('isReady', await other.ask({ url: '/health/ready' })).status).toBe('ok');
    expect(other.logged.filter((line) => line.includes('view broken'))).toEqual([
      'workflow luggage, view broken: rows.BagTraced failed (no such place); correct it',
    ]);
    await other.close();
  });
});
