import type { Actor, ActorInRole, Instant } from '@safeconduct/workflow';
import { RevisionConflictError } from '../errors.js';
import type { Register } from '../events/case-event.js';
import { readStream } from '../events/read-stream.js';
import { reportedFiguresStream } from '../events/streams.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, Revision } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import { decideFigure, type FigureChange, type FigureRefusal } from './decide-figure.js';
import type { ReportedFigure } from './figure.js';
import { figureEvent, figuresAfter, type FigureFact } from './figure-facts.js';

export interface FigurePorts {
  readonly events: EventStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly register: Register;
}

export type FigureOutcome =
  | {
      readonly accepted: true;
      readonly figure: ReportedFigure;
      /** False where a figure that stands says the same already; then nothing was recorded. */
      readonly isNew: boolean;
    }
  | (FigureRefusal & { readonly accepted: false });

/**
 * Figures that others stated, recorded in one stream of the log: a figure is never changed, what corrects or withdraws it is
 * a further fact. They are in memory; each change is decided by everything that is recorded, on however many servers.
 */
export class ReportedFigures {
  #figures: ReadonlyMap<string, ReportedFigure> = new Map();
  #next: Revision = 0n;

  private constructor(private readonly ports: FigurePorts) {}

  static async open(ports: FigurePorts): Promise<ReportedFigures> {
    const figures = new ReportedFigures(ports);
    await figures.refresh();
    return figures;
  }

  /** Takes in what was recorded since. @throws StoreUnavailableError */
  async refresh(): Promise<void> {
    const events = await readStream(this.ports.events, reportedFiguresStream, this.#next);
    // Two refreshes may have read the same events.
    const unknown = events.filter(({ revision }) => revision >= this.#next);
    this.#figures = unknown.reduce(figuresAfter, this.#figures);
    this.#next += BigInt(unknown.length);
  }

  /** All of them, withdrawn ones too, in the order in which they were recorded. */
  get all(): readonly ReportedFigure[] {
    return [...this.#figures.values()];
  }

  figure(id: string): ReportedFigure | undefined {
    return this.#figures.get(id);
  }

  /**
   * Decides a change and records it. When it resolves as accepted it is durable. The same figure twice, such as from a
   * second press of a button, is recorded once.
   * @throws StoreUnavailableError  outcome unknown; every change can be sent again
   */
  async change(change: FigureChange, by: Actor): Promise<FigureOutcome> {
    const newId = this.ports.ids.next();
    for (;;) {
      await this.refresh();
      const now = this.ports.clock.now();
      const { register } = this.ports;
      const decided = decideFigure(change, by, { figures: this.#figures, register, now, newId });
      if ('refusal' in decided) return { ...decided, accepted: false };
      if ('same' in decided) return this.#accepted(decided.same, false);
      try {
        await this.#record(decided.fact, { id: by.id, role: decided.role }, now);
        return this.#accepted(decided.fact.data.figure, true);
      } catch (error) {
        // Another server or another caller was first: the change is decided again by what is recorded now.
        if (!(error instanceof RevisionConflictError)) throw error;
      }
    }
  }

  #accepted(id: string, isNew: boolean): FigureOutcome {
    return { accepted: true, figure: this.#figures.get(id) as ReportedFigure, isNew };
  }

  async #record(fact: FigureFact, by: ActorInRole, occurredAt: Instant): Promise<void> {
    const { events, ids } = this.ports;
    const expected = this.#next === 0n ? 'noStream' : this.#next - 1n;
    const event = figureEvent(fact, { eventId: ids.next(), by, occurredAt });
    await events.append([{ stream: reportedFiguresStream, expected, events: [event] }]);
    await this.refresh();
  }
}
