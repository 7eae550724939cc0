import {
  instantOf,
  positionOf,
  RevisionConflictError,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import type { Row, Statement } from '../database.js';
import { textArray } from './text-array.js';

/** One append, and who waits for its answer. */
export interface Caller {
  readonly writes: readonly StreamWrite[];
  readonly checks: readonly StreamCheck[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** What the database answers to a group. */
export interface Committed extends Row {
  /** Position of the last event of the log. */
  readonly head: number;
  /**
   * One after the other: of an append that was recorded its position, its time and the last revision of each
   * of its streams; of a refused one -1 minus the index of the write or check that does not hold, and the
   * revision that was found. What follows the last one says nothing.
   */
  readonly verdicts: readonly number[];
}

/** An expectation is a revision, or one of these. */
const expects = { noStream: -1, streamExists: -2, any: -3 } as const;

const text = `SELECT o_head AS head, o_verdicts AS verdicts FROM safeconduct_events.append(
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** The arrays of the append function, in the order of its parameters. */
class Columns {
  readonly names: string[] = [];
  readonly written: boolean[] = [];
  readonly creates: boolean[] = [];
  readonly appends: number[] = [];
  readonly slots: number[] = [];
  readonly expected: number[] = [];
  readonly counts: number[] = [];
  readonly entries: number[] = [];
  readonly ids: string[] = [];
  readonly types: string[] = [];
  readonly versions: number[] = [];
  readonly occurred: (number | null)[] = [];
  readonly envelopes: string[] = [];
  readonly data: string[] = [];
  readonly #slotOf = new Map<string, number>();

  add(append: number, { writes, checks }: Caller): void {
    for (const { stream, expected, events } of writes) {
      const slot = this.#slot(stream, {
        writes: true,
        creates: expected === 'noStream' || expected === 'any',
      });
      this.#addEntry(append, slot, expected, events.length);
      for (const event of events) this.#addEvent(event);
    }
    for (const { stream, expected } of checks)
      this.#addEntry(
        append,
        this.#slot(stream, { writes: false, creates: expected === 'noStream' }),
        expected,
        0,
      );
  }

  #addEvent({ eventId, type, schemaVersion, occurredAt, metadata, data }: NewEvent): void {
    this.entries.push(this.appends.length);
    this.ids.push(eventId);
    this.types.push(type);
    this.versions.push(schemaVersion);
    this.occurred.push(occurredAt === undefined ? null : Date.parse(occurredAt));
    this.envelopes.push(JSON.stringify(metadata));
    this.data.push(data);
  }

  #addEntry(append: number, slot: number, expected: ExpectedRevision, count: number): void {
    this.appends.push(append);
    this.slots.push(slot);
    this.expected.push(typeof expected === 'bigint' ? numberOf(expected) : expects[expected]);
    this.counts.push(count);
  }

  /** The index of a stream among the streams of the group, from 1. */
  #slot(
    stream: string,
    { writes, creates }: { readonly writes: boolean; readonly creates: boolean },
  ): number {
    const known = this.#slotOf.get(stream);
    const slot = known ?? this.names.push(stream);
    this.#slotOf.set(stream, slot);
    this.written[slot - 1] = writes || (this.written[slot - 1] ?? false);
    this.creates[slot - 1] = creates || (this.creates[slot - 1] ?? false);
    return slot;
  }
}

/** No stream has a revision beyond the exact numbers, so the greatest of them is refused as well. */
const numberOf = (revision: bigint): number => Math.min(Number(revision), Number.MAX_SAFE_INTEGER);

/** The statement that appends a group in one transaction. */
export function statementOf(group: readonly Caller[]): Statement {
  const columns = new Columns();
  for (const [index, caller] of group.entries()) columns.add(index, caller);
  const { names, written, creates, appends, slots, expected, counts } = columns;
  const { entries, ids, types, versions, occurred, envelopes, data } = columns;
  return {
    text,
    values: [
      ...[textArray(names), written, creates],
      ...[appends, slots, expected, counts],
      ...[entries, ids, textArray(types), versions, occurred, textArray(envelopes), textArray(data)],
    ],
  };
}

/** Gives each caller the verdict on its append. */
export function settle(group: readonly Caller[], verdicts: readonly number[]): void {
  let at = 0;
  for (const caller of group) at = settleOne(caller, verdicts, at);
}

/** @returns the index at which the verdict of the next caller begins */
function settleOne(
  { writes, checks, resolve, reject }: Caller,
  verdicts: readonly number[],
  at: number,
): number {
  const [first, second] = [verdicts[at] as number, verdicts[at + 1] as number];
  if (first < 0) {
    const which = -1 - first;
    const { stream, expected } = (writes[which] ?? checks[which - writes.length]) as
      StreamWrite | StreamCheck;
    reject(new RevisionConflictError(stream, expected, BigInt(second)));
    return at + 2;
  }
  const end = at + 2 + writes.length;
  const revisions = verdicts.slice(at + 2, end).map((revision) => BigInt(revision));
  resolve({ position: positionOf(first), recordedAt: instantOf(second), revisions });
  return end;
}
