import type { Random } from '../e2e/http/fuzz/random.js';

/** One run of the server: how it is started, and when it is killed. */
export interface Round {
  /** In milliseconds after the process was started (`start`), or after it said that it answers (`load`). */
  readonly killed: { readonly during: 'start' | 'load'; readonly afterMs: number };
  readonly roles: string;
  /** Its views are deleted, so that it makes them again from the whole log while it starts. */
  readonly withoutViews: boolean;
  /** Whether the command line imports meanwhile, and whether it is killed as well or left running. */
  readonly commandLine: 'none' | 'killed' | 'left';
  /** Of several servers all are killed at its end, and not the newest alone. */
  readonly allKilled: boolean;
  /** The database is killed as well, where there is one. */
  readonly databaseCrashes: boolean;
}

const loadMs = { least: 40, most: 900 };
const shares = {
  start: 0.35,
  commandLine: 0.12,
  viewsFallBehind: 0.15,
  withoutViews: 0.05,
  allKilled: 0.3,
  databaseCrashes: 0.1,
};

/**
 * Plans a round. `startMs` is how long a start takes here, so that kills fall anywhere in it and shortly
 * behind it.
 */
export function planRound(random: Random, startMs: number): Round {
  const during = random.chance(shares.start) ? 'start' : 'load';
  const afterMs =
    during === 'start'
      ? random.next() * startMs * 1.1
      : loadMs.least + random.next() * (loadMs.most - loadMs.least);
  const hasCommandLine = during === 'load' && random.chance(shares.commandLine);
  return {
    killed: { during, afterMs: Math.round(afterMs) },
    roles: random.chance(shares.viewsFallBehind) ? 'http' : 'http,projections,reactions',
    withoutViews: random.chance(shares.withoutViews),
    commandLine: !hasCommandLine ? 'none' : random.chance(0.5) ? 'killed' : 'left',
    allKilled: random.chance(shares.allKilled),
    databaseCrashes: during === 'load' && random.chance(shares.databaseCrashes),
  };
}
