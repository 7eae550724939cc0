import { stepSize } from '../events/case-events.js';
import type { Revision } from '../ports/event-store.js';

/** A multiple of the step size, so that each step that continues from a checkpoint ends at the next one or before. */
const spacing = BigInt(10 * stepSize);

/**
 * Folded states of long cases, one every 1,000 events. The past does not change, so a checkpoint is never out of date:
 * whoever needs a later state continues from it instead of from the first event. At most `max` are kept; those of the
 * case that was used longest ago go first.
 */
export class Checkpoints<State extends { readonly revision: Revision }> {
  // A Map keeps the order of insertion, so its first key is the case used longest ago.
  readonly #byCase = new Map<string, State[]>();
  /** The cases whose persons were erased. What was read before it became known is not kept afterwards. */
  readonly #erased = new Set<string>();
  #count = 0;

  constructor(private readonly max: number) {}

  get size(): number {
    return this.#count;
  }

  /** The newest checkpoint of a case for which `isWanted` holds. It must hold for a prefix of the history. */
  newest(caseId: string, isWanted: (state: State) => boolean): State | undefined {
    const states = this.#byCase.get(caseId);
    if (states === undefined) return undefined;
    this.#byCase.delete(caseId);
    this.#byCase.set(caseId, states);
    return states.findLast(isWanted);
  }

  /** Keeps a state that stands where a checkpoint belongs; of any other state it takes no notice. */
  offer(caseId: string, state: State): void {
    if ((state.revision + 1n) % spacing !== 0n || this.#erased.has(caseId)) return;
    const states = this.#byCase.get(caseId) ?? [];
    const last = states.at(-1);
    if (last !== undefined && last.revision >= state.revision) return;
    states.push(state);
    this.#count += 1;
    this.#byCase.delete(caseId);
    this.#byCase.set(caseId, states);
    while (this.#count > this.max) this.#forgetOldest();
  }

  /** Forgets a case whose person was erased, and never keeps it again. */
  erase(caseId: string): void {
    this.#erased.add(caseId);
    this.#count -= this.#byCase.get(caseId)?.length ?? 0;
    this.#byCase.delete(caseId);
  }

  #forgetOldest(): void {
    const [caseId, states] = this.#byCase.entries().next().value as [string, State[]];
    this.#byCase.delete(caseId);
    this.#count -= states.length;
  }
}
