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

/** Where a step finds its case, and what time it is for whoever sends it. */
export interface Situation {
  readonly naturalKey: string;
  readonly found: CaseOnDisk | undefined;
  readonly nowMs: number;
}

/** One command as somebody might send it. */
export interface Draft {
  readonly command: Command;
  readonly input: unknown;
  readonly actor: Actor;
  readonly confirmedBy: Actor | undefined;
}

/** Whoever confirms a draft confirms exactly that. */
const contentHash = '';

/** What would become of a draft if it were sent now and nothing went wrong. */
export class Forecast {
  constructor(private readonly workflow: Workflow) {}

  /** Where the case would stand afterwards; `undefined` when the draft would be refused. */
  after(draft: Draft, situation: Situation): Folded | undefined {
    const decision = this.#decision(draft, situation, situation.found?.folded);
    return decision?.accepted === true ? decision.events.at(-1)?.after : undefined;
  }

  /** How many rules refuse the draft that the fewest refuse, if a case stood there; none when one would be accepted. */
  rulesAgainst(drafts: readonly Draft[], situation: Situation, folded: Folded): number {
    return Math.min(
      ...drafts.map((draft) => {
        const decision = this.#decision(draft, situation, folded);
        if (decision?.accepted === true) return 0;
        return decision?.refusal.refusals?.length ?? Infinity;
      }),
    );
  }

  #decision(
    { command, input, actor, confirmedBy }: Draft,
    { found, nowMs }: Situation,
    folded: Folded | undefined,
  ): Decision | undefined {
    const parsed = parseInput(command, input);
    if ('issues' in parsed) return undefined;
    const said = instantOf(nowMs);
    const now = found !== undefined && found.occurredAt > said ? found.occurredAt : said;
    const confirmation = confirmedBy && { by: confirmedBy, at: now, contentHash };
    const request = { command, input: parsed.input, actor, confirmation, contentHash, now };
    return decideCommand(this.workflow, folded, request);
  }
}
