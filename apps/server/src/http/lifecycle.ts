/**
 * Whether the server takes new work. Work that runs without an end, such as the feed, is ended first when it
 * stops.
 */
export class Lifecycle {
  stopping = false;
  /** Why the server cannot go on with the cases there are, or does not know yet; `undefined` when it can. */
  cases: { readonly status: 'checking' | 'stuck'; readonly reason: string } | undefined;
  /** What a request found damaged in the log; `undefined` while nothing was found. It does not mend itself. */
  damage: string | undefined;
  private readonly endings = new Set<() => void>();

  /** Calls back when the server begins to stop. @returns a function that ends this */
  onStop(end: () => void): () => void {
    this.endings.add(end);
    return () => this.endings.delete(end);
  }

  stop(): void {
    this.stopping = true;
    for (const end of this.endings) end();
  }
}
