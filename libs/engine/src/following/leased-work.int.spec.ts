import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryViews } from '@safeconduct/stores';
import type { Leases } from '../ports/leases.js';
import type { ViewStore } from '../ports/view-store.js';
import { fixedClock, type FixedClock } from '../testing/index.js';
import { LeasedWork } from './leased-work.js';
import type { Turn } from './repeated-work.js';

const forMs = 20;
const name = 'work';

let clock: FixedClock;
let views: ViewStore;
let leases: Leases;
let started: LeasedWork[];
/** How often a holder was answered by the store. */
let answered: Map<string, number>;

beforeEach(() => {
  clock = fixedClock();
  views = openMemoryViews({ clock });
  answered = new Map();
  started = [];
  leases = {
    async acquire(...given) {
      const lease = await views.leases.acquire(...given);
      answered.set(given[1], (answered.get(given[1]) ?? 0) + 1);
      return lease;
    },
    release: (lease) => views.leases.release(lease),
  };
});

afterEach(async () => {
  await Promise.all(started.map((work) => work.stop()));
  await views.close();
});

function startedWork(turn: () => Promise<Turn>, failed: (error: unknown) => void = () => {}): LeasedWork {
  const work = new LeasedWork(turn, { pollMs: 1, lease: { leases, name, holder: 'a', forMs } });
  work.start(failed);
  started.push(work);
  return work;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Resolves when the store has answered a holder twice more. */
function askedAgain(holder: string): Promise<void> {
  const before = answered.get(holder) ?? 0;
  return until(() => (answered.get(holder) ?? 0) > before + 1);
}

describe('work under a lease', () => {
  it('keeps the lease during a turn that lasts longer than it', async () => {
    const [begun, goOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    startedWork(async () => {
      begun.resolve(undefined);
      await goOn.promise;
      return 'idle';
    });
    await begun.promise;
    for (let part = 0; part < 4; part += 1) {
      clock.advance(forMs / 2);
      await askedAgain('a');
    }
    expect(await views.leases.acquire(name, 'b', forMs)).toBeUndefined();
    goOn.resolve(undefined);
  });

  it('does no turn while another one has the lease, however often it is woken, and begins when it is free', async () => {
    const other = await views.leases.acquire(name, 'b', forMs);
    let turns = 0;
    const work = startedWork(() => {
      turns += 1;
      return Promise.resolve('idle');
    });
    for (let count = 0; count < 5; count += 1) {
      work.wake();
      await askedAgain('a');
    }
    expect(turns).toBe(0);
    if (other !== undefined) await views.leases.release(other);
    await until(() => turns > 0);
  });

  it('knows by its own clock whether another one can have the lease, also when the store does not answer', async () => {
    const work = startedWork(() => Promise.resolve('idle'));
    expect(work.isHolder).toBe(false);
    await askedAgain('a');
    expect(work.isHolder).toBe(true);
    const answer = Promise.withResolvers<undefined>();
    const acquire = leases.acquire.bind(leases);
    leases.acquire = (...given) => answer.promise.then(() => acquire(...given));
    await until(() => !work.isHolder);
    answer.resolve(undefined);
    await until(() => work.isHolder);
    expect(new LeasedWork(() => Promise.resolve('idle'), { pollMs: 1 }).isHolder).toBe(true);
  });

  it('tells that the lease could not be asked for, and asks again', async () => {
    const acquire = leases.acquire.bind(leases);
    let failures = 0;
    leases.acquire = (...given) => {
      failures += 1;
      return failures <= 2 ? Promise.reject(new Error('gone')) : acquire(...given);
    };
    const told: unknown[] = [];
    let turns = 0;
    startedWork(
      () => {
        turns += 1;
        return Promise.resolve('idle');
      },
      (error) => told.push(error),
    );
    await until(() => turns > 0);
    expect(told).toEqual([new Error('gone'), new Error('gone')]);
  });
});
