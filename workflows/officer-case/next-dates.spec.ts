import { describe, expect, it } from '@jest/globals';
import { movesCase } from '@safeconduct/workflow';
import { officerCase } from './index.js';
import { send, type CaseRun, type Sending } from './testing/case-run.js';
import { everyWalk } from './testing/every-walk.js';
import { commandNames, type CommandName } from './testing/samples.js';
import { at, leaves } from './testing/state-paths.js';

/** What somebody has to do next, or how the case ended. */
const nextOf = ({ folded }: CaseRun): readonly string[] =>
  folded === undefined
    ? []
    : [...Object.keys(officerCase.dueDates(folded)), folded.facts.outcome ?? []].flat();

describe('nobody is in a state in which nobody ever has to look at them again', () => {
  it.each(leaves)('in %s a deadline runs, or the case has its outcome', (leaf) => {
    expect(nextOf(at(leaf))).not.toEqual([]);
  });

  it('at no step of any walk', () => {
    const lost = new Set<string>();
    everyWalk((attempts) => {
      for (const { after } of attempts) if (nextOf(after).length === 0) lost.add(after.folded?.state ?? '');
    });
    expect([...lost]).toEqual([]);
  });

  it('at no step of any walk into which facts, fates, appeals and corrections are entered, also of earlier times', () => {
    const lost = new Set<string>();
    let entered = 0;
    everyWalk((attempts) => {
      for (const [step, { after }] of attempts.entries()) {
        const earlier = after.log[step % after.log.length]?.occurredAt ?? after.now;
        for (const [names, at] of [[late, earlier] as const, [now, after.now] as const]) {
          const name = names[step % names.length] as CommandName;
          const run = enter(after, name, { variant: step, at });
          if (run !== after) entered += 1;
          if (nextOf(run).length === 0) lost.add(`${name} in ${run.folded?.state ?? ''}`);
        }
      }
    }, 150);
    expect([...lost]).toEqual([]);
    expect(entered).toBeGreaterThan(1000);
  });
});

/** Enters something at its own time or, where it moves the case, at the clock of the case. */
function enter(before: CaseRun, name: CommandName, sending: Sending): CaseRun {
  const { run } = send(before, name, sending);
  const moves =
    before.folded !== undefined && movesCase(officerCase, before.folded, run.log.slice(before.log.length));
  return moves ? send(before, name, { ...sending, at: before.now }).run : run;
}

/** What stands at the time at which it happened, although it was entered later. */
const late = commandNames.filter((name) => officerCase.commands.get(name)?.freeOfOrder === true);

/** What breaks into any step of a case, and stands at its clock. */
const now = commandNames.filter((name) => {
  const { establishes, alwaysHeard } = officerCase.commands.get(name) ?? {};
  return establishes === true || alwaysHeard === true || /Appeal|Correction/.test(name);
});
