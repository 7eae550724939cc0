import { LeasedWork, type LeaseOptions } from '../following/leased-work.js';
import type { Pause } from '../following/pause.js';
import type { Clock } from '../ports/clock.js';
import type { ListedProposal } from '../ports/proposal-queries.js';
import type { Queries } from '../queries/queries.js';
import { systemReader } from '../queries/reader.js';
import type { ProposalCommands } from '../proposals/proposal-commands.js';

export interface ProposalRunnerPorts {
  readonly queries: Pick<Queries, 'proposals'>;
  readonly clock: Clock;
  readonly proposals: Pick<ProposalCommands, 'expire' | 'markConfirmed'>;
}

export interface ProposalRunnerOptions {
  readonly pollMs: number;
  /** The function it waits with; by the clock of this machine when left out. */
  readonly pause?: Pause;
  /** Lets one of several processes do it; what two do is recorded once all the same. */
  readonly lease?: LeaseOptions | undefined;
}

const reader = systemReader('proposals');
const pageLength = 200;

/**
 * Ends proposals whose time is over, and sets the marks that a crash left out between a step and its mark. Nothing has to
 * be kept to survive a restart: both follow from the log. Asked of a view that lags, it may ask for what was done already;
 * then nothing is recorded.
 */
export class ProposalRunner {
  private readonly work: LeasedWork;

  constructor(
    private readonly ports: ProposalRunnerPorts,
    options: ProposalRunnerOptions,
  ) {
    const waits = { retryMs: options.pollMs, retryMaxMs: options.pollMs };
    this.work = new LeasedWork(() => this.round(), { ...options, ...waits });
  }

  /** Runs rounds until it is stopped. `failed` is called with the error of a round, and a later round tries again. */
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
   * Ends and marks what there is, the oldest first. Returns how much was recorded. One that fails does not stop the others:
   * its error is thrown at the end of the round.
   */
  async runOnce(): Promise<number> {
    const errors: unknown[] = [];
    let done = 0;
    for await (const page of this.pages()) {
      const results = await Promise.allSettled(page.map((one) => this.act(one)));
      for (const result of results) {
        if (result.status === 'rejected') errors.push(result.reason);
        else if (result.value) done += 1;
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of the proposals failed`);
    return done;
  }

  /** Says whether anything was recorded. */
  private async act(one: ListedProposal): Promise<boolean> {
    const { proposals } = this.ports;
    if (one.status === 'confirmed') return proposals.markConfirmed(one);
    const ended = await proposals.expire(one);
    return ended.accepted && !ended.repeated;
  }

  private async *pages(): AsyncIterable<readonly ListedProposal[]> {
    const { clock, queries } = this.ports;
    const search = { actBy: clock.now() };
    let after: ListedProposal | undefined;
    while (!this.work.isStopping) {
      const page = await queries.proposals(reader, { search, limit: pageLength, after });
      yield page;
      if (page.length < pageLength) return;
      after = page.at(-1);
    }
  }
}
