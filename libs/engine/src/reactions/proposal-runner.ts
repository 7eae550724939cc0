import type { Clock } from '../ports/clock.js';
import type { ListedProposal } from '../ports/proposal-queries.js';
import type { Queries } from '../queries/queries.js';
import { systemReader } from '../queries/reader.js';
import { Rounds, type RoundsOptions, type RoundWork } from './rounds.js';
import type { ProposalCommands } from '../proposals/proposal-commands.js';

export interface ProposalRunnerPorts {
  readonly queries: Pick<Queries, 'proposals'>;
  readonly clock: Clock;
  readonly proposals: Pick<ProposalCommands, 'expire' | 'markConfirmed'>;
}

const reader = systemReader('proposals');

/**
 * Ends proposals whose time is over, and sets the marks that a crash left out between a step and its mark. Nothing has to
 * be kept to survive a restart: both follow from the log. Asked of a view that lags, it may ask for what was done already;
 * then nothing is recorded.
 */
export class ProposalRunner {
  private readonly rounds: Rounds<ListedProposal>;

  constructor(
    private readonly ports: ProposalRunnerPorts,
    options: RoundsOptions,
  ) {
    const { clock, queries } = ports;
    const work: RoundWork<ListedProposal> = {
      clock,
      page: ({ now, ...range }) => queries.proposals(reader, { search: { actBy: now }, ...range }),
      act: (page) => page.map((one) => this.act(one)),
      failed: (count) => `${count} of the proposals failed`,
    };
    this.rounds = new Rounds(work, options);
  }

  /** Runs rounds until it is stopped. `failed` is called with the error of a round, and a later round tries again. */
  start(failed: (error: unknown) => void): void {
    this.rounds.start(failed);
  }

  async stop(): Promise<void> {
    await this.rounds.stop();
  }

  /**
   * Ends and marks what there is, the oldest first. Returns how much was recorded. One that fails does not stop the others:
   * its error is thrown at the end of the round.
   */
  runOnce(): Promise<number> {
    return this.rounds.runOnce();
  }

  /** Says whether anything was recorded. */
  private async act(one: ListedProposal): Promise<boolean> {
    const { proposals } = this.ports;
    if (one.status === 'confirmed') return proposals.markConfirmed(one);
    const ended = await proposals.expire(one);
    return ended.accepted && !ended.repeated;
  }
}
