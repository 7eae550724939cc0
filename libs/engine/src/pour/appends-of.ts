import type { NewEvent, RecordedEvent, StreamWrite } from '../ports/event-store.js';

export interface AppendLimits {
  /** The most events of an append. */
  readonly events: number;
  /** The most characters of their data and metadata, unless a single event has more. */
  readonly characters: number;
  /** Whether an append may write to more than one stream. */
  readonly severalStreams: boolean;
}

interface GrowingWrite extends StreamWrite {
  readonly events: NewEvent[];
}

/**
 * Cuts events of a log into appends that record them in the same order. An append names a stream once and
 * records its writes one after the other, so it ends where a stream comes again behind another one.
 */
export function* appendsOf(
  events: readonly RecordedEvent[],
  limits: AppendLimits,
): Generator<readonly StreamWrite[]> {
  let append = new GrowingAppend(limits);
  for (const event of events) {
    if (append.takes(event)) continue;
    yield append.writes;
    append = new GrowingAppend(limits);
    append.takes(event);
  }
  if (append.writes.length > 0) yield append.writes;
}

class GrowingAppend {
  readonly writes: GrowingWrite[] = [];
  readonly #streams = new Set<string>();
  #events = 0;
  #characters = 0;

  constructor(private readonly limits: AppendLimits) {}

  /** Takes the next event, if there is room for it. */
  takes(event: RecordedEvent): boolean {
    const { stream } = event;
    const characters = charactersOf(event);
    if (this.#events > 0 && !this.#hasRoom(stream, characters)) return false;
    const last = this.writes.at(-1);
    if (last?.stream === stream) last.events.push(pouredEvent(event));
    else this.writes.push({ stream, expected: revisionBefore(event), events: [pouredEvent(event)] });
    this.#streams.add(stream);
    this.#events += 1;
    this.#characters += characters;
    return true;
  }

  #hasRoom(stream: string, characters: number): boolean {
    const { limits } = this;
    if (this.#events >= limits.events || this.#characters + characters > limits.characters) return false;
    if (this.writes.at(-1)?.stream === stream) return true;
    return limits.severalStreams && !this.#streams.has(stream);
  }
}

const charactersOf = ({ data, metadata }: RecordedEvent): number =>
  Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + value.length, data.length);

const revisionBefore = ({ revision }: RecordedEvent): StreamWrite['expected'] =>
  revision === 0n ? 'noStream' : revision - 1n;

function pouredEvent(event: RecordedEvent): NewEvent {
  const { eventId, type, schemaVersion, recordedAt, occurredAt, metadata, data } = event;
  return { eventId, type, schemaVersion, recordedAt, occurredAt, metadata, data };
}
