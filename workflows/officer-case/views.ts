import { viewsOf } from '@safeconduct/workflow';
import type { Events } from './events.js';

const view = viewsOf<Events>();

/**
 * What happened against the rules, or is in doubt: crossings that were no handover, and handovers that are disputed. The
 * log has them because facts come before rules; this list keeps them from being overlooked.
 */
const irregularities = view({
  version: 1,
  columns: {
    happenedAt: 'instant',
    irregularity: 'code',
    ground: 'code?',
    crossingPoint: 'code?',
    reliability: 'code?',
  },
  key: ['happenedAt', 'irregularity'],
  filters: ['happenedAt', 'irregularity'],
  rows: {
    IrregularCrossingRecorded: (rows, { crossedAt, crossingPoint, reliability }) =>
      also(rows, { happenedAt: crossedAt, irregularity: 'crossedIrregularly', crossingPoint, reliability }),
    HandoverDisputed: (rows, { ground }, { occurredAt }) =>
      also(rows, { happenedAt: occurredAt, irregularity: 'handoverDisputed', ground }),
  },
});

export const views = { irregularities };

interface Keyed {
  readonly happenedAt: string;
  readonly irregularity: string;
}

/** The rows with one more; the same irregularity at the same moment is one. */
function also<Row extends Keyed>(rows: readonly Row[], row: Row): readonly Row[] {
  const others = rows.filter(
    ({ happenedAt, irregularity }) => happenedAt !== row.happenedAt || irregularity !== row.irregularity,
  );
  return [...others, row];
}
