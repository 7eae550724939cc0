import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { epochMsOf, hours, instantOf, type Folded } from '@safeconduct/workflow';
import { generateCaseload } from '../../../../workflows/officer-case/demo/generate-caseload.js';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { countBy, liveThrough } from './testing/decide-caseload.js';
import { writeCaseload } from './write-caseload.js';

/** The moment at which the demonstration begins: 8 o'clock in Baghdad. */
const now = '2025-01-12T05:00:00.000Z';
/** The caseload of the demonstration as it is then. */
const lived = generateAndLive(2493);

describe('the invented caseload, with the commands of all deadlines that passed', () => {
  it('is accepted as a whole', async () => {
    const { refused, sent } = await lived;
    expect(refused).toEqual([]);
    expect(sent).toBe(47_773);
  });

  it('has a next date or an outcome for everybody', async () => {
    const lost = (await foldedCases()).filter(
      (folded) => datesOf(folded).length === 0 && officerCase.summary(folded).outcome === undefined,
    );
    expect(lost).toEqual([]);
  });

  // A screen of each: not so many that nothing can be found, and not so few that a list is empty.
  it.each([
    ['custodyReview', 'overdue', [8, 25]],
    ['counselling', 'overdue', [8, 25]],
    ['missingContact', 'overdue', [8, 25]],
    ['verifiedIdentity', 'overdue', [8, 25]],
    ['alert', 'overdue', [4, 12]],
    ['returnDecision', 'overdue', [2, 12]],
    ['holdReview', 'overdue', [1, 3]],
    ['childProtection', 'overdue', [1, 3]],
    ['custodyReview', '2025-01-12', [3, 15]],
    ['contact', '2025-01-12', [8, 8]],
    ['returnDecision', '2025-01-12', [2, 10]],
    ['custodyReview', '2025-01-13', [2, 15]],
    ['contact', '2025-01-13', [12, 12]],
    ['alert', '2025-01-13', [3, 3]],
    ['appeal', '2025-01-13', [1, 3]],
    ['correction', '2025-01-13', [1, 1]],
    ['missingSearch', '2025-01-13', [1, 1]],
    ['screening', '2025-01-13', [1, 1]],
    ['counselling', '2025-01-12', [1, 8]],
    ['counselling', '2025-01-13', [1, 8]],
    ['missingContact', '2025-01-12', [1, 8]],
    ['returnDecision', '2025-01-13', [1, 8]],
    ['contact', 'later', [1500, 2000]],
    ['custodyReview', 'later', [300, 400]],
  ] as const)(
    'has as many of %s, %s, as fit a screen or are far away',
    async (deadline, when, [least, most]) => {
      const dates = (await foldedCases()).flatMap(datesOf);
      const found = dates.filter((date) => date.deadline === deadline && whenDue(date.dueAt) === when).length;
      expect(found).toBeGreaterThanOrEqual(least);
      expect(found).toBeLessThanOrEqual(most);
    },
  );

  it('has between fifty and a hundred dates that are overdue, and far fewer due on each of the next two days', async () => {
    const dates = (await foldedCases()).flatMap(datesOf).map(({ dueAt }) => whenDue(dueAt));
    const counts = ['overdue', '2025-01-12', '2025-01-13'].map(
      (day) => dates.filter((when) => when === day).length,
    );
    for (const [index, most] of [100, 50, 50].entries()) expect(counts[index]).toBeLessThanOrEqual(most);
    for (const [index, least] of [50, 15, 15].entries()) expect(counts[index]).toBeGreaterThanOrEqual(least);
  });

  it('has the figures that its README tells', () => {
    const { ledger } = generateCaseload({ persons: 2493, seed: 1 });
    const told: Readonly<Record<string, number>> = {
      'entered on 7 and 8 December': ledger.total,
      'staff of the border, handed over on 18 December': ledger.handoversOnEve,
      'handed over on 19 December': ledger.handoversOnFirstDay,
      'handed over since 19 December': ledger.handoversSinceFirstDay,
      'came back after their handover': ledger.reEntries,
      'taken across against the rules': ledger.irregularCrossings,
      'returned, follow-up closed': ledger.outcomes.RETURNED_VOLUNTARILY ?? 0,
      'officers in Baghdad who refuse to return': ledger.inBaghdad,
      'of them waiting for an assurance': ledger.states.pendingAssurance,
      'live in Rutba': ledger.inRutba,
      'in the camp, with a return under way': ledger.returning,
      'withdrew consent before the crossing': ledger.withdrawn,
      'cases that are not closed and have no officer': ledger.unassigned,
    };
    const readme = readFileSync(join('workflows', 'officer-case', 'demo', 'README.md'), 'utf8');
    const rows = Object.entries(told).map(
      ([figure, count]) => `| ${figure} | ${count.toLocaleString('en')} |`,
    );
    expect(rows.filter((row) => !readme.includes(`${row}\n`))).toEqual([]);
  });

  it('is assigned unevenly: sixty cases to nobody, hundreds to one officer, three to another', async () => {
    const officers = countBy(await foldedCases(), (folded) => officerCase.summary(folded).assignee);
    expect(officers).toMatchObject({ '': 60, 'co-12': 3 });
    expect(officers['co-01']).toBeGreaterThan(350);
  });

  it('has the hard cases where a reader looks for them', async () => {
    const states = countBy(await foldedCases(), ({ state }) => state);
    expect(states).toMatchObject({
      'entered.childTrack': 1,
      'entered.intake': 1,
      'returned.overdue': 19,
      'returned.alert': 14,
      'relocating.inTransit': 1,
      'relocating.predeparture': 1,
      'camped.returning.manifested': 6,
    });
    const places = countBy(await foldedCases(), (folded) => officerCase.summary(folded).place);
    expect(places).toMatchObject({ ROAD: 1, MISSING: 1, BAGHDAD: 90 });
    expect(places['RUTBA']).toBeGreaterThan(200);
  });
});

async function generateAndLive(persons: number) {
  const folder = await mkdtemp(join(tmpdir(), 'caseload-'));
  try {
    await writeCaseload(generateCaseload({ persons, seed: 1 }), folder);
    return await liveThrough(folder, now);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const foldedCases = async (): Promise<readonly Folded[]> => [...(await lived).cases.values()];

const datesOf = (folded: Folded) =>
  Object.entries(officerCase.dueDates(folded)).map(([deadline, dueAt]) => ({ deadline, dueAt }));

/** Overdue, or the day in Baghdad where it is today or tomorrow. */
function whenDue(dueAt: string): string {
  if (dueAt < now) return 'overdue';
  const day = instantOf(epochMsOf(dueAt) + hours(3)).slice(0, '2025-01-12'.length);
  return day <= '2025-01-13' ? day : 'later';
}
