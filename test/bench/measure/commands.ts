import { systemReader, type SentCommand } from '@safeconduct/engine';
import { alternate } from '../alternate.js';
import { BlindLog } from '../limits/blind-log.js';
import { keepFlushing } from '../limits/flush.js';
import { accepted, assessRisk, openCases, openingCommand, sizeOf } from '../load/commands.js';
import { roundRobin } from '../load/round-robin.js';
import { eventsBehind, openFolder, settled, startProjections } from '../load/installation.js';
import { keepCalling, type Called } from '../load/keep-calling.js';
import { comparison, figure, type Bench, type Line, type Measurement } from '../measurement.js';
import type { Installation } from '../../../apps/server/src/start/installation.js';

/** Commands in the process that has the store: the whole path, and the limit of the disk. */
export const commands: Measurement = {
  name: 'commands',
  about:
    'durable commands in the process, with nobody else at work and while a thread fills the views; ' +
    'against a blind log of the same bytes with group commit, and one flush of 4 KiB a command',
  async run(bench) {
    const alone = await openFolder(bench.folder());
    const filling = await openFolder(bench.folder());
    const stopProjections = startProjections(filling);
    const blind = new BlindLog(bench.folder());
    try {
      return await measureAll({ bench, alone, filling, blind, flushed: bench.folder() });
    } finally {
      await blind.close();
      await stopProjections();
      await filling.close();
      await alone.close();
    }
  },
};

interface Sides {
  readonly bench: Bench;
  /** Handles commands while no thread fills the views. */
  readonly alone: Installation;
  /** The same, while a thread fills the views from the log. */
  readonly filling: Installation;
  readonly blind: BlindLog;
  readonly flushed: string;
}

type Rated = Omit<Called, 'processorUs'>;
type Repeated = Readonly<Record<'alone' | 'filling' | 'blind' | 'flush', readonly Rated[]>>;

async function measureAll(sides: Sides): Promise<readonly Line[]> {
  const { bench } = sides;
  const lines: Line[] = [];
  for (const callers of bench.scale.callers) {
    lines.push(...(await measureRepeated(sides, callers)));
    bench.tell(`commands: ${callers} callers`);
  }
  return [...lines, await measureOpening(sides)];
}

/** Commands that need the state of their case. */
async function measureRepeated(
  { bench, alone, filling, blind, flushed }: Sides,
  callers: number,
): Promise<readonly Line[]> {
  const { seconds, repeat, cases } = bench.scale;
  const [example = ''] = await openCases(alone.engine, 1);
  const bytes = await bytesAfter(alone, assessRisk(example));
  const behind: number[] = [];
  const send = async ({ engine }: Installation) => {
    const next = roundRobin(await openCases(engine, cases));
    await settled(filling);
    return keepCalling(callers, seconds, () => accepted(engine.handle(assessRisk(next()))));
  };
  const results = await alternate<keyof Repeated, Rated>(
    {
      alone: () => send(alone),
      async filling() {
        const called = await send(filling);
        behind.push(await eventsBehind(filling));
        await settled(filling);
        return called;
      },
      blind: () => keepCalling(callers, seconds, () => blind.append(bytes)),
      flush: () => Promise.resolve(keepFlushing(flushed, seconds)),
    },
    repeat,
  );
  return [
    ...linesOf(callers, results),
    figure(`${callersText(callers)}: views behind at the end`, 'events', behind.slice(-repeat)),
  ];
}

function linesOf(callers: number, { alone, filling, blind, flush }: Repeated): readonly Line[] {
  const rates = (side: readonly Rated[]) => side.map(({ perSecond }) => perSecond);
  const latencies = (side: readonly Rated[]) => side.map(({ medianMs }) => medianMs);
  const what = callersText(callers);
  const blindly = { what: 'blind group commit', measured: rates(blind) };
  const target = callers === targetCallers ? { atLeast: 0.5 } : undefined;
  const lines = [
    comparison({ what, unit: '/s', measured: rates(alone), beside: blindly, target }),
    comparison({
      ...{ what: `${what}, views filled meanwhile`, unit: '/s', measured: rates(filling) },
      ...{ beside: blindly, target },
    }),
    comparison({
      ...{ what, unit: '/s', measured: rates(alone) },
      beside: { what: 'one flush a command', measured: rates(flush) },
    }),
  ];
  if (callers > 1) return lines;
  const waits = comparison({
    ...{ what: `${what} waits`, unit: 'ms', measured: latencies(alone) },
    beside: { what: 'one flush', measured: latencies(flush) },
    target: { atMost: 2.5 },
  });
  return [...lines, waits];
}

const callersText = (callers: number): string => (callers === 1 ? '1 caller' : `${callers} callers`);

const targetCallers = 64;

/** Commands that change the state: each opens a case. */
async function measureOpening({ bench, alone, blind }: Sides): Promise<Line> {
  const { seconds, repeat } = bench.scale;
  const { engine } = alone;
  const bytes = await bytesAfter(alone, openingCommand());
  const results = await alternate<'ours' | 'blind', number>(
    {
      ours: async () => {
        const send = () => accepted(engine.handle(openingCommand()));
        return (await keepCalling(targetCallers, seconds, send)).perSecond;
      },
      blind: async () => (await keepCalling(targetCallers, seconds, () => blind.append(bytes))).perSecond,
    },
    repeat,
  );
  return comparison({
    ...{ what: `${targetCallers} callers open cases`, unit: '/s', measured: results.ours },
    beside: { what: 'blind group commit', measured: results.blind },
  });
}

/** A text of as many bytes as the log stores of the last event of a case. */
async function bytesAfter({ engine }: Installation, sent: SentCommand): Promise<string> {
  const { caseId } = await accepted(engine.handle(sent));
  const last = (await engine.queries.history(systemReader('benchmark'), { caseId })).at(-1);
  if (last === undefined) throw new Error('what was accepted is not there');
  return 'x'.repeat(sizeOf(last.recorded));
}
