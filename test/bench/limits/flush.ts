import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Called } from '../load/keep-calling.js';
import { medianOf } from '../statistics.js';

const page = Buffer.alloc(4096, 1);
const pages = 1024;

/**
 * Writes 4 KiB into a file that has its size already, and waits until they are on the disk; again and again.
 */
export function keepFlushing(folder: string, seconds: number): Omit<Called, 'processorUs'> {
  const file = openSync(join(folder, 'flushed'), 'w');
  try {
    for (let at = 0; at < pages; at += 1) writeSync(file, page, 0, page.length, at * page.length);
    fdatasyncSync(file);
    const latencies: number[] = [];
    const begun = performance.now();
    for (let now = begun; now < begun + seconds * 1000;) {
      writeSync(file, page, 0, page.length, (latencies.length % pages) * page.length);
      fdatasyncSync(file);
      const done = performance.now();
      latencies.push(done - now);
      now = done;
    }
    const tookMs = latencies.reduce((sum, one) => sum + one, 0);
    return { perSecond: (latencies.length * 1000) / tookMs, medianMs: medianOf(latencies) };
  } finally {
    closeSync(file);
  }
}
