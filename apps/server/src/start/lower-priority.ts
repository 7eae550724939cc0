import { constants, getPriority, setPriority } from 'node:os';

/**
 * With few processors the commands have priority over the thread that calls this: views that lag catch up later, in bigger
 * batches, which cost less, and a check of the log takes longer. Linux counts the priority of the calling thread alone;
 * elsewhere it would be that of the whole process.
 */
export function lowerPriority(): void {
  const { PRIORITY_BELOW_NORMAL: wanted } = constants.priority;
  if (process.platform === 'linux' && getPriority() < wanted) setPriority(wanted);
}
