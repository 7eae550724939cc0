import type { CaseState, ReadCaseState } from '../history/case-state.js';

/**
 * The states of the cases used last, bounded by number. A cached state may be old: the expected revision of
 * each append finds that out.
 */
export class StateCache {
  hits = 0;
  misses = 0;
  // A Map keeps the order of insertion, so its first key is the one used longest ago.
  private readonly states = new Map<string, CaseState>();
  /** The cases whose persons were erased. What was read before it became known is not kept afterwards. */
  private readonly erased = new Set<string>();
  private readonly loads = new Map<string, Promise<ReadCaseState | undefined>>();

  constructor(private readonly casesMax: number) {}

  get(caseId: string): CaseState | undefined {
    const state = this.states.get(caseId);
    if (state === undefined) {
      this.misses += 1;
      return undefined;
    }
    this.hits += 1;
    this.states.delete(caseId);
    this.states.set(caseId, state);
    return state;
  }

  /** Keeps the newer one of two states of a case: a slow reader may come with an older one. */
  set(state: CaseState): void {
    if (this.erased.has(state.caseId)) return;
    const known = this.states.get(state.caseId);
    if (known !== undefined && known.revision > state.revision) return;
    this.states.delete(state.caseId);
    this.states.set(state.caseId, state);
    if (this.states.size > this.casesMax) this.states.delete(this.states.keys().next().value as string);
  }

  forget(caseId: string): void {
    this.states.delete(caseId);
  }

  /** Forgets a case whose person was erased, and never keeps it again. */
  erase(caseId: string): void {
    this.erased.add(caseId);
    this.forget(caseId);
  }

  /** Loads a case once, however many ask for it before it is there. */
  loading(
    caseId: string,
    load: () => Promise<ReadCaseState | undefined>,
  ): Promise<ReadCaseState | undefined> {
    const running = this.loads.get(caseId);
    if (running !== undefined) return running;
    const started = load().finally(() => this.loads.delete(caseId));
    this.loads.set(caseId, started);
    return started;
  }

  get size(): number {
    return this.states.size;
  }
}
