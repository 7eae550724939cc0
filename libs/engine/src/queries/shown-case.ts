import { possibleCommands, type Instant, type RecordedSummary } from '@safeconduct/workflow';
import type { Withheld } from '../access/withheld.js';
import type { ReadCase } from '../history/case-state.js';

/**
 * A case as a reader may see it. Facts that they may not see are left out of `folded`; what follows from all facts, such
 * as what is possible now, is given beside them.
 */
export interface ShownCase extends ReadCase {
  readonly summary: RecordedSummary;
  /** The commands that people can send to it at a time; see `possibleCommands` of the language. */
  readonly possibleAt: (now: Instant) => readonly string[];
  readonly withheld: readonly Withheld[];
}

/** A case of which nothing is withheld. */
export const shownWhole = (found: ReadCase): ShownCase => ({
  ...found,
  summary: found.workflow.summary(found.folded),
  possibleAt: (now) => possibleCommands(found.workflow, found.folded, now),
  withheld: [],
});
