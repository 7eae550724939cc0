import { epochMsOf, instantOf } from '@safeconduct/workflow';
import type { CommandOutcome, SentCommand } from '../commands/sent-command.js';
import type { Register } from '../events/case-event.js';
import { derivedId } from '../events/ids.js';
import type { Clock } from '../ports/clock.js';
import type { Position } from '../ports/position.js';
import type { PassedDeadline } from '../ports/view-queries.js';
import type { Queries } from '../queries/queries.js';
import { systemReader } from '../queries/reader.js';
import { deadlineActor } from './deadline-actor.js';
import { Rounds, type RoundsOptions, type RoundWork } from './rounds.js';

export interface ReactionPorts {
  readonly queries: Pick<Queries, 'passedDeadlines'>;
  readonly clock: Clock;
  readonly register: Register;
  handle(sent: SentCommand): Promise<CommandOutcome>;
}

export interface DeadlineOptions extends RoundsOptions {
  /** How long a case must have had no new event, in milliseconds, before the system acts on its deadlines. */
  readonly settleMs: number;
}

const reader = systemReader('deadlines');

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
  private readonly rounds: Rounds<PassedDeadline>;
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
    const { clock, queries } = ports;
    const work: RoundWork<PassedDeadline> = {
      clock,
      page: (range) => queries.passedDeadlines(reader, range),
      act: (page) => this.dueIn(page).map((deadline) => this.send(deadline)),
      failed: (count) => `sending ${count} of the deadlines failed`,
    };
    this.rounds = new Rounds(work, options);
  }

  /**
   * Runs rounds until it is stopped. `failed` is called with the error of a round, and a later round tries
   * again.
   */
  start(failed: (error: unknown) => void): void {
    this.rounds.start(failed);
  }

  async stop(): Promise<void> {
    await this.rounds.stop();
  }

  /**
   * Sends the commands of all deadlines that are due, the oldest first, each once. Returns how many deadlines
   * were recorded as passed. A case that fails does not stop the others: its error is thrown at the end of
   * the round.
   */
  runOnce(): Promise<number> {
    return this.rounds.runOnce();
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

  /** Says whether anything was recorded. */
  private async send(deadline: PassedDeadline): Promise<boolean> {
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
    return outcome.accepted && !outcome.repeated;
  }

  private commandOf({ workflow, deadline }: PassedDeadline): string | undefined {
    return this.ports.register.get(workflow)?.deadlines[deadline]?.then;
  }
}

const commandIdOf = ({ caseId, deadline, dueAt, sinceRevision }: PassedDeadline): string =>
  derivedId('deadline', caseId, deadline, dueAt, String(sinceRevision));
