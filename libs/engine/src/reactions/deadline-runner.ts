import { epochMsOf, instantOf, type Workflow } from '@safeconduct/workflow';
import type { CommandOutcome, SentCommand } from '../commands/sent-command.js';
import { derivedId } from '../history/envelope.js';
import type { Register } from '../history/case-event.js';
import { pause, type Pause } from '../pause.js';
import type { Clock } from '../ports/clock.js';
import type { ViewStore } from '../ports/view-store.js';
import { dueDeadlines, type DueDeadline } from '../queries/inbox.js';

export interface ReactionPorts {
  readonly views: ViewStore;
  readonly clock: Clock;
  readonly register: Register;
  handle(sent: SentCommand): Promise<CommandOutcome>;
}

export interface DeadlineOptions {
  /** How long a case must have been left alone, in milliseconds, before the system acts on a deadline of it. */
  readonly settleMs: number;
  readonly pollMs: number;
  /** How it waits; by the clock of this machine when left out. */
  readonly pause?: Pause;
}

export const deadlineActor = 'sys-deadlines';

const batch = 200;
const rememberedMax = 50_000;

/**
 * Sends the commands of deadlines that have passed.
 *
 * Nothing has to be kept to survive a restart: what runs follows from the events. Nothing fires twice: the command id is
 * derived from case, deadline, due date and the event since which it runs with that date, and the command's guard asks
 * whether it still does. One that ended and came back with the same date is another one, and fires again. A case that
 * was only just brought up to date, such as one of a bulk import of past months, is left alone for `settleMs`, so that
 * what people are still entering is not overtaken by the system.
 */
export class DeadlineRunner {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  /**
   * Commands that were answered, with how far the view knew the case then, so that a view that lags does not have them
   * sent again at each round. Once the case has moved on they are: what was refused then may be in place now.
   */
  private readonly answered = new Map<string, number>();
  /** Commands of this round that have no answer: under way, or failed. */
  private readonly postponed = new Set<string>();

  constructor(
    private readonly ports: ReactionPorts,
    private readonly options: DeadlineOptions,
  ) {}

  /** Goes on until it is stopped. What failed in a round is told to `failed`, and the next round tries again. */
  start(failed: (error: unknown) => void): void {
    this.running = this.follow(failed);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /**
   * Sends what is due now; answers how many deadlines were recorded as passed. A case that fails does not hold up the
   * others: its error is thrown when all have had their turn.
   */
  async runOnce(): Promise<number> {
    let fired = 0;
    const errors: unknown[] = [];
    this.postponed.clear();
    for (const workflow of this.ports.register.values()) {
      for (let sent = batch; sent === batch && !this.stopping.signal.aborted;) {
        const fresh = await this.dueIn(workflow);
        const results = await Promise.allSettled(fresh.map((deadline) => this.send(deadline)));
        for (const result of results) {
          if (result.status === 'rejected') errors.push(result.reason);
          else if (result.value.accepted && !result.value.repeated) fired += 1;
        }
        sent = fresh.length;
      }
    }
    if (errors.length > 0)
      throw new AggregateError(errors, `sending ${errors.length} of the deadlines failed`);
    return fired;
  }

  /** The next deadlines of a workflow to act on: those that have a command, and that were not answered yet. */
  private async dueIn({ name: workflow, deadlines }: Workflow): Promise<readonly DueDeadline[]> {
    const names = Object.keys(deadlines).filter((name) => deadlines[name]?.then !== undefined);
    const now = this.ports.clock.now();
    const quietSince = instantOf(epochMsOf(now) - this.options.settleMs);
    const limit = batch + this.answered.size + this.postponed.size;
    const due = await dueDeadlines(this.ports.views.query, { workflow, names, now, quietSince, limit });
    return due.filter((deadline) => this.isFresh(deadline)).slice(0, batch);
  }

  private isFresh(deadline: DueDeadline): boolean {
    const id = commandIdOf(deadline);
    return this.answered.get(id) !== deadline.position && !this.postponed.has(id);
  }

  private async follow(failed: (error: unknown) => void): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.runOnce().catch(failed);
      await (this.options.pause ?? pause)(this.options.pollMs, signal);
    }
  }

  private async send(deadline: DueDeadline): Promise<CommandOutcome> {
    const commandId = commandIdOf(deadline);
    this.postponed.add(commandId);
    const outcome = await this.ports.handle({
      target: { caseId: deadline.caseId },
      command: this.commandOf(deadline) ?? '',
      input: { deadline: deadline.deadline, dueAt: deadline.dueAt },
      actor: deadlineActor,
      commandId,
    });
    this.postponed.delete(commandId);
    if (this.answered.size >= rememberedMax) this.answered.clear();
    this.answered.set(commandId, deadline.position);
    return outcome;
  }

  private commandOf({ workflow, deadline }: DueDeadline): string | undefined {
    return this.ports.register.get(workflow)?.deadlines[deadline]?.then;
  }
}

const commandIdOf = ({ caseId, deadline, dueAt, sinceRevision }: DueDeadline): string =>
  derivedId('deadline', caseId, deadline, dueAt, String(sinceRevision));
