/**
 * The writer's cache of the last revisions of streams. It never evicts a stream with events that the index
 * does not have yet. Of the others it keeps the most recently used, between `keptMax` and twice as many.
 */
export class Heads {
  readonly #ahead = new Map<string, number>();
  #young = new Map<string, number>();
  #old = new Map<string, number>();

  constructor(private readonly keptMax: number) {}

  find(stream: string): number | undefined {
    const near = this.#ahead.get(stream) ?? this.#young.get(stream);
    if (near !== undefined) return near;
    const far = this.#old.get(stream);
    if (far !== undefined) this.keep(stream, far);
    return far;
  }

  /** Stores the last revision that the index has; -1 when there is no such stream. */
  keep(stream: string, revision: number): void {
    if (this.#young.size >= this.keptMax) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(stream, revision);
  }

  /** Stores the last revision of an append that is not in the index yet. */
  advance(stream: string, revision: number): void {
    this.#ahead.set(stream, revision);
  }

  /** To be called when the index has caught up. */
  settle(): void {
    for (const [stream, revision] of this.#ahead) this.keep(stream, revision);
    this.#ahead.clear();
  }

  /** Clears the cache, because it may be wrong. */
  clear(): void {
    for (const heads of [this.#ahead, this.#young, this.#old]) heads.clear();
  }
}
