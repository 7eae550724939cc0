import { systemReader, verifyLog, type Engine } from '@safeconduct/engine';
import { alternate } from '../alternate.js';
import { caseloadOf } from '../caseload/caseload.js';
import { sampleCases } from '../caseload/sample-cases.js';
import { readAndParse } from '../limits/read-log.js';
import { openFolder } from '../load/installation.js';
import { comparison, figure, type Bench, type Line, type Measurement } from '../measurement.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { medianOf } from '../statistics.js';

/** History folded again. */
export const replay: Measurement = {
  name: 'replay',
  about:
    'single cases replayed through XState and compared with the record; all cases folded and checked, ' +
    'against reading and parsing the same log',
  async run(bench) {
    const { folder, cases } = await caseloadOf(bench, bench.scale.sizes[0] ?? 0);
    const installation = await openFolder(folder);
    try {
      return await measureReplay(bench, installation, cases);
    } finally {
      await installation.close();
    }
  },
};

interface Replayed {
  readonly perSecond: number;
  /** Of a single case. */
  readonly medianMs?: number;
}

async function measureReplay(
  { scale }: Bench,
  { engine, events, keys }: Installation,
  cases: number,
): Promise<readonly Line[]> {
  const count = Number(await events.head());
  const rate = async (work: () => Promise<unknown>): Promise<Replayed> => {
    const begun = performance.now();
    await work();
    return { perSecond: (count * 1000) / (performance.now() - begun) };
  };
  const { one, all, read } = await alternate<'one' | 'all' | 'read', Replayed>(
    {
      one: () => replaySome(engine, sampleCases(keys, cases, scale.samples)),
      all: () => rate(() => verifyLog({ events, codec: engine.codec })),
      read: () => rate(() => readAndParse(events)),
    },
    scale.repeat,
  );
  const rates = (side: readonly Replayed[]) => side.map(({ perSecond }) => perSecond);
  return [
    figure(
      'one case',
      'ms',
      one.map(({ medianMs = 0 }) => medianMs),
    ),
    figure('events of one case after the other', '/s', rates(one)),
    comparison({
      ...{ what: `events of all ${cases} cases`, unit: '/s', measured: rates(all) },
      beside: { what: 'read and parse', measured: rates(read) },
    }),
  ];
}

async function replaySome(engine: Engine, caseIds: readonly string[]): Promise<Replayed> {
  const latencies: number[] = [];
  let [events, tookMs] = [0, 0];
  for (const caseId of caseIds) {
    const begun = performance.now();
    const found = await engine.queries.replay(systemReader('benchmark'), { caseId });
    latencies.push(performance.now() - begun);
    if (found?.diverged !== null) throw new Error(`case ${caseId} of the benchmark does not replay`);
    events += found.steps.length;
    tookMs += latencies.at(-1) ?? 0;
  }
  return { perSecond: (events * 1000) / tookMs, medianMs: medianOf(latencies) };
}
