/**
 * Whether the server takes new work. Work that runs without an end, such as the feed, is ended first when it
 * stops.
 */
export class Lifecycle {
  stopping = false;
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
