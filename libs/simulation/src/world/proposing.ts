import {
  stepCommandId,
  StoreUnavailableError,
  type CommandOutcome,
  type EndOutcome,
  type Proposed,
  type ProposalOutcome,
} from '@safeconduct/engine';
import type { Actor, Draw } from '@safeconduct/workflow';
import type { Attempt, Journal, SentEnd } from '../journal.js';
import { pick, type Step } from '../plan.js';
import type { Scheduler } from './scheduler.js';
import { simulatedKeys, type SimulatedProcess } from './simulated-process.js';

/** What sending and ending proposals needs of a run. */
export interface ProposingPorts {
  readonly scheduler: Scheduler;
  readonly journal: Journal;
  readonly processes: readonly SimulatedProcess[];
  readonly patienceMs: number;
  readonly trace: (what: string) => void;
  /** Called for an error that no fault explains. */
  readonly failed: (what: string) => void;
}

/** A step that was proposed, with the person who was going to confirm it. */
interface Waiting {
  readonly step: Step;
  readonly sent: Attempt['sent'];
  readonly made: Proposed;
  readonly second: Actor;
}

type Act = (process: number) => void;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Clients who send a step without its second person, and second persons who confirm it or reject it: the right ones and
 * wrong ones, at once and late, twice and from two processes. Some proposals are withdrawn, and some are left to expire.
 */
export class Proposing {
  constructor(
    private readonly ports: ProposingPorts,
    private readonly draws: (number: number) => Draw,
  ) {}

  /** Sends a command without its second person; what follows is drawn. */
  begin(step: Step, sent: Attempt['sent'], second: Actor): void {
    this.#propose(step, { sent, second }, 1);
    if (step.againMs !== undefined)
      this.ports.scheduler.after(step.againMs, () => {
        this.#propose(step, { sent, second }, 2);
      });
  }

  #propose(step: Step, waiting: Pick<Waiting, 'sent' | 'second'>, count: number): void {
    const { journal, scheduler, trace } = this.ports;
    const { sent } = waiting;
    const attempt = journal.begin(sent, this.#processOf(step.process + count - 1), scheduler.nowMs);
    this.#answered<ProposalOutcome>(
      `proposes ${sent.command} (${sent.commandId})`,
      this.#engineOf(attempt.process)?.handleOrPropose(sent),
      (outcome) => {
        if (!('proposed' in outcome)) {
          journal.answered(attempt, outcome);
          return;
        }
        journal.proposed(attempt, outcome);
        trace(`${sent.commandId} waits as ${outcome.proposalId}, to ${outcome.expiresAt}`);
        if (count === 1) this.#plan({ ...waiting, step, made: outcome });
      },
      () => {
        if (count < step.triesMax) this.#propose(step, waiting, count + 1);
      },
    );
  }

  /** What is done to a proposal. On the way to deep states it is confirmed at once. */
  #plan(waiting: Waiting): void {
    const { step } = waiting;
    const draw = this.draws(step.number);
    const isInPeace = step.kind === 'far';
    const how = isInPeace ? 9 : draw('proposal ends', 10);
    const waitMs = isInPeace ? 0 : pick(draw, 'proposal waits', [0, 5, minute, hour, 3 * day]);
    const confirm: Act = (process) => {
      this.#confirm(waiting, process, { by: waiting.second });
    };
    const acts: readonly (readonly Act[])[] = [
      [],
      [
        (process) => {
          this.#end(waiting, process, 'reject', waiting.second);
        },
      ],
      [
        (process) => {
          this.#end(waiting, process, 'withdraw', waiting.sent.actor);
        },
      ],
      [
        confirm,
        (process) => {
          this.#end(waiting, process, 'reject', waiting.second);
        },
      ],
      [
        (process) => {
          this.#end(waiting, process, 'withdraw', waiting.sent.actor);
        },
        confirm,
      ],
      [...this.#wrongActs(waiting), confirm],
      [confirm, confirm],
    ];
    for (const [index, act] of (acts[how] ?? [confirm]).entries())
      this.ports.scheduler.after(waitMs, () => {
        act(this.#processOf(step.process + index));
      });
  }

  /** Attempts that must be refused: by the first person, by a subordinate of theirs, and for other content. */
  #wrongActs(waiting: Waiting): readonly Act[] {
    const { second, sent } = waiting;
    const first: Actor = { ...sent.actor, roles: [...sent.actor.roles, ...second.roles] };
    const subordinate: Actor = { ...second, id: `${second.id}-below`, supervisors: [sent.actor.id] };
    return [
      (process) => {
        this.#confirm(waiting, process, { by: first });
      },
      (process) => {
        this.#confirm(waiting, process, { by: subordinate });
      },
      (process) => {
        this.#confirm(waiting, process, { by: second, contentHash: 'x'.repeat(43) });
      },
      (process) => {
        this.#end(waiting, process, 'reject', first);
      },
      (process) => {
        this.#end(waiting, process, 'withdraw', second);
      },
    ];
  }

  /** A confirmation is the step itself, sent with both persons under an id of its own. */
  #confirm(
    { sent, made, step }: Waiting,
    process: number,
    { by, contentHash = made.contentHash }: { readonly by: Actor; readonly contentHash?: string },
    before?: Attempt['sent'],
  ): void {
    const { journal, scheduler } = this.ports;
    const named = before ?? {
      ...sent,
      ...{ commandId: stepCommandId(simulatedKeys, made), confirmation: { by, contentHash } },
    };
    const attempt = journal.begin(named, process, scheduler.nowMs);
    const { caseId, proposalId } = made;
    this.#answered<CommandOutcome>(
      `${by.id} confirms ${proposalId}`,
      this.#engineOf(process)?.confirm({ caseId, proposalId, by, contentHash }),
      (outcome) => {
        journal.answered(attempt, outcome);
      },
      () => {
        const tries = journal.attempts.filter((one) => one.sent === named).length;
        if (tries < step.triesMax)
          this.#confirm(
            { sent, made, step } as Waiting,
            this.#processOf(process + 1),
            { by, contentHash },
            named,
          );
      },
    );
  }

  #end(waiting: Waiting, process: number, how: SentEnd['how'], by: Actor): void {
    const { caseId, proposalId } = waiting.made;
    const sent: SentEnd = { caseId, proposalId, how, by };
    const proposals = this.#engineOf(process);
    const said = { caseId, proposalId, by, reason: 'simulated' };
    this.#answered<EndOutcome>(
      `${by.id} ${how}s ${proposalId}`,
      how === 'reject' ? proposals?.reject(said) : proposals?.withdraw(said),
      (outcome) => {
        this.ports.journal.ends.push({ sent, outcome });
      },
      () => {
        this.ports.journal.ends.push({ sent, outcome: undefined });
      },
    );
  }

  #answered<Outcome extends { readonly accepted: boolean }>(
    what: string,
    answer: Promise<Outcome> | undefined,
    take: (outcome: Outcome) => void,
    lost: () => void,
  ): void {
    const { scheduler, patienceMs, trace, failed } = this.ports;
    trace(what);
    let isOpen = true;
    // A process that crashed never answers, so the client goes on after a while.
    const giveUp = () => {
      if (isOpen) lost();
      isOpen = false;
    };
    scheduler.after(patienceMs, giveUp);
    answer?.then(
      (outcome) => {
        isOpen = false;
        trace(`${what}: ${'refusal' in outcome ? JSON.stringify(outcome.refusal) : 'done'}`);
        take(outcome);
      },
      (error: unknown) => {
        trace(`${what}: ${String(error)}`);
        if (!(error instanceof StoreUnavailableError)) failed(`${what}: ${String(error)}`);
      },
    );
  }

  #processOf(number: number): number {
    return number % this.ports.processes.length;
  }

  #engineOf(process: number) {
    return this.ports.processes[process]?.engine?.proposals;
  }
}
