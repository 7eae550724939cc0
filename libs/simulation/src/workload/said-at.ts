import type { Command, Draw } from '@safeconduct/workflow';
import { pick } from '../plan.js';
import type { Situation } from './forecast.js';

const minute = 60_000;
const hour = 60 * minute;

/** Whether the time of a command may lie before what its case has already. */
const mayBeEarlier = ({ freeOfOrder, establishes, alwaysHeard }: Command): boolean =>
  freeOfOrder === true || establishes === true || alwaysHeard === true;

/**
 * The time that is sent with a command, in milliseconds: mostly none, otherwise a short or a long time ago, or in the
 * future. What may be entered late is often of a time that the case has left behind.
 */
export function saidAtMs(command: Command, { found, nowMs }: Situation, draw: Draw): number | undefined {
  if (found !== undefined && mayBeEarlier(command) && draw('late', 3) === 0) {
    const beside = Date.parse(pick(draw, 'late beside', found.times));
    return Math.min(nowMs, beside + pick(draw, 'late by', [-1, 0, 1, minute, hour]));
  }
  const how = draw('said at', 24);
  if (how > 4) return undefined;
  const before = pick(draw, 'said before', [1, 10 * minute, 10 * minute, 10_000 * minute]);
  return how === 4 ? nowMs + 10 * minute : nowMs - before;
}
