import { createEngine, systemReader, type Engine } from '@safeconduct/engine';
import { openFileKeyRing, systemClock, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { openKurrentEvents } from '../../../libs/stores/testing/index.js';
import { levels } from '../../../tools/kurrentdb-levels.mjs';
import { alternate } from '../alternate.js';
import { ClientAppends } from '../limits/client-appends.js';
import { accepted, assessRisk, openCases, sizeOf } from '../load/commands.js';
import { keepCalling } from '../load/keep-calling.js';
import { roundRobin } from '../load/round-robin.js';
import { comparison, type Bench, type Line, type Measurement } from '../measurement.js';

const callers = 64;

/** Commands on a KurrentDB that is there already; the benchmark has no server of its own. */
export const kurrentdb: Measurement = {
  name: 'kurrentdb',
  about:
    'commands recorded in the KurrentDB at KURRENTDB_URL, over as many cases as --sizes says, against ' +
    'events that its bare client appends, one a call',
  needs: () => {
    const server = levels.server();
    return server.url === undefined ? `a KurrentDB server: ${server.why}` : undefined;
  },
  async run(bench) {
    const { url = '' } = levels.server();
    // Streams of an earlier run on the same server are left alone.
    const events = await openKurrentEvents({ url, namespace: `bench-${uuidIds.next()}/` });
    const ports = { events, keys: openFileKeyRing(bench.folder()), clock: systemClock, ids: uuidIds };
    const engine = createEngine(ports, workflows);
    const appends = await ClientAppends.open(url);
    const lines: Line[] = [];
    try {
      for (const cases of bench.scale.sizes) {
        lines.push(await measureCases(bench, { engine, appends, cases }));
        bench.tell(`kurrentdb: ${cases} cases on version ${events.features.version}`);
      }
      return lines;
    } finally {
      await appends.close();
      await events.close();
    }
  },
};

interface Sides {
  readonly engine: Engine;
  readonly appends: ClientAppends;
  readonly cases: number;
}

async function measureCases(
  { scale: { seconds, repeat } }: Bench,
  { engine, appends, cases }: Sides,
): Promise<Line> {
  const ids = await openCases(engine, cases);
  const { caseId } = await accepted(engine.handle(assessRisk(ids[0] ?? '')));
  const last = (await engine.queries.history(systemReader('benchmark'), { caseId })).at(-1);
  const bytes = new Uint8Array(last === undefined ? 0 : sizeOf(last.recorded));
  const nextCase = roundRobin(ids);
  const { ours, bare } = await alternate<'ours' | 'bare', number>(
    {
      ours: async () =>
        (await keepCalling(callers, seconds, () => accepted(engine.handle(assessRisk(nextCase())))))
          .perSecond,
      bare: async () => (await keepCalling(callers, seconds, () => appends.append(bytes))).perSecond,
    },
    repeat,
  );
  return comparison({
    ...{ what: `${callers} callers, ${cases} cases`, unit: '/s', measured: ours },
    beside: { what: 'bare client appends', measured: bare },
    target: { atLeast: 0.8 },
  });
}
