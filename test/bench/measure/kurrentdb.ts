import { createEngine, systemReader, type Engine, type RecordedEvent } from '@safeconduct/engine';
import { memoryKeyRing, systemClock, uuidIds } from '@safeconduct/stores';
import { workflows } from '@safeconduct/workflows';
import { randomUUID } from 'node:crypto';
import { openKurrentEvents } from '../../../libs/stores/testing/index.js';
import { levels } from '../../../tools/kurrentdb-levels.mjs';
import { alternate } from '../alternate.js';
import { ClientAppends } from '../limits/client-appends.js';
import { accepted, assessRisk, openCases, sizeOf } from '../load/commands.js';
import { callTimes, keepCalling } from '../load/keep-calling.js';
import { roundRobin } from '../load/round-robin.js';
import { StreamAppends } from '../load/stream-appends.js';
import { comparison, type Bench, type Line, type Measurement } from '../measurement.js';

const callers = 64;

/** Appends and commands on a KurrentDB that is there already; the benchmark has no server of its own. */
export const kurrentdb: Measurement = {
  name: 'kurrentdb',
  about:
    'appends and whole commands recorded in the KurrentDB at KURRENTDB_URL, over as many streams as --sizes ' +
    'says, against what its bare client does with as many: append one event a call, or read a stream first',
  needs: () => {
    const server = levels.server();
    return server.url === undefined ? `a KurrentDB server: ${server.why}` : undefined;
  },
  async run(bench) {
    const { url = '' } = levels.server();
    const lines: Line[] = [];
    for (const cases of bench.scale.sizes) {
      lines.push(...(await measured(bench, url, Math.max(cases, 2 * callers))));
      bench.tell(`kurrentdb: ${cases} cases`);
    }
    return lines;
  },
};

/** Five ways to append to the same server, each over as many streams. */
interface Sides {
  /** To streams that were written not long ago. */
  readonly store: () => Promise<unknown>;
  readonly client: () => Promise<unknown>;
  /** To any stream. */
  readonly clientReads: () => Promise<unknown>;
  /** To cases that stay in memory. */
  readonly command: () => Promise<unknown>;
  /** Begins a new engine, which has no case in memory. */
  readonly restart: () => () => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

async function open({ scale }: Bench, url: string, cases: number): Promise<Sides> {
  // Streams of an earlier run on the same server are left alone.
  const events = await openKurrentEvents({ url, namespace: `bench-${uuidIds.next()}/` });
  const ports = { events, keys: memoryKeyRing(), clock: systemClock, ids: uuidIds };
  const engine = createEngine(ports, workflows);
  const ids = await openCases(engine, cases);
  const like = await oneOf(engine, ids[0] ?? '');
  const { type, schemaVersion, metadata, data } = like;
  const storeAppends = await StreamAppends.begin(cases, ({ name: stream, last }) => {
    const event = { type, schemaVersion, metadata, data, eventId: randomUUID() };
    return events.append([{ stream, expected: last < 0n ? 'noStream' : last, events: [event] }]);
  });
  const { samples: last } = scale;
  const store = storeAppends.toTheLast(last);
  const client = await ClientAppends.open(url, { count: cases, last }, new Uint8Array(sizeOf(like)));
  const [nextKnown, nextOfAll] = [roundRobin(ids.slice(-last)), roundRobin(ids)];
  return {
    store: () => store.append(),
    client: () => client.append(),
    clientReads: () => client.readAndAppend(),
    command: () => accepted(engine.handle(assessRisk(nextKnown()))),
    restart: () => {
      const started = createEngine(ports, workflows);
      return () => accepted(started.handle(assessRisk(nextOfAll())));
    },
    close: async () => {
      await client.close();
      await events.close();
    },
  };
}

async function measured(bench: Bench, url: string, cases: number): Promise<readonly Line[]> {
  const { seconds, samples, repeat } = bench.scale;
  const sides = await open(bench, url, cases);
  const goOn = async (call: () => Promise<unknown>) => (await keepCalling(callers, seconds, call)).perSecond;
  const some = async (call: () => Promise<unknown>) => (await callTimes(callers, samples, call)).perSecond;
  try {
    const { store, client, command, cold, clientReads } = await alternate(
      {
        store: () => goOn(sides.store),
        client: () => goOn(sides.client),
        command: () => goOn(sides.command),
        cold: () => some(sides.restart()),
        clientReads: () => some(sides.clientReads),
      },
      repeat,
    );
    const appends = { beside: { what: 'bare client appends', measured: client }, unit: '/s' } as const;
    const reads = { what: 'bare client reads and appends', measured: clientReads };
    const target = { atLeast: 0.8 };
    return [
      comparison({ ...appends, what: `the store appends, ${cases} streams`, measured: store, target }),
      comparison({
        ...appends,
        what: `64 callers, case in memory, ${cases} cases`,
        measured: command,
        target,
      }),
      comparison({
        ...{ what: `64 callers, case not in memory, ${cases} cases`, unit: '/s', measured: cold },
        ...{ beside: reads, target },
      }),
    ];
  } finally {
    await sides.close();
  }
}

/** An event as the measured command records it. */
async function oneOf(engine: Engine, caseId: string): Promise<RecordedEvent> {
  await accepted(engine.handle(assessRisk(caseId)));
  const last = (await engine.queries.history(systemReader('benchmark'), { caseId })).at(-1);
  if (last === undefined) throw new Error('the benchmark has no event to go by');
  return last.recorded;
}
