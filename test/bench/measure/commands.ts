import type { SentCommand } from '@safeconduct/engine';
import { alternate } from '../alternate.js';
import { BlindLog } from '../limits/blind-log.js';
import { keepFlushing } from '../limits/flush.js';
import { accepted, assessRisk, openCases, openingCommand, sizeOf } from '../load/commands.js';
import { inTurn } from '../load/in-turn.js';
import { eventsBehind, openFolder, settled, startProjections } from '../load/installation.js';
import { keepCalling, type Called } from '../load/keep-calling.js';
import { comparison, figure, type Bench, type Line, type Measurement } from '../measurement.js';
import type { Installation } from '../../../apps/server/src/runtime/installation.js';

/** Commands of the process that has the store: the whole way, and what the disk allows. */
export const commands: Measurement = {
  name: 'commands',
  about:
    'durable commands in the process, views being filled; against a blind log of the same bytes with group commit, and one flush of 4 KiB a command',
  async run(bench) {
    const installation = await openFolder(bench.folder());
    const stopProjections = startProjections(installation);
    const blind = new BlindLog(bench.folder());
    try {
      return await measureAll({ bench, installation, blind, flushed: bench.folder() });
    } finally {
      await blind.close();
      await stopProjections();
      await installation.close();
    }
  },
};

interface Sides {
  readonly bench: Bench;
  readonly installation: Installation;
  readonly blind: BlindLog;
  readonly flushed: string;
}

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
async function measureRepeated(sides: Sides, callers: number): Promise<readonly Line[]> {
  const { bench, installation, blind, flushed } = sides;
  const { seconds, repeat, cases } = bench.scale;
  const { engine } = installation;
  const [example = ''] = await openCases(engine, 1);
  const bytes = await bytesAfter(installation, assessRisk(example));
  const behind: number[] = [];
  const results = await alternate<'ours' | 'blind' | 'flush', Called>(
    {
      async ours() {
        const next = inTurn(await openCases(engine, cases));
        await settled(installation);
        const called = await keepCalling(callers, seconds, () => accepted(engine.handle(assessRisk(next()))));
        behind.push(await eventsBehind(installation));
        await settled(installation);
        return called;
      },
      blind: () => keepCalling(callers, seconds, () => blind.append(bytes)),
      flush: () => Promise.resolve(keepFlushing(flushed, seconds)),
    },
    repeat,
  );
  return linesOf(callers, results, { behind, bytes: bytes.length });
}

function linesOf(
  callers: number,
  { ours, blind, flush }: Readonly<Record<'ours' | 'blind' | 'flush', readonly Called[]>>,
  { behind, bytes }: { readonly behind: readonly number[]; readonly bytes: number },
): readonly Line[] {
  const rates = (side: readonly Called[]) => side.map(({ perSecond }) => perSecond);
  const latencies = (side: readonly Called[]) => side.map(({ medianMs }) => medianMs);
  const what = callers === 1 ? '1 caller' : `${callers} callers`;
  return [
    comparison({
      ...{ what, unit: '/s', measured: rates(ours) },
      beside: { what: 'blind group commit', measured: rates(blind) },
      target: callers === 64 ? { atLeast: 0.5 } : undefined,
    }),
    comparison({
      ...{ what, unit: '/s', measured: rates(ours) },
      beside: { what: 'one flush a command', measured: rates(flush) },
    }),
    ...(callers === 1
      ? [
          comparison({
            ...{ what: '1 caller waits', unit: 'ms', measured: latencies(ours) },
            beside: { what: 'one flush', measured: latencies(flush) },
            target: { atMost: 2.5 },
          }),
        ]
      : []),
    figure(`${what}: an event`, 'B', [bytes]),
    figure(`${what}: views behind at the end`, 'events', behind),
  ];
}

const openingCallers = 64;

/** Commands that change the state: each opens a case. */
async function measureOpening({ bench, installation, blind }: Sides): Promise<Line> {
  const { seconds, repeat } = bench.scale;
  const { engine } = installation;
  const bytes = await bytesAfter(installation, openingCommand());
  const results = await alternate<'ours' | 'blind', number>(
    {
      async ours() {
        const called = await keepCalling(openingCallers, seconds, () =>
          accepted(engine.handle(openingCommand())),
        );
        await settled(installation);
        return called.perSecond;
      },
      blind: async () => (await keepCalling(openingCallers, seconds, () => blind.append(bytes))).perSecond,
    },
    repeat,
  );
  return comparison({
    ...{ what: `${openingCallers} callers open cases`, unit: '/s', measured: results.ours },
    beside: { what: 'blind group commit', measured: results.blind },
  });
}

/** As many characters as the log keeps of the last event of a case. */
async function bytesAfter({ engine }: Installation, sent: SentCommand): Promise<string> {
  const { caseId } = await accepted(engine.handle(sent));
  const last = (await engine.history(caseId)).at(-1);
  if (last === undefined) throw new Error('what was accepted is not there');
  return 'x'.repeat(sizeOf(last.recorded));
}
