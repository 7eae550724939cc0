/** What is particular to jobs that are kept in a folder. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job } from '@safeconduct/contracts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { csv, endedJob, rows, startImport, until } from './imports.js';

let server: TestServer;
beforeEach(async () => {
  server = await testServer({ limits: { importBytes: 2_000_000 } });
});
afterEach(() => server.close());

const start = (body: string, query = '') => startImport(server, { body, query });
const ended = (job: Pick<Job, 'id'>) => endedJob(server, job);

describe('a file that is not kept', () => {
  it('leaves no folder when it is too large', async () => {
    expect(problemIn(await start('x'.repeat(2_000_001))).code).toBe('BODY_TOO_LARGE');
    expect(server.folders()).toEqual([]);
  });
});

describe('a client that goes away in the middle of a file', () => {
  it('leaves no job and no folder', async () => {
    const { hostname, port } = new URL(await server.listen());
    const socket = connect(Number(port), hostname);
    const top = `POST /api/v1/imports?workflow=template&command=OpenRequest HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${server.as('clerk-1').authorization}\r\n`;
    socket.write(`${top}Content-Type: text/csv\r\nContent-Length: 9999\r\n\r\n${csv(rows(9))}`);
    await until(() => server.folders().length === 1);
    socket.destroy();
    await until(() => server.folders().length === 0);
    expect(bodyOf('listJobs', await server.ask({ url: '/api/v1/jobs' })).items).toEqual([]);
  });
});

describe('a job in a folder', () => {
  it('whose record is damaged does not keep the server from starting, and its file stays', async () => {
    const [damaged, sound] = [await start(csv(rows(1))), await start(csv(rows(1)))].map(
      (answer) => bodyOf('startImport', answer).id,
    ) as [string, string];
    await ended({ id: sound });
    await server.close();
    writeFileSync(join(server.folder, 'jobs', damaged, 'job.json'), '{"id": ');
    server = await testServer({ folder: server.folder });
    const { items } = bodyOf('listJobs', await server.ask({ url: '/api/v1/jobs' }));
    expect(items.map(({ id }) => id)).toEqual([sound]);
    expect(server.folders()).toContain(damaged);
  });

  it('beside which somebody keeps files of their own does not keep the server from starting, and they stay', async () => {
    const { id } = bodyOf('startImport', await start(csv(rows(1))));
    await ended({ id });
    await server.close();
    writeFileSync(join(server.folder, 'jobs', '.DS_Store'), 'x');
    mkdirSync(join(server.folder, 'jobs', 'old files'));
    server = await testServer({ folder: server.folder });
    expect(bodyOf('getJob', await server.ask({ url: `/api/v1/jobs/${id}` })).state).toBe('done');
    expect([...server.folders()].sort()).toEqual(['.DS_Store', 'old files', id].sort());
  });
});
