import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const kilobytesInMegabyte = 1024;

/** The memory that a process has, in megabytes; 0 when it has ended. */
export function megabytesOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kilobytes ?? 0) / kilobytesInMegabyte);
}

/** How much memory grew: the median of the last quarter of the samples, as a ratio to that of the one before. */
export function growthOf(samples: readonly number[]): number {
  const quarter = Math.floor(samples.length / 4);
  return medianOf(samples.slice(-quarter)) / medianOf(samples.slice(-2 * quarter, -quarter));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
