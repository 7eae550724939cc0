import { beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../system/clock.js';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderJobs } from './folder-jobs.js';
import { add, fileWithId, open, openWith } from './testing/jobs-under-test.js';
import { jobStoreContract } from './testing/job-store-contract.js';

jobStoreContract('folder', {
  open: (folder) => openFolderJobs({ folder, clock: systemClock }),
  shared: false,
});

describe('jobs in a folder', () => {
  let folder: string;
  const opened = (mode: 'read' | 'write' = 'write') => openFolderJobs({ folder, clock: systemClock, mode });
  const file = fileWithId(1);
  const idOf = (id: number) => fileWithId(id).jobId;

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'folder-jobs-')), 'jobs');
  });

  it('make nothing before a job is received', async () => {
    const jobs = opened();
    await jobs.sweep();
    expect(await jobs.oldestOpen()).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });

  it('are kept under the names of before: record, file and rejected rows in a folder of their own', async () => {
    const jobs = opened();
    const record = await add(jobs, file, { content: 'a\n' });
    const path = join(folder, file.jobId, `${file.name}.rejected.csv`);
    writeFileSync(path, 'rows');
    await jobs.replace(record, openWith(1), { rejected: { file, path } });
    expect(readdirSync(join(folder, file.jobId)).sort()).toEqual([
      file.name,
      `${file.name}.rejected.csv`,
      'job.json',
    ]);
    expect(readFileSync(join(folder, file.jobId, 'job.json'), 'utf8')).toBe(openWith(1));
  });

  it('sweep a folder that a crash left behind, and touch nothing that is of somebody else', async () => {
    const jobs = opened();
    await add(jobs, file);
    const [crashed, foreign, linked] = [2, 3, 4].map((id) => join(folder, idOf(id))) as [
      string,
      string,
      string,
    ];
    mkdirSync(crashed);
    for (const name of ['01-AddNote.csv', '01-AddNote.csv.rejected.csv.part', 'job.json.part'])
      writeFileSync(join(crashed, name), '');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), '');
    symlinkSync(folder, linked);
    mkdirSync(join(folder, 'backup'));
    writeFileSync(join(folder, '.DS_Store'), '');
    await jobs.sweep();
    expect(readdirSync(folder).sort()).toEqual(['.DS_Store', 'backup', idOf(1), idOf(3), idOf(4)].sort());
    expect((await jobs.list({ limit: 10 })).map(({ id }) => id)).toEqual([idOf(1)]);
  });

  it('can be read beside the process that writes them, which sees each change; nothing is written then', async () => {
    const [writing, reading] = [opened(), opened('read')];
    const record = await add(writing, file);
    expect(await reading.find(file.jobId)).toMatchObject({ text: open });
    await writing.replace(record, openWith(5));
    expect(await reading.find(file.jobId)).toMatchObject({ text: openWith(5) });
    const readOnly = { code: 'STORE_READ_ONLY' };
    await expect(reading.replace(record, open)).rejects.toMatchObject(readOnly);
    await expect(add(reading, fileWithId(2))).rejects.toMatchObject(readOnly);
    await expect(reading.sweep()).rejects.toMatchObject(readOnly);
  });

  it('are the same store when the lease of the process before was never given back', async () => {
    const record = await add(opened(), file);
    const before = opened();
    await before.leases.acquire('jobs', 'before', 3_600_000);
    const after = opened();
    const lease = await after.leases.acquire('jobs', 'after', 3_600_000);
    expect(await after.replace({ ...record }, openWith(1), { lease })).toMatchObject({ text: openWith(1) });
  });
});
