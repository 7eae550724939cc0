/**
 * The last revisions of streams, as far as the writer remembers them. Streams with events that the index does not have
 * yet are never forgotten; of the others it keeps those used last, between `keptMax` and twice as many.
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

  /** What the index said: the last revision, -1 when there is no such stream. */
  keep(stream: string, revision: number): void {
    if (this.#young.size >= this.keptMax) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(stream, revision);
  }

  /** What was appended and is not in the index yet. */
  advance(stream: string, revision: number): void {
    this.#ahead.set(stream, revision);
  }

  /** The index has caught up. */
  settle(): void {
    for (const [stream, revision] of this.#ahead) this.keep(stream, revision);
    this.#ahead.clear();
  }

  /** Forgets everything, because it may be wrong. */
  clear(): void {
    for (const heads of [this.#ahead, this.#young, this.#old]) heads.clear();
  }
}
