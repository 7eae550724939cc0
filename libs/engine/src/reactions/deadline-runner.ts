import { epochMsOf, instantOf, type Actor } from '@safeconduct/workflow';
import type { CommandOutcome, SentCommand } from '../commands/sent-command.js';
import type { Register } from '../events/case-event.js';
import { derivedId } from '../events/ids.js';
import { LeasedWork, type LeaseOptions } from '../following/leased-work.js';
import type { Pause } from '../following/pause.js';
import type { Clock } from '../ports/clock.js';
import type { Position } from '../ports/position.js';
import type { PassedDeadline } from '../ports/view-queries.js';
import type { Queries } from '../queries/queries.js';
import { systemReader } from '../queries/reader.js';

export interface ReactionPorts {
  readonly queries: Pick<Queries, 'passedDeadlines'>;
  readonly clock: Clock;
  readonly register: Register;
  handle(sent: SentCommand): Promise<CommandOutcome>;
}

export interface DeadlineOptions {
  /** How long a case must have had no new event, in milliseconds, before the system acts on its deadlines. */
  readonly settleMs: number;
  readonly pollMs: number;
  /** The function it waits with; by the clock of this machine when left out. */
  readonly pause?: Pause;
  /** Lets one of several processes send them; what two send is recorded once all the same, and costs twice. */
  readonly lease?: LeaseOptions | undefined;
}

/** The engine itself, as it sends the commands of deadlines. */
export const deadlineActor: Actor = { id: 'sys-deadlines', roles: ['system'] };
const reader = systemReader('deadlines');

// A round visits every deadline that has passed, and there may be a million of them in cases that were just
// imported. A page costs some milliseconds, more from a cold disk; other queries run between two pages.
const pageLength = 200;
const betweenPagesMs = 25;
const rememberedMax = 50_000;

/**
 * Sends the commands of deadlines that have passed.
 *
 * Nothing has to be kept to survive a restart: what runs follows from the events. Nothing fires twice: the
 * command id is derived from case, deadline, due date and the event since which it runs with that date, and
 * the command's guard checks that the deadline still runs. A deadline that ended and runs again with the same
 * date is another one, and fires again. For `settleMs` after its last event the system sends nothing to a
 * case, such as one of a bulk import of past months, because people may still be entering events.
 */
export class DeadlineRunner {
  private readonly work: LeasedWork;
  /**
   * Commands that were answered, each with the position of the case in the view at that time. While the view
   * lags, such a command is not sent again in each round. Once the case has moved on it is, because a refused
   * command may be accepted now.
   */
  private readonly answered = new Map<string, Position>();

  constructor(
    private readonly ports: ReactionPorts,
    private readonly options: DeadlineOptions,
  ) {
    // A round in which a case failed is followed like any other: one that always fails must not make rounds rarer.
    const waits = { retryMs: options.pollMs, retryMaxMs: options.pollMs };
    this.work = new LeasedWork(() => this.round(), { ...options, ...waits });
  }

  /**
   * Runs rounds until it is stopped. `failed` is called with the error of a round, and a later round tries
   * again.
   */
  start(failed: (error: unknown) => void): void {
    this.work.start(failed);
  }

  async stop(): Promise<void> {
    await this.work.stop();
  }

  private async round(): Promise<'idle'> {
    await this.runOnce();
    return 'idle';
  }

  /**
   * Sends the commands of all deadlines that are due, the oldest first, each once. Returns how many deadlines
   * were recorded as passed. A case that fails does not stop the others: its error is thrown at the end of
   * the round.
   */
  async runOnce(): Promise<number> {
    let fired = 0;
    const errors: unknown[] = [];
    for await (const page of this.pages()) {
      const results = await Promise.allSettled(this.dueIn(page).map((deadline) => this.send(deadline)));
      for (const result of results) {
        if (result.status === 'rejected') errors.push(result.reason);
        else if (result.value.accepted && !result.value.repeated) fired += 1;
      }
    }
    if (errors.length > 0)
      throw new AggregateError(errors, `sending ${errors.length} of the deadlines failed`);
    return fired;
  }

  /** All deadlines that have passed. */
  private async *pages(): AsyncIterable<readonly PassedDeadline[]> {
    const { clock, queries } = this.ports;
    let after: PassedDeadline | undefined;
    while (!this.work.isStopping) {
      const range = { now: clock.now(), limit: pageLength, after };
      const page = await queries.passedDeadlines(reader, range);
      yield page;
      if (page.length < pageLength) return;
      after = page.at(-1);
      await this.work.pause(betweenPagesMs);
    }
  }

  /**
   * The deadlines to act on: they have a command, their case had no event for `settleMs`, and they were not
   * answered yet.
   */
  private dueIn(page: readonly PassedDeadline[]): readonly PassedDeadline[] {
    const quietSince = instantOf(epochMsOf(this.ports.clock.now()) - this.options.settleMs);
    return page.filter(
      (deadline) =>
        this.commandOf(deadline) !== undefined &&
        deadline.touchedAt <= quietSince &&
        this.answered.get(commandIdOf(deadline)) !== deadline.position,
    );
  }

  private async send(deadline: PassedDeadline): Promise<CommandOutcome> {
    const commandId = commandIdOf(deadline);
    const outcome = await this.ports.handle({
      target: { caseId: deadline.caseId },
      command: this.commandOf(deadline) ?? '',
      input: { deadline: deadline.deadline, dueAt: deadline.dueAt },
      actor: deadlineActor,
      commandId,
    });
    if (this.answered.size >= rememberedMax) this.answered.clear();
    this.answered.set(commandId, deadline.position);
    return outcome;
  }

  private commandOf({ workflow, deadline }: PassedDeadline): string | undefined {
    return this.ports.register.get(workflow)?.deadlines[deadline]?.then;
  }
}

const commandIdOf = ({ caseId, deadline, dueAt, sinceRevision }: PassedDeadline): string =>
  derivedId('deadline', caseId, deadline, dueAt, String(sinceRevision));
