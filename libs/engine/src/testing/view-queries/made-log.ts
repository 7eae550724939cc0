import { positionOf } from '../../ports/position.js';
import { template } from '../../../../../workflows/_template/index.js';
import { eventCodec } from '../../events/codec.js';
import type { EventStore, RecordedEvent } from '../../ports/event-store.js';
import type { ViewStore } from '../../ports/view-store.js';
import { casesProjection } from '../../projections/cases.js';
import type { Projection } from '../../projections/projection.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { fixedKeyRing } from '../fixed-key-ring.js';

/** What matters of a case that has one event. */
export interface MadeCase {
  readonly caseId: string;
  readonly reference: string;
  readonly latin: string;
  readonly arabic: string;
  /** When its event happened and was recorded. */
  readonly at: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Fills the view of cases, or other ones, from a log in which every case has one event. */
export async function fillCases(
  views: ViewStore,
  cases: readonly MadeCase[],
  projections: readonly Projection[] = [casesProjection],
): Promise<void> {
  const events = logOf(cases);
  const codec = eventCodec(new Map([['template', template]]), fixedKeyRing());
  await new ProjectionRunner({ events, views, codec, projections }).catchUp();
}

function logOf(cases: readonly MadeCase[]): EventStore {
  const events = cases.map(eventOf);
  return {
    head: () => Promise.resolve(positionOf(events.length)),
    readAll: ({ after, limit }: { after: bigint; limit: number }) =>
      Promise.resolve(events.slice(Number(after), Number(after) + limit)),
  } as unknown as EventStore;
}

const eventOf = (
  { caseId, reference, latin, arabic, at, metadata }: MadeCase,
  index: number,
): RecordedEvent => ({
  position: positionOf(index + 1),
  revision: 0n,
  stream: `case-${caseId}`,
  eventId: String(index),
  type: 'RequestOpened',
  schemaVersion: 1,
  occurredAt: at,
  recordedAt: at,
  data: JSON.stringify({ requestNo: reference, name: latin, nameArabic: arabic }),
  metadata: { workflow: 'template', state: 'open', ...metadata },
});
