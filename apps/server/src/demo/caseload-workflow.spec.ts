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
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { commandFiles } from '../import/command-files.js';
import type { CommandRow, ImportRow } from '../import/import-row.js';
import { openCommandFile } from '../import/open-command-file.js';
import { generateCaseload } from './generate-caseload.js';
import { personsOf } from '../../../../workflows/officer-case/testing/actors.js';

describe.each([100, 2493])('a caseload of %d persons, decided by the workflow', (persons) => {
  const decided = generateAndDecide(persons);

  it('is accepted as a whole', async () => {
    const { refused, sent, caseload } = await decided;
    expect(refused).toEqual([]);
    expect(sent).toBe(caseload.commands);
  });

  it('leaves as many cases in each state and place as its ledger says', async () => {
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

async function generateAndDecide(persons: number) {
  const folder = await mkdtemp(join(tmpdir(), 'caseload-'));
  try {
    const caseload = await generateCaseload({ persons, seed: 1, out: folder });
    return { caseload, ...(await decideAll(folder)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Sends every row to the workflow's own decisions, without an engine. */
async function decideAll(folder: string) {
  const cases = new Map<string, Folded>();
  const refused: unknown[] = [];
  let sent = 0;
  for (const file of await commandFiles([folder])) {
    const { problem, rows } = await openCommandFile(file, officerCase);
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
