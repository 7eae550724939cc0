import type { Job } from '@safeconduct/contracts';
import { expect } from '@jest/globals';
import { bodyOf, type TestServer } from './http-server.js';

const columns = 'requestNo,by,name,nameArabic';

/** Rows that open so many cases of the template. */
export const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `R-${n},clerk-1,Name ${n},اسم`);

export const csv = (lines: readonly string[]) => `${[columns, ...lines].join('\n')}\n`;

interface Sent {
  readonly body: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file to be imported. */
export const startImport = (server: TestServer, { body, query = '', headers = {} }: Sent) =>
  server.ask({
    method: 'POST',
    url: `/api/v1/imports?workflow=template&command=OpenRequest${query}`,
    headers: { as: 'clerk-1', 'content-type': 'text/csv', ...headers },
    body,
  });

export async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5000 && !isSo(); waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
}

/** Waits until a job has ended. */
export async function endedJob(server: TestServer, { id }: Pick<Job, 'id'>): Promise<Job> {
  for (let waited = 0; waited < 40_000; waited += 10) {
    const job = bodyOf('getJob', await server.ask({ url: `/api/v1/jobs/${id}` }));
    if (job.endedAt !== null) return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`job ${id} does not end`);
}
