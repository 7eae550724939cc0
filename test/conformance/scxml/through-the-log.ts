import type { NewEvent, RecordedEvent } from '@safeconduct/engine';
import { countingIds } from '@safeconduct/engine/testing';
import { readDocument } from './document.js';
import type { DurableStore } from './durable.js';
import { Replayed, type Entry } from './session.js';
import type { Script } from './suite.js';

/** The result of a script: passed, or the first failure. */
export type Verdict = 'passed' | { readonly failed: string };

/** More entries than any script of the suite needs. */
const entriesMax = 60;

/**
 * Runs scripts with nothing but the log between two steps: every event, sent by the script or by the chart
 * itself, is recorded; then the store is closed and opened again, the chart is made anew and its whole stream
 * is replayed.
 */
export async function throughTheLog(
  scripts: readonly Script[],
  durable: DurableStore,
): Promise<ReadonlyMap<string, Verdict>> {
  const ids = countingIds();
  const runs = scripts.map((script) => new Run(script));
  for (let going = runs; going.length > 0; going = going.filter(({ verdict }) => verdict === undefined)) {
    await Promise.all(
      going.map(async (run) => {
        const stream = `scxml-${run.script.name}`;
        const recorded = await durable.store.readStream(stream, { from: 0n, limit: 2 * entriesMax });
        const next = run.next(recorded.map(entryOf));
        if (next === undefined) return;
        const expected = recorded.at(-1)?.revision ?? 'noStream';
        await durable.store.append([{ stream, expected, events: [eventOf(next, ids.next())] }]);
      }),
    );
    await durable.restart();
  }
  return new Map(runs.map(({ script, verdict = 'passed' }) => [script.name, verdict]));
}

/** The progress of a script. The state of its chart is in the log alone. */
class Run {
  verdict: Verdict | undefined;
  #sent = 0;
  #nowMs = 0;

  constructor(readonly script: Script) {}

  /** Checks the folded log and returns the next entry to record; none when there is a verdict. */
  next(entries: readonly Entry[]): Entry | undefined {
    try {
      if (entries.length > entriesMax) throw new Error('comes to no rest');
      const next = this.#next(new Replayed(readDocument(this.script.file), entries), entries);
      if (next === undefined) this.verdict = 'passed';
      return next;
    } catch (error) {
      this.verdict = { failed: (error as Error).message };
      return undefined;
    }
  }

  #next(replayed: Replayed, entries: readonly Entry[]): Entry | undefined {
    const { events } = this.script;
    // A script without events only checks the first configuration.
    if (events.length === 0) {
      const due = replayed.next(Infinity);
      if (due === undefined) this.#judge(replayed);
      return due;
    }
    if (entries.at(-1)?.due === undefined) this.#judge(replayed);
    const step = events[this.#sent];
    if (step === undefined) return undefined;
    const { after = 0, event } = step;
    const due = replayed.next(this.#nowMs + after);
    if (due !== undefined) return due;
    this.#nowMs += after;
    this.#sent += 1;
    return { to: '', atMs: this.#nowMs, event: { name: event.name, type: 'external' } };
  }

  #judge(replayed: Replayed): void {
    const { events, initialConfiguration } = this.script;
    const expected = [...(events[this.#sent - 1]?.nextConfiguration ?? initialConfiguration)]
      .sort()
      .join(' ');
    const found = replayed.configuration.join(' ');
    if (found !== expected)
      throw new Error(`is in '${found}' after ${this.#sent} events, not in '${expected}'`);
  }
}

const eventOf = (entry: Entry, eventId: string): NewEvent => ({
  eventId,
  type: entry.event.name === '' ? 'scxml' : entry.event.name,
  schemaVersion: 1,
  metadata: {},
  data: JSON.stringify(entry),
});

const entryOf = ({ data }: RecordedEvent): Entry => JSON.parse(data) as Entry;
