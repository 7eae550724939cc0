import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import type { CaseEvent } from './case-event.js';
import type { EventCodec } from './codec.js';
import { caseStream } from './streams.js';

/** How many events of one case are read and folded before other work gets its turn. */
export const stepSize = 100;

/** Which events of a case are read: from a revision on, the first one when it is left out. */
export interface CaseRange {
  readonly caseId: string;
  readonly from?: Revision | undefined;
  /** Only events of these types, all when it is left out. Others are read and not decoded. */
  readonly types?: readonly string[] | undefined;
}

/** The events of single cases, decoded. */
export interface CaseEvents {
  /** Those that are asked for among `limit` events from a revision on, in order; none when there is no such case. */
  page(range: CaseRange & { readonly limit: number }): Promise<readonly CaseEvent[]>;

  /**
   * Every event from a revision on, in order, at most `stepSize` at a time. From the second step on, one step of all
   * readers together runs in each turn of the event loop. So a long case holds up nobody for longer than one step.
   */
  steps(range: CaseRange): AsyncGenerator<readonly CaseEvent[]>;

  /** For whoever reads pages in a loop: resolves when the next one may be read, in a turn of its own as a step has. */
  readonly turn: () => Promise<void>;

  /** Every step in one array. */
  all(range: CaseRange): Promise<readonly CaseEvent[]>;
}

export function caseEvents(events: EventStore, codec: EventCodec): CaseEvents {
  const turn = turnTaker();

  const recorded = ({ caseId, from = 0n }: CaseRange, limit: number) =>
    events.readStream(caseStream(caseId), { from, limit });

  const decoded = async (found: readonly RecordedEvent[], { types }: CaseRange) => {
    const wanted = types === undefined ? found : found.filter(({ type }) => types.includes(type));
    return (await codec.decode(wanted)) as readonly CaseEvent[];
  };

  async function* steps(range: CaseRange): AsyncGenerator<readonly CaseEvent[]> {
    const { from = 0n } = range;
    for (let next = from; ; next += BigInt(stepSize)) {
      if (next > from) await turn();
      const step = await recorded({ ...range, from: next }, stepSize);
      const wanted = await decoded(step, range);
      if (wanted.length > 0) yield wanted;
      if (step.length < stepSize) return;
    }
  }

  return {
    page: async ({ limit, ...range }) => decoded(await recorded(range, limit), range),
    steps,
    turn,
    async all(range) {
      const all: CaseEvent[] = [];
      for await (const step of steps(range)) all.push(...step);
      return all;
    },
  };
}

/** A function whose promises are resolved one in each turn of the event loop, in the order of the calls. */
function turnTaker(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(nextTurn));
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
