import type { CaseHistory, Invariant, PastEvent, PastRefusal } from '@safeconduct/workflow';
import type { CaseEvent, RefusalEvent } from '../events/case-event.js';
import { caseEvents } from '../events/case-events.js';
import type { EventCodec } from '../events/codec.js';
import { readStream } from '../events/read-stream.js';
import { refusalsStream } from '../events/streams.js';
import type { EventStore } from '../ports/event-store.js';

/** How the history of a case breaks the invariants of its workflow. */
export async function invariantProblems(
  { events, codec }: { readonly events: EventStore; readonly codec: EventCodec },
  caseId: string,
  invariants: readonly Invariant[],
): Promise<readonly string[]> {
  const [happened, refused] = await Promise.all([
    caseEvents(events, codec).all({ caseId }),
    refusalsOf({ events, codec }, caseId),
  ]);
  const history: CaseHistory = { events: happened.map(pastEvent), refusals: refused.map(pastRefusal) };
  return invariants.flatMap(({ id, broken }) => {
    const how = broken(history);
    return how === undefined ? [] : [`breaks ${id}, ${how}`];
  });
}

async function refusalsOf(
  { events, codec }: { readonly events: EventStore; readonly codec: EventCodec },
  caseId: string,
): Promise<readonly RefusalEvent[]> {
  const recorded = await readStream(events, refusalsStream(caseId));
  return (await codec.decode(recorded)) as readonly RefusalEvent[];
}

const pastEvent = ({ fact, envelope }: CaseEvent): PastEvent => ({
  ...fact,
  command: envelope.command,
  state: envelope.state,
});

const pastRefusal = ({ data, envelope }: RefusalEvent): PastRefusal => ({
  command: envelope.command,
  actor: envelope.actor,
  code: data.code,
  state: data.state ?? undefined,
});
