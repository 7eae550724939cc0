import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine } from './machine.js';
import { commands } from './measure/commands.js';
import { growth } from './measure/growth.js';
import { http } from './measure/http.js';
import { bulk } from './measure/import.js';
import { kurrentdb } from './measure/kurrentdb.js';
import { postgres } from './measure/postgres.js';
import { postgresGrowth } from './measure/postgres-growth.js';
import { queries } from './measure/queries.js';
import { reading } from './measure/reading.js';
import { rebuild } from './measure/rebuild.js';
import { replay } from './measure/replay.js';
import { sealing } from './measure/sealing.js';
import { start } from './measure/start.js';
import type { Bench, Measurement } from './measurement.js';
import { allSizes } from './options.js';
import { measuredOf, type Measured, type Report } from './report.js';

/** Every measurement, in the order in which they are made. */
export const measurements: readonly Measurement[] = [
  commands,
  http,
  bulk,
  rebuild,
  replay,
  queries,
  growth,
  sealing,
  reading,
  start,
  postgres,
  postgresGrowth,
  kurrentdb,
];

export interface BenchRequest extends Omit<Bench, 'folder'> {
  /** Names; none means all. */
  readonly only: readonly string[];
  /** Called for each measurement when it is made. */
  readonly onMeasured?: (measured: Measured) => void;
}

/** Runs the measurements one after the other, in folders that are removed afterwards. */
export async function runBench({ only, onMeasured, ...given }: BenchRequest): Promise<Report> {
  const scratch = mkdtempSync(join(tmpdir(), 'safeconduct-bench-'));
  const bench: Bench = { ...given, folder: () => mkdtempSync(join(scratch, 'of-')) };
  const begunAt = new Date().toISOString();
  const made: Measured[] = [];
  try {
    const machine = describeMachine(bench.folder());
    const chosen = measurements
      .filter(({ name }) => only.length === 0 || only.includes(name))
      .filter(({ needs }) => needs?.() === undefined);
    for (const measurement of chosen) {
      const measured = measuredOf(measurement, await measurement.run(bench));
      made.push(measured);
      onMeasured?.(measured);
    }
    return {
      begunAt,
      machine,
      repeat: bench.scale.repeat,
      measurements: made,
      leftOut: leftOut(bench, made),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function leftOut({ scale }: Bench, made: readonly Measured[]): readonly string[] {
  const missing = measurements.filter(({ name }) => made.every((one) => one.name !== name));
  const needs = missing.flatMap((one) => {
    const what = one.needs?.();
    return what === undefined ? [] : [{ name: one.name, what }];
  });
  const names = missing.map(({ name }) => name).filter((name) => needs.every((one) => one.name !== name));
  const sizes = allSizes.filter((size) => !scale.sizes.includes(size));
  return [
    ...needs.map(({ name, what }) => `${name}, which was not run because it needs ${what}`),
    ...(names.length === 0 ? [] : [`${names.join(', ')} (run it without --only)`]),
    ...(sizes.length === 0 ? [] : [`caseloads of ${sizes.join(' and ')} cases (--sizes, or --full for all)`]),
  ];
}
