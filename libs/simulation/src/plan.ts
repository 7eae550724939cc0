import { drawsOf, type Draw } from '@safeconduct/workflow';

/**
 * What a step does. `forward`: a command that leads a case on. `far`: one that leads it to a deep state.
 * `open`: any open command. `stray`: a command that should be refused. `reuse`: another command under a used
 * command id. `rebuild`: a view is filled anew.
 */
export type StepKind = 'forward' | 'far' | 'open' | 'stray' | 'reuse' | 'rebuild';

/**
 * One step of a plan. What exactly is sent follows from the seed, the number of the step and the state of the
 * case then.
 */
export interface Step {
  readonly number: number;
  readonly atMs: number;
  readonly kind: StepKind;
  readonly case: number;
  readonly process: number;
  /** Sends the same command again, this many milliseconds later, whether it was answered or not. */
  readonly againMs?: number;
  /** How often the client sends it when it gets no answer. */
  readonly triesMax: number;
  /** Reads its own write back from the list of cases. */
  readonly readsBack: boolean;
}

/** A fault of one request: it hits the first request of its process and store from `atMs` on. */
export type RequestFault = {
  readonly kind: 'crashBefore' | 'crashAfter' | 'loseAnswer' | 'fail' | 'late';
  readonly store: 'log' | 'views';
  readonly process: number;
  /** How long the process is down, or the request on its way. */
  readonly forMs: number;
};

/** A fault, at an instant or for a while. */
export type Fault = { readonly atMs: number } & (
  | RequestFault
  | { readonly kind: 'failRead'; readonly process: number }
  | { readonly kind: 'crash'; readonly process: number; readonly forMs: number }
  | { readonly kind: 'diskFull' | 'slow'; readonly forMs: number }
  | { readonly kind: 'clock'; readonly whose: number | 'store' | 'everybody'; readonly byMs: number }
);

/** The settings of the processes in one run. */
export interface Settings {
  readonly processes: 1 | 2;
  /** How many of them can fill the views. The lease lets one of two do it, for `leaseMs` after it last renewed. */
  readonly projecting: 1 | 2;
  readonly leaseMs: number;
  readonly reacting: 1 | 2;
  readonly cachedCasesMax: number;
  readonly batchSize: number;
  readonly gatherMs: number;
  readonly pollMs: number;
  readonly settleMs: number;
  /** How long a client waits for an answer, and before it asks again. */
  readonly patienceMs: number;
}

/** A whole run as data, so that it can be shortened to the part that makes it fail. */
export interface Plan {
  readonly seed: number;
  readonly settings: Settings;
  readonly steps: readonly Step[];
  readonly faults: readonly Fault[];
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The plan of a seed: some cases, a few dozen steps over some weeks, and up to eight faults. In half of the
 * plans one case is first led to a deep state without faults, because with faults few cases get there.
 */
export function planOf(seed: number): Plan {
  const draws = drawsOf(seed);
  const settings = settingsOf(draws(0));
  const withoutFaults = pick(draws(0), 'in peace', [0, 0, 40, 80]);
  const steps = stepsOf(draws, settings, withoutFaults);
  const count = draws(0)('troubles', 9);
  const stepsWithFaults = steps.slice(withoutFaults);
  const faults = Array.from({ length: count }, (_, index) =>
    faultOf(draws(index), settings, stepsWithFaults),
  );
  return { seed, settings, steps, faults: faults.sort((a, b) => a.atMs - b.atMs) };
}

/** One of a list, drawn. */
export function pick<A>(draw: Draw, question: string, among: readonly A[]): A {
  return among[draw(question, among.length)] as A;
}

function settingsOf(draw: Draw): Settings {
  const processes = pick(draw, 'processes', [1, 2, 2] as const);
  return {
    processes,
    projecting: processes === 2 ? pick(draw, 'projecting', [1, 2] as const) : 1,
    // Not shorter: it is asked for ten times while it lasts, and simulated weeks are not to be spent with that.
    leaseMs: pick(draw, 'lease', [10 * minute, 10 * minute, hour]),
    reacting: processes === 2 ? pick(draw, 'reacting', [1, 2] as const) : 1,
    cachedCasesMax: pick(draw, 'cached cases', [1, 2, 10_000, 10_000]),
    batchSize: pick(draw, 'batch size', [1, 3, 1000, 1000]),
    gatherMs: pick(draw, 'gather', [20, 20, minute, hour]),
    pollMs: pick(draw, 'poll', [minute, hour, day]),
    settleMs: pick(draw, 'settle', [0, 0, hour]),
    patienceMs: pick(draw, 'patience', [100, second, minute]),
  };
}

function stepsOf(draws: (number: number) => Draw, { processes }: Settings, inPeace: number): readonly Step[] {
  const draw = draws(0);
  const [count, cases] = [10 + draw('steps', 60), pick(draw, 'cases', [1, 1, 2, 3])];
  const steps = Array.from({ length: inPeace }, (_, number) => stepWithoutFaults(number));
  let atMs = inPeace * waitWithoutFaultsMs;
  let previous = 0;
  for (let number = inPeace; number < inPeace + count; number += 1) {
    const one = draws(number);
    const waitMs = waitOf(one);
    // Commands at nearly the same time mostly go to the same case, so that they conflict.
    const sameCase = waitMs < second && one('same case', 4) > 0;
    const step = stepOf(one, number, {
      atMs: (atMs += waitMs),
      case: sameCase ? previous : one('case', cases),
    });
    steps.push({ ...step, process: one('process', processes) });
    previous = step.case;
  }
  return steps;
}

const waitWithoutFaultsMs = 4 * hour;

const stepWithoutFaults = (number: number): Step => ({
  ...{ number, atMs: number * waitWithoutFaultsMs, kind: 'far', case: 0, process: 0 },
  ...{ triesMax: 1, readsBack: false },
});

function stepOf(
  draw: Draw,
  number: number,
  where: { readonly atMs: number; readonly case: number },
): Omit<Step, 'process'> {
  const kinds = Array.from({ length: 40 }, (_, index): StepKind => {
    if (index < 26) return 'forward';
    if (index < 34) return 'open';
    return index < 38 ? 'stray' : index === 38 ? 'reuse' : 'rebuild';
  });
  return {
    ...{ number, ...where, kind: pick(draw, 'kind', kinds) },
    ...(draw('again', 8) === 0 && { againMs: pick(draw, 'again after', [0, 5, 50, minute, 3 * day]) }),
    triesMax: pick(draw, 'tries', [1, 3, 6]),
    readsBack: draw('reads back', 10) === 0,
  };
}

function waitOf(draw: Draw): number {
  const how = draw('wait', 100);
  if (how < 40) return draw('wait ms', 30);
  if (how < 60) return draw('wait minutes', 90) * minute;
  if (how < 97) return draw('wait hours', 40) * hour;
  return (20 + draw('wait days', 20)) * day;
}

function faultOf(draw: Draw, { processes }: Settings, steps: readonly Step[]): Fault {
  const atMs = pick(draw, 'trouble at', steps).atMs + draw('trouble after', 40);
  const process = draw('trouble process', processes);
  const forMs = pick(draw, 'trouble for', [10, second, minute, hour, day]);
  const store = pick(draw, 'trouble store', ['log', 'log', 'views'] as const);
  const request = (kind: RequestFault['kind']): Fault => ({ atMs, kind, store, process, forMs });
  const kinds: readonly (() => Fault)[] = [
    ...(['crashBefore', 'crashAfter', 'loseAnswer', 'fail', 'late'] as const).map(
      (kind) => () => request(kind),
    ),
    () => request('loseAnswer'),
    () => ({ atMs, kind: 'failRead', process }),
    () => ({ atMs, kind: 'crash', process, forMs }),
    () => ({ atMs, kind: 'crash', process, forMs }),
    () => ({ atMs, kind: 'diskFull', forMs }),
    () => ({ atMs, kind: 'slow', forMs: 10 * second }),
    () => ({ atMs, kind: 'clock', ...clockStep(draw) }),
  ];
  return pick(draw, 'trouble kind', kinds)();
}

function clockStep(draw: Draw): { readonly whose: number | 'store' | 'everybody'; readonly byMs: number } {
  const whose = pick(draw, 'whose clock', [0, 1, 'store', 'everybody', 'everybody'] as const);
  return { whose, byMs: pick(draw, 'clock by', [-day, -hour, -second, second, hour, day]) };
}
