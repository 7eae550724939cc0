import { describe, expect, it } from '@jest/globals';
import { days, parseInput, plus, type Command, type Instant, type Verdict } from '@safeconduct/workflow';
import { officerCase } from './index.js';
import { limits } from './limits.js';
import { actingOf } from './testing/actors.js';
import { confirmed, sendAll, type CaseRun, type Sending, type Steps } from './testing/case-run.js';
import { everyWalk } from './testing/every-walk.js';
import { samples, type CommandName } from './testing/samples.js';
import { at, type Leaf } from './testing/state-paths.js';

type Guard = Command['guards'][number];

/** The guards of the procedure, each with the commands that ask it. */
const askedBy = new Map<string, { readonly guard: Guard; readonly commands: Command[] }>();
for (const command of officerCase.commands.values())
  for (const guard of command.guards) {
    const known = askedBy.get(guard.id) ?? { guard, commands: [] };
    known.commands.push(command);
    askedBy.set(guard.id, known);
  }

describe('the remedies of the guards', () => {
  it('are each seen to make their guard hold, or to leave it another reason to fail', () => {
    const seen = new Set<string>();
    const note = (name: CommandName, before: CaseRun, after: CaseRun) => {
      for (const [id, { guard, commands }] of askedBy)
        if (guard.remedies.includes(name) && commands.some((one) => isBetter(guard, one, { before, after })))
          seen.add(`${id} by ${name}`);
    };
    everyWalk((attempts) => {
      for (const { before, name, answer, after } of attempts) if (answer.accepted) note(name, before, after);
    });
    for (const [leaf, before, [name, sending]] of stories) {
      const failing = sendAll(before, at(leaf));
      note(name, failing, sendAll([[name, sending]], failing));
    }
    const declared = [...askedBy].flatMap(([id, { guard }]) =>
      guard.remedies.map((name) => `${id} by ${name}`),
    );
    expect(declared.filter((one) => !seen.has(one))).toEqual([]);
  });
});

/** As many of one kind as a case may have open. */
const several = (count: number, name: CommandName, field: string): Steps =>
  Array.from({ length: count }, (_, index) => {
    const [usual] = samples[name].inputs('2025-01-01T06:00:00.000Z') as readonly object[];
    return [name, { input: { ...usual, [field]: `No. ${index}` } }] as const;
  });

const risk = (destination: string, outcome: string) =>
  ['AssessRisk', { input: { destination, outcome, coiVersion: 'V-1', reasonsRef: 'RA-1' } }] as const;
const viaUnhcr = { countries: ['OM'], channel: 'UNHCR', reason: 'thirdCountry' };
const settled = 'camped.settled';
const upheld = { decisionNo: 'AD-1', result: 'upheld', reasons: 'reasons' };

/** What random walks hardly come to: where, the steps after which a guard fails, and the step that helps. */
const stories: readonly (readonly [Leaf, Steps, readonly [CommandName, Sending]])[] = [
  ['camped.returning.inTransit', ['ContestHandover'], ['AbortMovement', {}]],
  [settled, ['DeclareRenunciation', ['OpenRelocation', { input: viaUnhcr }]], ['VerifyRenunciation', {}]],
  ['relocating.ready', [risk('OM', 'REAL_RISK')], risk('OM', 'NO_SUBSTANTIAL_GROUNDS')],
  [settled, [risk('SY', 'REAL_RISK')], risk('SY', 'NO_SUBSTANTIAL_GROUNDS')],
  [
    'returned.monitoring',
    ['RecordContact'],
    ['RecordContact', { at: plus(at('returned.monitoring').now, days(190)) }],
  ],
  [
    settled,
    several(limits.holdsMax, 'PlaceHold', 'holdNo'),
    ['ReleaseHold', { input: { holdNo: 'No. 0', reason: 'reason' } }],
  ],
  [
    settled,
    several(limits.correctionsMax, 'RequestCorrection', 'correctionNo'),
    ['ApproveCorrection', { input: { correctionNo: 'No. 0' } }],
  ],
  [
    settled,
    several(limits.correctionsMax, 'RequestCorrection', 'correctionNo'),
    ['RejectCorrection', { input: { correctionNo: 'No. 0', reasons: 'reasons' } }],
  ],
  [
    'camped.returning.cleared',
    several(limits.appealsMax, 'FileAppeal', 'appealNo'),
    ['DecideAppeal', { input: { ...upheld, appealNo: 'No. 0' } }],
  ],
  [
    'resolved',
    several(limits.restrictionsMax, 'RestrictErasure', 'restrictionNo'),
    ['LiftErasureRestriction', { input: { restrictionNo: 'No. 0', reason: 'reason' } }],
  ],
  ['resolved', ['RestrictErasure'], ['LiftErasureRestriction', {}]],
];

/** Whether a guard failed before a step and, at the same time, answers otherwise after it. */
function isBetter(
  guard: Guard,
  command: Command,
  { before, after }: { readonly before: CaseRun; readonly after: CaseRun },
): boolean {
  return inputsOf(command, after.now).some((input) => {
    const [was, is] = [before, after].map((run) => ask(guard, command, { run, now: after.now, input }));
    return was !== undefined && is !== undefined && !was.ok && (is.ok || is.code !== was.code);
  });
}

/** Forms by which a guard can fail that the samples of a command please. */
const withoutExcuse: Partial<Record<CommandName, readonly unknown[]>> = {
  CloseMonitoring: [{ summary: 'summary' }],
  TransferToJustice: [
    { orderNo: 'J-1', court: 'Damascus', destination: 'SY', counselNotified: true, receiptNo: 'JR-1' },
  ],
};

function inputsOf(command: Command, now: Instant): readonly unknown[] {
  const name = command.name as CommandName;
  const inputs = [...samples[name].inputs(now), ...(withoutExcuse[name] ?? [])];
  const parsed = inputs
    .map((one) => parseInput(command, one))
    .flatMap((one) => ('input' in one ? [one.input] : []));
  return parsed.length === 0 ? [{}] : parsed;
}

interface Asking {
  readonly run: CaseRun;
  readonly now: Instant;
  readonly input: unknown;
}

function ask(guard: Guard, command: Command, { run, now, input }: Asking): Verdict | undefined {
  const { by, confirmedBy } = samples[command.name as CommandName];
  if (run.folded === undefined) return undefined;
  return guard.ask(run.folded.facts, {
    ...{ input, state: run.folded.state, now, actor: actingOf(by) },
    confirmation: confirmedBy === undefined ? undefined : confirmed(actingOf(confirmedBy), now),
  });
}
