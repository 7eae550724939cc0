import { describe, expect, it } from '@jest/globals';
import { officerCase } from './index.js';
import type { CaseRun } from './testing/case-run.js';
import { everyWalk } from './testing/every-walk.js';
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
});
