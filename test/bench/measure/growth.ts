import { alternate } from '../alternate.js';
import { caseloadOf, changeableCaseload, type Caseload } from '../caseload/caseload.js';
import { Child } from '../child.js';
import { comparison, figure, type Bench, type Line, type Measurement } from '../measurement.js';
import type { CommandCosts, ProbeRequest } from '../probe/probe-request.js';

/** The cost of commands and the memory, in caseloads of different sizes. */
export const growth: Measurement = {
  name: 'growth',
  about:
    'commands from 64 callers and memory afterwards in caseloads of different sizes, each in a ' +
    'process of its own; against the smallest',
  async run(bench) {
    const caseloads: Caseload[] = [];
    for (const cases of bench.scale.sizes)
      caseloads.push(changeableCaseload(bench, await caseloadOf(bench, cases)));
    const sides = caseloads.map((caseload) => [caseload.cases, () => probe(bench, caseload)] as const);
    const results = await alternate<string, CommandCosts>(Object.fromEntries(sides), bench.scale.repeat);
    const costs = caseloads.map(({ cases }) => ({ cases, costs: results[cases] ?? [] }));
    return linesOf(costs);
  },
};

async function probe({ scale, tell }: Bench, { folder, cases }: Caseload): Promise<CommandCosts> {
  const child = new Child(new URL('../probe/probe.ts', import.meta.url), ['--expose-gc']);
  const request: ProbeRequest = { kind: 'commands', folder, cases, samples: scale.samples };
  try {
    return await child.ask<CommandCosts>(request);
  } finally {
    await child.stop();
    tell(`growth: ${cases} cases`);
  }
}

interface SizeCosts {
  readonly cases: number;
  readonly costs: readonly CommandCosts[];
}

const megabyte = 1_000_000;
/** Memory counts as flat up to here, and from this many cases on. */
const flat = { atMost: 1.2 };
const flatFrom = 100_000;

function linesOf(sizes: readonly SizeCosts[]): readonly Line[] {
  const [smallest, ...larger] = sizes;
  if (smallest === undefined) return [];
  const kinds = { cached: 'case in memory', uncached: 'case not in memory' } as const;
  const commandLines = (['cached', 'uncached'] as const).flatMap((kind) => [
    figure(`a command, ${kinds[kind]}, ${smallest.cases} cases`, 'us', of(smallest, kind)),
    ...larger.map((size) =>
      comparison({
        ...{ what: `a command, ${kinds[kind]}, ${size.cases} cases`, unit: 'us', measured: of(size, kind) },
        beside: { what: `${smallest.cases} cases`, measured: of(smallest, kind) },
        target: { atMost: 1.2 },
      }),
    ),
  ]);
  return [
    ...commandLines,
    ...memoryLines(sizes, 'heapBytes', 'heap'),
    ...memoryLines(sizes, 'residentBytes', 'resident'),
  ];
}

function memoryLines(
  sizes: readonly SizeCosts[],
  kind: 'heapBytes' | 'residentBytes',
  name: string,
): readonly Line[] {
  const base = sizes.find(({ cases }) => cases >= flatFrom);
  return sizes.map((size) => {
    const what = `${name} memory, ${size.cases} cases`;
    const measured = of(size, kind).map((bytes) => bytes / megabyte);
    if (base === undefined || size.cases <= base.cases) return figure(what, 'MB', measured);
    const beside = { what: `${base.cases} cases`, measured: of(base, kind).map((bytes) => bytes / megabyte) };
    return comparison({ what, unit: 'MB', measured, beside, target: flat });
  });
}

const of = ({ costs }: SizeCosts, kind: keyof CommandCosts): readonly number[] =>
  costs.map((one) => one[kind]);
