import {
  createEngine,
  systemReader,
  type ClockName,
  type EnginePorts,
  type Moment,
} from '@safeconduct/engine';
import { instantOf, type Draw, type Workflow } from '@safeconduct/workflow';
import type { PastSeen } from '../model/evidence.js';
import { pick } from '../plan.js';
import type { Disk } from './disk.js';

const reader = systemReader('simulation');
/** How many moments are asked in each clock. */
const momentsPerClock = 3;

/**
 * Cases and figures at some moments of both clocks, as a process shows them that has just started on what is on disk: at
 * the time of an event, or a millisecond before it.
 */
export async function seenPast(
  {
    disk,
    workflow,
    ports,
  }: { readonly disk: Disk; readonly workflow: Workflow; readonly ports: Omit<EnginePorts, 'events'> },
  draw: Draw,
): Promise<readonly PastSeen[]> {
  const { queries } = createEngine({ ...ports, events: disk.events, views: disk.views }, [workflow]);
  const cases = await disk.cases();
  const seen: PastSeen[] = [];
  for (const moment of momentsIn(disk, draw)) {
    const shown = cases.map(async ({ caseId }) => {
      const found = await queries.case(reader, { caseId, moment });
      return { caseId, state: found?.folded.state, facts: found?.folded.facts };
    });
    const { total, leaves, places, outcomes, events } = await queries.population(reader, {
      workflow,
      moment,
    });
    seen.push({
      moment,
      cases: await Promise.all(shown),
      figures: { total, leaves, places, outcomes, events },
    });
  }
  return seen;
}

function momentsIn({ log }: Disk, draw: Draw): readonly Moment[] {
  const ofCases = log.filter(({ stream }) => stream.startsWith('case-'));
  if (ofCases.length === 0) return [];
  const times: Readonly<Record<ClockName, readonly string[]>> = {
    occurred: ofCases.map(({ occurredAt }) => occurredAt),
    recorded: ofCases.map(({ recordedAt }) => recordedAt),
  };
  return (['occurred', 'recorded'] as const).flatMap((clock) =>
    Array.from({ length: momentsPerClock }, (_, index) => {
      const at = pick(draw, `past ${clock} ${index}`, times[clock]);
      return { clock, at: instantOf(Date.parse(at) - draw(`before ${clock} ${index}`, 2)) };
    }),
  );
}
