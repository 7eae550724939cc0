import { ProjectionRunner, systemReader, type Engine } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { inventPersons } from '../../../workflows/officer-case/demo/invent-persons.js';
import type { Person } from '../../../workflows/officer-case/demo/person.js';
import { alternate } from '../alternate.js';
import { seed } from '../caseload/build-request.js';
import { personCommands } from '../caseload/person-commands.js';
import { accepted, assessRisk, openCases, openingCommand, placeHold, reviewHold } from '../load/commands.js';
import { measuredWorkflow, openFolder, settled } from '../load/installation.js';
import { callTimes, keepCalling, type Called } from '../load/keep-calling.js';
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
        sealed: { name: 'sealed', installation: sealed, engine: sealed.engine },
        open: { name: 'open', installation: open, engine: unsealedEngine(open) },
      });
    } finally {
      for (const folder of folders) await folder.close();
    }
  },
};

interface Side {
  readonly name: keyof Sides;
  readonly installation: Installation;
  readonly engine: Engine;
}
interface Sides {
  readonly sealed: Side;
  readonly open: Side;
}

const callers = 64;
/** Sealing, permissions and the log of reads together may cost a quarter of the throughput of commands. */
const target = { atLeast: 0.75 };
const beside = 'nothing sealed';

async function measureAll(bench: Bench, sides: Sides): Promise<readonly Line[]> {
  const { persons, repeat } = bench.scale;
  const { person } = inventPersons(persons * (repeat + 1), seed);
  const next = { sealed: 0, open: 0 };
  const measures: readonly (readonly [what: string, rateOf: (side: Side) => Promise<Called>])[] = [
    [
      '64 callers, cases from entry to their end',
      (side) => lived(bench, side, () => person(next[side.name]++)),
    ],
    // Right after it, so that both logs have the same events.
    ['events of all views made again', rebuilt],
    ['64 callers open cases', (side) => opened(bench, side)],
    ['64 callers, commands with a sealed value', (side) => reviewed(bench, side)],
    ['64 callers, commands without one', (side) => assessed(bench, side)],
    ['histories of three events, two of them sealed', (side) => histories(bench, side)],
  ];
  const lines: Line[] = [];
  for (const [what, rateOf] of measures) {
    const called = await alternate(
      { sealed: () => rateOf(sides.sealed), open: () => rateOf(sides.open) },
      repeat,
    );
    lines.push(...linesOf(what, called));
    bench.tell(`sealing: ${what}`);
  }
  return lines;
}

function linesOf(
  what: string,
  { sealed, open }: Readonly<Record<keyof Sides, readonly Called[]>>,
): readonly Line[] {
  const rates = (side: readonly Called[]) => side.map(({ perSecond }) => perSecond);
  const times = (side: readonly Called[]) => side.map(({ processorUs }) => processorUs);
  return [
    comparison({
      ...{ what, unit: '/s', measured: rates(sealed), beside: { what: beside, measured: rates(open) } },
      target: what.startsWith('64 callers') ? target : undefined,
    }),
    comparison({
      ...{ what: `${what}: processor time`, unit: 'us', measured: times(sealed) },
      beside: { what: beside, measured: times(open) },
    }),
  ];
}

/** All commands of a case in a row, as of the cases of an invented caseload: two in five have sealed values. */
function lived({ scale }: Bench, { engine }: Side, nextPerson: () => Person): Promise<Called> {
  const commandsOf = personCommands(measuredWorkflow(engine));
  return callTimes(callers, scale.persons, async () => {
    for (const command of commandsOf(nextPerson())) await accepted(engine.handle(command));
  });
}

/** Each command has keys made, and seals seven values. */
const opened = ({ scale }: Bench, { engine }: Side): Promise<Called> =>
  keepCalling(callers, scale.seconds, () => accepted(engine.handle(openingCommand())));

async function reviewed({ scale }: Bench, { engine }: Side): Promise<Called> {
  const next = roundRobin(await heldCases(engine, scale.cases));
  return keepCalling(callers, scale.seconds, () => accepted(engine.handle(reviewHold(next()))));
}

/** Cases of three events. */
async function heldCases(engine: Engine, count: number): Promise<readonly string[]> {
  const caseIds = await openCases(engine, count);
  const toHold = roundRobin(caseIds);
  await callTimes(callers, count, () => accepted(engine.handle(placeHold(toHold()))));
  return caseIds;
}

async function assessed({ scale }: Bench, { engine }: Side): Promise<Called> {
  const next = roundRobin(await openCases(engine, scale.cases));
  return keepCalling(callers, scale.seconds, () => accepted(engine.handle(assessRisk(next()))));
}

/** Reads as one does who looks at all the data. */
async function histories({ scale }: Bench, { engine }: Side): Promise<Called> {
  const reader = systemReader('benchmark');
  const next = roundRobin(await heldCases(engine, scale.cases));
  return keepCalling(1, scale.seconds, async () => {
    const events = await engine.queries.history(reader, { caseId: next() });
    for (const { data } of events) if (data === undefined) throw new Error('an event has no data');
  });
}

/** As `safeconduct projections rebuild` does. */
const batchSize = 10_000;

async function rebuilt({ installation, engine }: Side): Promise<Called> {
  await installation.catchUp();
  await settled(installation);
  const ports = { ...installation.projections, codec: engine.codec };
  const runner = new ProjectionRunner(ports, { batchSize });
  for (const { view } of ports.projections) runner.rebuild(view.name);
  const { perSecond, processorUs, medianMs } = await callTimes(1, 1, () => runner.catchUp());
  const events = Number(await installation.events.head());
  return { medianMs, perSecond: perSecond * events, processorUs: processorUs / events };
}
