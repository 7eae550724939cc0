import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from '../e2e/cli.js';

const rows =
  'registrationNo,by,occurredAt,nameArabic,nameLatin,birthDate,serviceCategory,crossingPoint,crossedAt,language\n' +
  ['Z-1,intake-1', 'Z-2,nobody', 'Z-3,intake-1']
    .map((row) => `${row},2025-01-02T10:00:00Z,ا,A,1979,officer,AL_QAIM,2025-01-02T09:00:00Z,ar\n`)
    .join('');

let folder: string;
let data: string;
let file: string;
let server: ServerProcess | undefined;

beforeEach(() => {
  folder = join(temporaryFolder(), 'caseload');
  data = join(temporaryFolder(), 'data');
  file = join(folder, '01-RegisterEntry.csv');
  mkdirSync(folder);
  writeFileSync(file, rows);
});
afterEach(async () => {
  await server?.kill();
  server = undefined;
});

/** Whatever is written into the file of rejected rows meets a full disk. */
const fill = () => {
  symlinkSync('/dev/full', `${file}.rejected.csv.part`);
};
const imported = async () => {
  const run = await cli(['import', 'officer-case', folder, '--data', data, '--json']);
  return { ...run, files: readdirSync(folder) };
};

describe('an import beside whose file the disk is full', () => {
  it('accepts what is right, names the file of rejections and what to do, and leaves no part of it', async () => {
    fill();
    const run = await imported();
    expect([run.code, run.json()]).toEqual([1, expect.objectContaining({ accepted: 2, rejected: 1 })]);
    expect(run.stderr).toContain(
      `rejected rows of ${file} are not kept: ${file}.rejected.csv cannot be written (ENOSPC); ` +
        'make room there and import the file again: what was accepted is recognised\n',
    );
    expect(run.files).toEqual(['01-RegisterEntry.csv']);

    const again = await imported();
    expect(again.json()).toMatchObject({ accepted: 0, alreadyThere: 2, rejected: 1 });
    expect(again.files).toEqual(['01-RegisterEntry.csv', '01-RegisterEntry.csv.rejected.csv']);
  });

  it('through a server says where the server keeps them, and leaves no part either', async () => {
    server = new ServerProcess({ data });
    await server.ready;
    fill();
    const run = await imported();
    expect([run.code, run.json()]).toEqual([1, expect.objectContaining({ accepted: 2, rejected: 1 })]);
    expect(run.stderr).toMatch(
      /rejected rows of .* are at http.*\/rejected\.csv; .*\.rejected\.csv cannot be written \(ENOSPC\)\n/,
    );
    expect(run.files).toEqual(['01-RegisterEntry.csv']);
  });
});

it('output that goes to a full disk is told in one line', async () => {
  const inside = ['sh', '-c', 'exec "$0" "$@" > /dev/full'];
  const { code, stderr } = await cli(['workflows'], { inside });
  expect([code, stderr]).toEqual([
    1,
    'safeconduct: the output cannot be written (ENOSPC); what was recorded stays recorded\n',
  ]);
});
