import type { Instant, Position, RecordedEvent, Revision } from '@safeconduct/engine';

/** The end of a stream, as it was last seen. */
export interface Head {
  readonly revision: Revision;
  readonly position: Position;
  /** Not before this, the next event is recorded. */
  readonly recordedAt: Instant;
  /** Ids of the last events, in order, as many as are known. */
  readonly ids: readonly string[];
}

const idsMax = 16;

/**
 * Remembers the ends of the streams that were used last, between half of `size` and `size` of them, so that most
 * appends read nothing first. What it knows may be old; the expected revision of an append finds that out.
 */
export class StreamHeads {
  /** Those used last. When they are half of all, they become the ones that are forgotten next. */
  #recent = new Map<string, Head>();
  #earlier: ReadonlyMap<string, Head> = new Map();

  constructor(private readonly size: number) {}

  get(stream: string): Head | undefined {
    const recent = this.#recent.get(stream);
    if (recent !== undefined) return recent;
    const earlier = this.#earlier.get(stream);
    if (earlier !== undefined) this.#keep(stream, earlier);
    return earlier;
  }

  /** Takes note of the end of a stream, unless a later one is known. */
  note(stream: string, head: Head): void {
    const known = this.get(stream);
    if (known !== undefined && known.revision > head.revision) return;
    this.#keep(stream, head.ids.length > idsMax ? { ...head, ids: head.ids.slice(-idsMax) } : head);
  }

  /** Takes note of events that were read from one stream, in order. */
  noteEvents(stream: string, events: readonly RecordedEvent[]): void {
    const head = headOf(events);
    if (head !== undefined) this.note(stream, head);
  }

  #keep(stream: string, head: Head): void {
    this.#recent.set(stream, head);
    if (this.#recent.size < this.size / 2) return;
    this.#earlier = this.#recent;
    this.#recent = new Map();
  }
}

/** The head of a stream that ends with these events. */
export function headOf(events: readonly RecordedEvent[]): Head | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const { revision, position, recordedAt } = last;
  return { revision, position, recordedAt, ids: events.slice(-idsMax).map(({ eventId }) => eventId) };
}
