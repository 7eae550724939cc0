import type { EventStore, Revision } from '../ports/event-store.js';
import type { CaseEvent } from './case-event.js';
import type { EventCodec } from './codec.js';
import { caseStream } from './streams.js';

/** How many events of one case are read and folded before other work gets its turn. */
export const stepSize = 100;

/** Which events of a case are read: from a revision on, the first one when it is left out. */
export interface CaseRange {
  readonly caseId: string;
  readonly from?: Revision | undefined;
}

/** The events of single cases, decoded. */
export interface CaseEvents {
  /** At most `limit` events from a revision on, in order; none when there is no such case. */
  page(range: CaseRange & { readonly limit: number }): Promise<readonly CaseEvent[]>;

  /**
   * Every event from a revision on, in order, at most `stepSize` at a time. From the second step on, one step of all
   * readers together runs in each turn of the event loop. So a long case holds up nobody for longer than one step.
   */
  steps(range: CaseRange): AsyncGenerator<readonly CaseEvent[]>;

  /** The same in one array. */
  all(range: CaseRange): Promise<readonly CaseEvent[]>;
}

export function caseEvents(events: EventStore, codec: EventCodec): CaseEvents {
  const turn = turnTaker();

  const page: CaseEvents['page'] = async ({ caseId, from = 0n, limit }) =>
    (await codec.decode(
      await events.readStream(caseStream(caseId), { from, limit }),
    )) as readonly CaseEvent[];

  async function* steps({ caseId, from = 0n }: CaseRange): AsyncGenerator<readonly CaseEvent[]> {
    for (let next = from; ; next += BigInt(stepSize)) {
      if (next > from) await turn();
      const step = await page({ caseId, from: next, limit: stepSize });
      if (step.length > 0) yield step;
      if (step.length < stepSize) return;
    }
  }

  return {
    page,
    steps,
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
