import { type SqliteViews } from '@safeconduct/stores';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testServer, type TestServer } from './http-server.js';
import { entry } from './officer-cases.js';

const rows = 20_000_000;

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.close());

const past = '2024-12-08T00:00:00Z';
const questions = [
  `/api/v1/population/flows?from=2024-12-07T00:00:00Z&to=${past}`,
  '/api/v1/population/series?from=2024-12-07&to=2024-12-08',
  `/api/v1/population?asOf=${past}`,
  `/api/v1/cases?asOf=${past}`,
  '/api/v1/audit/events',
  '/api/v1/audit/refusals',
];

describe('a query that takes long', () => {
  it('delays neither commands nor short queries; other long queries wait for it', async () => {
    const ended: string[] = [];
    const { readingThread } = server.installation.views as unknown as Pick<SqliteViews, 'readingThread'>;
    const long = readingThread
      ?.ask(
        `with recursive number(n) as (select 1 union all select n + 1 from number where n < ?)
        select count(*) as "count" from number`,
        [rows],
      )
      .finally(() => ended.push('question'));
    const others = questions.map(async (url) => {
      const { status } = await server.ask({ url });
      ended.push(`${status} ${url}`);
    });
    const command = await server.ask({
      method: 'POST',
      url: '/api/v1/workflows/officer-case/cases',
      headers: { as: 'intake-01', 'idempotency-key': 'entry-1' },
      body: { data: entry('QAIM-2024-00001') },
    });
    expect(command.status).toBe(201);
    ended.push('command');
    const { position } = command.json<{ position: string }>();
    const list = await server.ask({ url: `/api/v1/cases?atLeast=${position}` });
    expect(list.json()).toMatchObject({ items: [{ reference: 'QAIM-2024-00001' }] });
    ended.push('list');
    expect(await long).toEqual([{ count: rows }]);
    await Promise.all(others);
    expect(ended.slice(0, 3)).toEqual(['command', 'list', 'question']);
    expect(ended.slice(3).sort()).toEqual(questions.map((url) => `200 ${url}`).sort());
  });
});
