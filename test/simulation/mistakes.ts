import {
  eventStoreWith,
  positionOf,
  type Appended,
  type EventStore,
  type NewEvent,
  type StreamWrite,
  type ViewStore,
} from '@safeconduct/engine';
import { viewStoreWith } from '@safeconduct/engine/testing';
import type { ProcessPorts } from '@safeconduct/simulation';

type Planted = (ports: ProcessPorts) => ProcessPorts;

/** Mistakes that tests of single parts do not find; the simulation must find each of them. */
export const mistakes: Readonly<Record<string, Planted>> = {
  'acknowledges a command before it is committed': (ports) => ({
    ...ports,
    events: eventStoreWith(ports.events, { append: (writes) => appendBlindly(ports.events, writes) }),
  }),

  'does not see that a command was recorded before': (ports) => ({
    ...ports,
    events: eventStoreWith(ports.events, {
      async readStream(stream, range) {
        const recorded = await ports.events.readStream(stream, range);
        return recorded.map((event) => ({
          ...event,
          metadata: { ...event.metadata, commandId: event.eventId },
        }));
      },
    }),
  }),

  'commits a checkpoint before its rows': ({ views, ...ports }) => ({
    ...ports,
    views: committing(views, async (generation, view, batch) => {
      const reached = await views.commit(generation, view, { ...batch, changes: [] });
      return views.commit(reached, view, { ...batch, from: batch.to });
    }),
  }),
};

/** Mistakes with the time and the words of what is entered late, and the rule that tells each of them. */
export const lateMistakes: readonly (readonly [string, string, Planted])[] = [
  [
    'records a late fact at the time at which it is entered',
    'time otherwise than it was said',
    (ports) => recording(ports, (event, now) => (isFree(event) ? { ...event, occurredAt: now } : event)),
  ],
  [
    'does not keep what was said where an event stands later',
    'time otherwise than it was said',
    (ports) =>
      recording(ports, ({ metadata: { saidAt: _said, ...metadata }, ...event }) => ({ ...event, metadata })),
  ],
  [
    'drops the words that do not fit a form',
    'words lost',
    (ports) =>
      recording(ports, (event) => {
        const recorded = JSON.parse(event.data) as Partial<SealedWords>;
        const { data: { asHeard: _words, ...data } = {}, sealed } = recorded;
        if (sealed === undefined) return event;
        const others = sealed.filter(({ paths }) => !paths.includes('asHeard'));
        return { ...event, data: JSON.stringify({ data, sealed: others }) };
      }),
  ],
];

interface SealedWords {
  readonly data: Readonly<Record<string, unknown>>;
  readonly sealed: readonly { readonly paths: readonly string[] }[];
}

const isFree = ({ metadata }: NewEvent): boolean => metadata['order'] === 'free';

/** A log that records something else than it was given. */
/** Mistakes with steps that waited for a second person, and the rule that tells each of them. */
export const proposalMistakes: readonly (readonly [string, string, Planted])[] = [
  [
    'does not mark a step that was taken',
    'step without its mark',
    (ports) => ({
      ...ports,
      events: eventStoreWith(ports.events, {
        append: (writes, checks) =>
          writes[0]?.events[0]?.type === 'ProposalConfirmed'
            ? Promise.resolve({ position: positionOf(0), revisions: [0n] })
            : ports.events.append(writes, checks),
      }),
    }),
  ],
  [
    'records another second person than the one who confirmed',
    'confirmed by nobody',
    (ports) =>
      recording(ports, (event) =>
        event.metadata['proposal'] === undefined || event.metadata['confirmedBy'] === undefined
          ? event
          : { ...event, metadata: { ...event.metadata, confirmedBy: 'somebody-9' } },
      ),
  ],
];

function recording(ports: ProcessPorts, instead: (event: NewEvent, now: string) => NewEvent): ProcessPorts {
  const append: EventStore['append'] = (writes) => {
    const now = ports.clock.now();
    return ports.events.append(
      writes.map((write) => ({ ...write, events: write.events.map((event) => instead(event, now)) })),
    );
  };
  return { ...ports, events: eventStoreWith(ports.events, { append }) };
}

/** A mistake that only a workflow with views of its own shows. */
export const keepsRemovedRows: Planted = ({ views, ...ports }) => ({
  ...ports,
  views: committing(views, (generation, view, batch) => {
    const changes = batch.changes.map((change) =>
      change.table.includes('/') ? { ...change, remove: [] } : change,
    );
    return views.commit(generation, view, { ...batch, changes });
  }),
});

const committing = (views: ViewStore, commit: ViewStore['commit']): ViewStore =>
  viewStoreWith(views, { commit });

/** Answers before the append has finished, and ignores conflicts and errors. */
async function appendBlindly(events: EventStore, writes: readonly StreamWrite[]): Promise<Appended> {
  const head = await events.head();
  void events.append(writes).catch(() => {});
  const count = BigInt(writes.reduce((sum, write) => sum + write.events.length, 0));
  const revisions = writes.map(({ expected, events: { length } }) =>
    typeof expected === 'bigint' ? expected + BigInt(length) : BigInt(length) - 1n,
  );
  return {
    position: positionOf(head + count),
    recordedAt: writes[0]?.events[0]?.occurredAt ?? '',
    revisions,
  };
}
