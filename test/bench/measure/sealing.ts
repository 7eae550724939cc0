import { ProjectionRunner, systemReader, type Engine } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { alternate } from '../alternate.js';
import { accepted, assessRisk, openCases, openingCommand, placeHold, reviewHold } from '../load/commands.js';
import { openFolder, settled } from '../load/installation.js';
import { callTimes, keepCalling } from '../load/keep-calling.js';
import { roundRobin } from '../load/round-robin.js';
import { unsealedEngine } from '../load/unsealed.js';
import { comparison, type Bench, type Line, type Measurement } from '../measurement.js';

/** What sealing personal fields costs. */
export const sealing: Measurement = {
  name: 'sealing',
  about:
    'commands, histories and views of a workflow whose personal fields are sealed; against the same workflow, of which no ' +
    'field is personal',
  async run(bench) {
    const folders = [await openFolder(bench.folder()), await openFolder(bench.folder())] as const;
    const [sealed, open] = folders;
    try {
      return await measureAll(bench, {
        sealed: { installation: sealed, engine: sealed.engine },
        open: { installation: open, engine: unsealedEngine(open) },
      });
    } finally {
      for (const folder of folders) await folder.close();
    }
  },
};

interface Side {
  readonly installation: Installation;
  readonly engine: Engine;
}
type Sides = Readonly<Record<'sealed' | 'open', Side>>;

const callers = 64;
/** Sealing, permissions and the read log together may cost a quarter of the throughput. */
const target = { atLeast: 0.75 };
const beside = 'nothing sealed';

async function measureAll(bench: Bench, sides: Sides): Promise<readonly Line[]> {
  const measured = async (what: string, rateOf: (side: Side) => Promise<number>): Promise<Line> => {
    const { sealed, open } = await alternate(
      { sealed: () => rateOf(sides.sealed), open: () => rateOf(sides.open) },
      bench.scale.repeat,
    );
    bench.tell(`sealing: ${what}`);
    return comparison({
      what,
      unit: '/s',
      measured: sealed,
      beside: { what: beside, measured: open },
      target,
    });
  };
  return [
    await measured('64 callers open cases', (side) => opened(bench, side)),
    await measured('64 callers, commands with a sealed value', (side) => reviewed(bench, side)),
    await measured('64 callers, commands without one', (side) => assessed(bench, side)),
    await measured('histories of three events, two of them sealed', (side) => histories(bench, side)),
    await measured('events of all views made again', rebuilt),
  ];
}

/** Each command has keys made, and seals seven values. */
async function opened({ scale }: Bench, { engine }: Side): Promise<number> {
  const { perSecond } = await keepCalling(callers, scale.seconds, () =>
    accepted(engine.handle(openingCommand())),
  );
  return perSecond;
}

async function reviewed({ scale }: Bench, { engine }: Side): Promise<number> {
  const caseIds = await openCases(engine, scale.cases);
  const toHold = roundRobin(caseIds);
  await callTimes(callers, caseIds.length, () => accepted(engine.handle(placeHold(toHold()))));
  const next = roundRobin(caseIds);
  const { perSecond } = await keepCalling(callers, scale.seconds, () =>
    accepted(engine.handle(reviewHold(next()))),
  );
  return perSecond;
}

async function assessed({ scale }: Bench, { engine }: Side): Promise<number> {
  const next = roundRobin(await openCases(engine, scale.cases));
  const { perSecond } = await keepCalling(callers, scale.seconds, () =>
    accepted(engine.handle(assessRisk(next()))),
  );
  return perSecond;
}

/** Reads as one does who looks at all the data. */
async function histories({ scale }: Bench, { engine }: Side): Promise<number> {
  const caseIds = await openCases(engine, scale.cases);
  const toHold = roundRobin(caseIds);
  await callTimes(callers, caseIds.length, () => accepted(engine.handle(placeHold(toHold()))));
  const reader = systemReader('benchmark');
  const next = roundRobin(caseIds);
  const { perSecond } = await keepCalling(1, scale.seconds, async () => {
    const events = await engine.queries.history(reader, { caseId: next() });
    for (const { data } of events) if (data === undefined) throw new Error('an event has no data');
  });
  return perSecond;
}

/** As `safeconduct projections rebuild` does. */
const batchSize = 10_000;

async function rebuilt({ installation, engine }: Side): Promise<number> {
  await installation.catchUp();
  await settled(installation);
  const ports = { ...installation.projections, codec: engine.codec };
  const runner = new ProjectionRunner(ports, { batchSize });
  for (const { view } of ports.projections) runner.rebuild(view.name);
  const begun = performance.now();
  await runner.catchUp();
  return (Number(await installation.events.head()) * 1000) / (performance.now() - begun);
}
