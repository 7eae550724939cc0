import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileNames as caseloadFiles } from '../../../../workflows/officer-case/demo/files.js';
import { generateCaseload } from '../../../../workflows/officer-case/demo/generate-caseload.js';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { countBy, decideFiles } from './testing/decide-caseload.js';
import { writeCaseload } from './write-caseload.js';

it('a caseload for a full disk names the file, and leaves nothing of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caseload-'));
  const caseload = generateCaseload({ persons: 100, seed: 1 });
  const files = [...caseload.files];
  const path = join(folder, `${files[0]?.name ?? ''}.csv`);
  symlinkSync('/dev/full', `${path}.part`);
  await expect(writeCaseload({ ...caseload, files }, folder)).rejects.toMatchObject({
    code: 'FILE_NOT_WRITTEN',
    message: expect.stringContaining(`${path} cannot be written (ENOSPC)`),
  });
  expect(readdirSync(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

describe.each([100, 2493])('a written caseload of %d persons, decided by the workflow', (persons) => {
  const decided = generateAndDecide(persons);

  it('is accepted as a whole', async () => {
    const { refused, sent, caseload } = await decided;
    expect(refused).toEqual([]);
    expect(sent).toBe(caseload.commands);
  });

  it('leaves as many cases in each state and facility as its ledger says', async () => {
    const { cases, caseload } = await decided;
    const { states, outcomes, returning, inBaghdad, inRutba } = caseload.ledger;
    expect(countBy(cases.values(), ({ state }) => state.split('.')[0])).toEqual(some(states));
    expect(countBy(cases.values(), ({ state }) => state.split('.')[1])).toMatchObject({ returning });
    expect(countBy(cases.values(), (folded) => officerCase.summary(folded).place)).toMatchObject({
      BAGHDAD: inBaghdad,
      RUTBA: inRutba,
    });
    expect(countBy(cases.values(), (folded) => officerCase.summary(folded).outcome)).toMatchObject(
      some(outcomes),
    );
  });
});

describe('a caseload on disk', () => {
  it('is one CSV file for each of its files, with quotes where a cell needs them', async () => {
    await inNewFolder(async (folder) => {
      const texts = ['a, b', 'a "b"', 'a;b\nc'];
      const files = [
        { name: '01-Say', columns: ['no', 'text'], rows: texts.map((text, index) => [String(index), text]) },
        { name: '02-Hear', columns: ['no'], rows: [] },
      ];
      const rows: number[] = [];
      const written = await writeCaseload({ commands: 3, files, ledger: {} }, folder, (done) =>
        rows.push(done),
      );
      expect([written, rows]).toEqual([2, [3, 3]]);
      expect(readFileSync(join(folder, '01-Say.csv'), 'utf8')).toBe(
        ['no,text', '0,"a, b"', '1,"a ""b"""', '2,"a;b\nc"', ''].join('\n'),
      );
      expect(readFileSync(join(folder, '02-Hear.csv'), 'utf8')).toBe('no\n');
    });
  });

  it('tells its progress up to the last command', async () => {
    await inNewFolder(async (folder) => {
      const told: number[] = [];
      const caseload = generateCaseload({ persons: 50, seed: 1 });
      await writeCaseload(caseload, folder, (rows) => told.push(rows));
      expect(told.at(-1)).toBe(caseload.commands);
    });
  });

  it('is the same to the byte for the same seed and size', async () => {
    await inNewFolder(async (folder) => {
      const [first, again] = [join(folder, 'a'), join(folder, 'b')];
      for (const out of [first, again]) await writeCaseload(generateCaseload({ persons: 300, seed: 5 }), out);
      const names = readdirSync(first);
      expect([names.length, readdirSync(again)]).toEqual([caseloadFiles.length, names]);
      const differing = names.filter(
        (name) => !readFileSync(join(again, name)).equals(readFileSync(join(first, name))),
      );
      expect(differing).toEqual([]);
    });
  });
});

async function inNewFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'caseload-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function generateAndDecide(persons: number) {
  return inNewFolder(async (folder) => {
    const caseload = generateCaseload({ persons, seed: 1 });
    await writeCaseload(caseload, folder);
    return { caseload, ...(await decideFiles(folder)) };
  });
}

/** Those that are not zero. */
const some = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
