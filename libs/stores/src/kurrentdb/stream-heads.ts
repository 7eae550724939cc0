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
 * Remembers the ends of the streams that were used last, so that most appends read nothing first. What it
 * knows may be old; the expected revision of an append finds that out.
 */
export class StreamHeads {
  readonly #heads = new Map<string, Head>();

  constructor(private readonly size: number) {}

  get(stream: string): Head | undefined {
    const head = this.#heads.get(stream);
    if (head !== undefined) {
      this.#heads.delete(stream);
      this.#heads.set(stream, head);
    }
    return head;
  }

  /** Takes note of the end of a stream, unless a later one is known. */
  note(stream: string, head: Head): void {
    const known = this.#heads.get(stream);
    if (known !== undefined && known.revision > head.revision) return;
    this.#heads.delete(stream);
    this.#heads.set(stream, { ...head, ids: head.ids.slice(-idsMax) });
    const [oldest] = this.#heads.keys();
    if (this.#heads.size > this.size && oldest !== undefined) this.#heads.delete(oldest);
  }

  /** Takes note of events that were read from one stream, in order. */
  noteEvents(stream: string, events: readonly RecordedEvent[]): void {
    const head = headOf(events);
    if (head !== undefined) this.note(stream, head);
  }
}

/** The head of a stream that ends with these events. */
export function headOf(events: readonly RecordedEvent[]): Head | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const { revision, position, recordedAt } = last;
  return { revision, position, recordedAt, ids: events.slice(-idsMax).map(({ eventId }) => eventId) };
}
