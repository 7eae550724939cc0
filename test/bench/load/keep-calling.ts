import { medianOf } from '../statistics.js';

/** How fast calls were answered. */
export interface Called {
  readonly perSecond: number;
  readonly medianMs: number;
  /** Processor time of the whole process, in microseconds a call. */
  readonly processorUs: number;
}

/** So many callers at once, each of which calls again as soon as it is answered, until the time is over. */
export async function keepCalling(
  callers: number,
  seconds: number,
  call: () => Promise<unknown>,
): Promise<Called> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  return timed(begun, callers, async (took) => {
    do await took(call);
    while (performance.now() < until);
  });
}

/** So many callers at once that share a number of calls. */
export async function callTimes(
  callers: number,
  times: number,
  call: () => Promise<unknown>,
): Promise<Called> {
  let left = times;
  return timed(performance.now(), Math.min(callers, times), async (took) => {
    while (left > 0) {
      left -= 1;
      await took(call);
    }
  });
}

type Took = (call: () => Promise<unknown>) => Promise<void>;

async function timed(begun: number, callers: number, work: (took: Took) => Promise<void>): Promise<Called> {
  const usedBefore = process.cpuUsage();
  const latencies: number[] = [];
  const took: Took = async (call) => {
    const sent = performance.now();
    await call();
    latencies.push(performance.now() - sent);
  };
  await Promise.all(Array.from({ length: callers }, () => work(took)));
  const { user, system } = process.cpuUsage(usedBefore);
  return {
    processorUs: (user + system) / latencies.length,
    perSecond: (latencies.length * 1000) / (performance.now() - begun),
    medianMs: medianOf(latencies),
  };
}
