import type { Workflow } from '@safeconduct/workflow';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { HistoryDivergedError } from '../errors.js';
import type { Register } from '../events/case-event.js';
import type { CaseEvents } from '../events/case-events.js';
import type { EventCodec } from '../events/codec.js';
import { readLog } from '../following/log-follower.js';
import { foldToShow, type ReadCase } from '../history/case-state.js';
import type { EventStore } from '../ports/event-store.js';

/** The open cases of one workflow, folded by the definition of today. */
export interface OpenCasesReport {
  readonly workflow: string;
  /** How many cases are open, by the state that was recorded last. */
  readonly open: number;
  /** The cases it cannot go on with, by state and reason, the most first. */
  readonly stuck: readonly StuckCases[];
  /** These cases one by one, up to `stuckNamedMax`. */
  readonly stuckCases: readonly StuckCase[];
}

/** How many cases of a workflow are named one by one; the others are counted. */
export const stuckNamedMax = 200;

/** A case that a workflow cannot go on with. */
export interface StuckCase {
  readonly caseId: string;
  readonly workflow: string;
  readonly what: string;
}

export interface StuckCases {
  /** The state that was recorded last. */
  readonly state: string;
  readonly cases: number;
  readonly what: string;
  /** The id of one of them. */
  readonly example: string;
}

export interface OpenCasesPorts {
  readonly events: EventStore;
  readonly codec: EventCodec;
  readonly caseEvents: CaseEvents;
  readonly register: Register;
}

/** How many cases are folded before other work of the thread gets its turn. */
const turn = 50;

/**
 * Folds every open case of some workflows and reports those that their definitions of today cannot go on with: an event has
 * no place in the chart or is not read any more, the state is one that the chart does not have, or the events lead to
 * another state than the recorded one. A case is open while its recorded state is no end. A workflow that is not
 * registered is reported with all its cases.
 * @param workflows  their names; those of the register, and every one that the log names, when left out
 */
export async function checkOpenCases(
  ports: OpenCasesPorts,
  workflows?: readonly string[],
): Promise<readonly OpenCasesReport[]> {
  const reports: OpenCasesReport[] = [];
  for (const [name, cases] of await openCasesIn(ports, workflows)) {
    const stuck = new Map<string, StuckCases & { cases: number }>();
    const stuckCases: StuckCase[] = [];
    let count = 0;
    for (const [example, state] of cases) {
      const what = await whyStuck(ports, { workflow: name, caseId: example, state });
      if (what !== undefined) {
        const key = `${state} ${what}`;
        const known = stuck.get(key);
        stuck.set(key, { state, what, example: known?.example ?? example, cases: (known?.cases ?? 0) + 1 });
        if (stuckCases.length < stuckNamedMax) stuckCases.push({ caseId: example, workflow: name, what });
      }
      if ((count += 1) % turn === 0) await nextTurn();
    }
    reports.push({
      workflow: name,
      open: cases.size,
      stuck: [...stuck.values()].sort((one, other) => other.cases - one.cases),
      stuckCases,
    });
  }
  return reports;
}

type StateByCase = Map<string, string>;

/** The open cases of each workflow with the state that was recorded last. */
async function openCasesIn(
  { events, codec, register }: OpenCasesPorts,
  workflows: readonly string[] | undefined,
): Promise<ReadonlyMap<string, StateByCase>> {
  const found = new Map<string, StateByCase>(
    (workflows ?? [...register.keys()]).map((name) => [name, new Map()]),
  );
  for await (const batch of readLog({ events, codec })) {
    for (const event of batch.events) {
      if (event.kind !== 'case') continue;
      const { workflow: name, state } = event.envelope;
      if (workflows === undefined && !found.has(name)) found.set(name, new Map());
      const cases = found.get(name);
      if (register.get(name)?.chart.ends.has(state) === true) cases?.delete(event.caseId);
      else cases?.set(event.caseId, state);
    }
    await nextTurn();
  }
  return found;
}

async function whyStuck(
  { caseEvents, register }: OpenCasesPorts,
  { workflow, caseId, state }: { readonly workflow: string; readonly caseId: string; readonly state: string },
): Promise<string | undefined> {
  const registered = register.get(workflow);
  if (registered === undefined) return `the workflow ${workflow} is not registered`;
  let folded: ReadCase | undefined;
  try {
    for await (const step of caseEvents.steps({ caseId })) folded = foldToShow(caseId, step, folded);
  } catch (error) {
    if (error instanceof HistoryDivergedError) return error.what;
    throw error;
  }
  return whyElsewhere(registered, state, folded?.folded.state);
}

function whyElsewhere({ chart }: Workflow, state: string, folded: string | undefined): string | undefined {
  const recorded = chart.nameNow(state);
  if (!chart.leaves.includes(recorded))
    return `the chart has no state ${state}; keep the name with 'formerly' in the state where its cases are now`;
  return folded === recorded ? undefined : `its events lead to ${folded ?? 'no state'} now`;
}
