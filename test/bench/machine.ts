import { cpus, totalmem } from 'node:os';
import { keepFlushing } from './limits/flush.js';

/** The machine on which the figures depend. It names no host, no user and no folder. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  /** How long one flush of 4 KiB to the measured disk takes, in milliseconds. */
  readonly flushMs: number;
}

const flushedForSeconds = 0.5;

/** Describes the machine; flushes to the disk for half a second. */
export function describeMachine(folder: string): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    flushMs: keepFlushing(folder, flushedForSeconds).medianMs,
  };
}
