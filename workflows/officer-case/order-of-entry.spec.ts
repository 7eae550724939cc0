import { describe, expect, it } from '@jest/globals';
import { movesCase, type Folded } from '@safeconduct/workflow';
import fc from 'fast-check';
import { officerCase } from './index.js';
import type { Recorded } from './testing/case-run.js';
import { logOf, seed, walks } from './testing/every-walk.js';

interface Entry {
  readonly event: Recorded;
  /** It may be entered after later events: it is free of order and left the case where it was. */
  readonly isFree: boolean;
}

const entriesOf = (log: readonly Recorded[]): readonly Entry[] =>
  log.map((event, index) => {
    const before = log[index - 1]?.after;
    const isFree =
      before !== undefined &&
      officerCase.commands.get(event.command)?.freeOfOrder === true &&
      !movesCase(officerCase, before, [event]);
    return { event, isFree };
  });

/** The same history with one of the free events entered some events later; the others keep their order. */
function enteredLate(entries: readonly Entry[], which: number, delay: number): readonly Entry[] {
  const free = entries.filter(({ isFree }) => isFree);
  const late = free[which % Math.max(free.length, 1)];
  if (late === undefined) return entries;
  const others = entries.filter((entry) => entry !== late);
  return others.toSpliced(Math.min(entries.indexOf(late) + delay, others.length), 0, late);
}

/** The case after a history; `undefined` where a command of it would have been refused without what is entered later. */
function folded(entries: readonly Entry[]): Folded | undefined {
  let reached: Folded | undefined;
  for (const { event, isFree } of entries) {
    if (reached !== undefined && !holdsFor(reached, event)) return undefined;
    reached =
      isFree && reached !== undefined
        ? officerCase.fold.learn(reached, event)
        : officerCase.fold.step(reached, event);
    if (reached === undefined) return undefined;
  }
  return reached;
}

function holdsFor({ state, facts }: Folded, event: Recorded): boolean {
  const command = officerCase.commands.get(event.command);
  const { actor, confirmation, onBehalfOf, occurredAt: now, data: input } = event;
  const context = { actor, confirmation, onBehalfOf, now, state, input };
  return (
    command?.establishes === true || (command?.guards ?? []).every((guard) => guard.ask(facts, context).ok)
  );
}

describe('facts that may be entered late', () => {
  it('lead to the same case whatever was entered first', () => {
    let compared = 0;
    const property = fc.property(walks, fc.nat(), fc.integer({ min: 1, max: 12 }), (walk, which, delay) => {
      const entries = entriesOf(logOf(walk));
      const late = folded(enteredLate(entries, which, delay));
      if (late === undefined) return;
      compared += 1;
      expect(late).toEqual(folded(entries));
    });
    fc.assert(property, { seed, numRuns: 500 });
    expect(compared).toBeGreaterThan(200);
  });
});
