import {
  decideCommand,
  instantOf,
  parseInput,
  type Actor,
  type Command,
  type Decision,
  type Folded,
  type Workflow,
} from '@safeconduct/workflow';
import type { CaseOnDisk } from '../world/disk.js';

/** The case as a step finds it, and the time of the sender's clock. */
export interface Situation {
  readonly naturalKey: string;
  readonly found: CaseOnDisk | undefined;
  readonly nowMs: number;
}

/** A command that could be sent. */
export interface Draft {
  readonly command: Command;
  readonly input: unknown;
  readonly actor: Actor;
  readonly confirmedBy: Actor | undefined;
  /** When it is said to have happened, in milliseconds; left out: now. */
  readonly saidMs: number | undefined;
}

/** A second person always confirms exactly the draft. */
const contentHash = '';

type Parsed = ReturnType<typeof parseInput>;

/**
 * Computes the outcome of a draft if it were sent now and no fault occurred. A draft belongs to one situation, in which
 * it is asked for several times; it is parsed once, and decided once for each state of the case.
 */
export class Forecast {
  readonly #parsed = new WeakMap<Draft, Parsed>();
  readonly #decided = new WeakMap<Draft, Map<Folded | undefined, Decision>>();

  constructor(private readonly workflow: Workflow) {}

  /** The case after the draft; `undefined` when the draft would be refused. */
  after(draft: Draft, situation: Situation): Folded | undefined {
    const decision = this.#decision(draft, situation, situation.found?.folded);
    return decision?.accepted === true ? decision.events.at(-1)?.after : undefined;
  }

  /**
   * The smallest number of rules that refuse one of the drafts, for a case in this state; 0 when a draft
   * would be accepted.
   */
  rulesAgainst(drafts: readonly Draft[], situation: Situation, folded: Folded): number {
    return Math.min(
      ...drafts.map((draft) => {
        const decision = this.#decision(draft, situation, folded);
        if (decision?.accepted === true) return 0;
        return decision?.refusal.refusals?.length ?? Infinity;
      }),
    );
  }

  #decision(draft: Draft, situation: Situation, folded: Folded | undefined): Decision | undefined {
    const parsed = this.#parsed.get(draft) ?? parseInput(draft.command, draft.input);
    this.#parsed.set(draft, parsed);
    if ('issues' in parsed) return undefined;
    const decided = this.#decided.get(draft) ?? new Map<Folded | undefined, Decision>();
    this.#decided.set(draft, decided);
    const decision = decided.get(folded) ?? this.#decide(draft, parsed.input, { situation, folded });
    decided.set(folded, decision);
    return decision;
  }

  #decide(
    { command, actor, confirmedBy, saidMs }: Draft,
    input: unknown,
    { situation, folded }: { readonly situation: Situation; readonly folded: Folded | undefined },
  ): Decision {
    const { found, nowMs } = situation;
    const said = instantOf(saidMs ?? nowMs);
    const isLate = found !== undefined && found.occurredAt > said;
    const now = isLate && command.freeOfOrder !== true ? found.occurredAt : said;
    const confirmation = confirmedBy && { by: confirmedBy, at: now, contentHash };
    const request = { command, input, actor, confirmation, contentHash, now };
    return decideCommand(this.workflow, folded, request);
  }
}
