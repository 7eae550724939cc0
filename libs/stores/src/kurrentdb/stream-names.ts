import { streamPrefixes } from '@safeconduct/engine';
import assert from 'node:assert/strict';

/**
 * Which streams of a server belong to an installation. Without a namespace those whose names begin as the
 * engine names its streams; with one, all whose names begin with it, and it is taken off when they are read.
 * A namespace is not the beginning of another one.
 */
export class StreamNames {
  /** What the names of this installation's streams begin with, on the server. */
  readonly prefixes: readonly string[];

  constructor(private readonly namespace: string) {
    this.prefixes = namespace === '' ? streamPrefixes : [namespace];
  }

  /** The name on the server. */
  stored(stream: string): string {
    const name = this.namespace + stream;
    assert.ok(this.isOwn(name), `stream ${stream} begins with one of: ${this.prefixes.join(', ')}`);
    return name;
  }

  isOwn(name: string): boolean {
    return this.prefixes.some((prefix) => name.startsWith(prefix));
  }

  /** The name for users of the port. */
  read(name: string): string {
    return name.slice(this.namespace.length);
  }

  /** Where a small text beside the log is kept. No namespace begins so. */
  meta(name: string): string {
    return `safeconduct.meta-${this.namespace}${name}`;
  }
}
