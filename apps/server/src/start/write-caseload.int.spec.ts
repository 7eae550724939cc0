import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  decideCommand,
  parseInput,
  parseInstant,
  type CommandRequest,
  type Folded,
} from '@safeconduct/workflow';
import { generateCaseload } from '../../../../workflows/officer-case/demo/generate-caseload.js';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { commandFiles } from '../import/command-files.js';
import { personsOf } from '../../../../workflows/officer-case/testing/actors.js';
import { openFile } from '../import/read/open-file.js';
import type { CommandRow, ImportRow } from '../import/rows/import-row.js';
import { readRows } from '../import/rows/read-rows.js';
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
    const { entered, ...states } = caseload.ledger.states;
    const { returning, inBaghdad } = caseload.ledger;
    expect(countBy(cases, ({ state }) => state.split('.')[0])).toEqual(states);
    expect(entered).toBe(0);
    expect(countBy(cases, ({ state }) => state.split('.')[1])).toMatchObject({ returning });
    expect(countBy(cases, (folded) => officerCase.summary(folded).place)).toMatchObject({
      BAGHDAD: inBaghdad,
    });
    expect(countBy(cases, (folded) => officerCase.summary(folded).outcome)).toMatchObject({
      RETURNED_VOLUNTARILY: states.resolved,
    });
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
      expect([names.length, readdirSync(again)]).toEqual([35, names]);
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
    return { caseload, ...(await decideAll(folder)) };
  });
}

/** Sends every row to the workflow's own decisions, without an engine. */
async function decideAll(folder: string) {
  const cases = new Map<string, Folded>();
  const refused: unknown[] = [];
  let sent = 0;
  for (const file of await commandFiles([folder])) {
    const { problem, rows } = readRows(await openFile(file), officerCase);
    if (problem !== undefined) refused.push({ file, problem });
    for await (const row of rows) {
      sent += 1;
      const key = row.problem === undefined ? row.naturalKey : '';
      const decided = decideRow(row, cases.get(key));
      if (decided.after === undefined) refused.push({ row, decided });
      else cases.set(key, decided.after);
    }
  }
  return { cases, refused, sent };
}

function decideRow(
  row: ImportRow,
  before: Folded | undefined,
): { after?: Folded | undefined; why?: unknown } {
  if (row.problem !== undefined) return { why: row.problem };
  const request = requestOf(row);
  if ('issues' in request) return { why: request.issues };
  const decision = decideCommand(officerCase, before, request);
  return decision.accepted ? { after: decision.events.at(-1)?.after } : { why: decision.refusal };
}

function requestOf(row: CommandRow): CommandRequest | { issues: unknown } {
  const command = officerCase.commands.get(row.command);
  if (command === undefined) return { issues: 'no such command' };
  const parsed = parseInput(command, row.data);
  if ('issues' in parsed) return parsed;
  const { actor, confirmation } = personsOf(row);
  const now = parseInstant(row.occurredAt ?? '') ?? '';
  return {
    command,
    input: parsed.input,
    actor,
    confirmation: confirmation && { ...confirmation, at: now, contentHash: 'content' },
    contentHash: 'content',
    onBehalfOf: row.onBehalfOf,
    now,
  };
}

function countBy(
  cases: ReadonlyMap<string, Folded>,
  key: (folded: Folded) => string | undefined,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const folded of cases.values()) {
    const name = key(folded) ?? '';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
