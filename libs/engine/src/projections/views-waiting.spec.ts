import { describe, expect, it } from '@jest/globals';
import { ViewBehindError } from '../errors.js';
import { positionOf } from '../ports/position.js';
import type { Generation, ViewStore } from '../ports/view-store.js';
import { ViewsWaiting } from './views-waiting.js';

const readers = 300;
const definition = { name: 'cases', version: 1, tables: [] };

/** Views that stand at a position which the test sets, and count how often they are asked. */
function standing() {
  const state = { at: 0, asked: 0, failed: undefined as Error | undefined };
  const generations = (): Promise<readonly Generation[]> => {
    state.asked += 1;
    if (state.failed !== undefined) return Promise.reject(state.failed);
    const live = { view: 'cases', version: 1, live: true, checkpoint: positionOf(state.at) };
    return Promise.resolve([live as Generation]);
  };
  return { state, views: { generations } as ViewStore };
}

/** Pauses of the test: each look is let go by hand. */
function steps() {
  let goOn = () => {};
  const wait = () => new Promise<void>((resolve) => (goOn = resolve));
  const look = async () => {
    goOn();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { wait, look };
}

describe('readers who wait for the views', () => {
  it('look once each and then together, however many they are', async () => {
    const { state, views } = standing();
    const { wait, look } = steps();
    const waiting = new ViewsWaiting(views, [definition], wait);
    let there = 0;
    const all = Array.from({ length: readers }, async (_, index) => {
      await waiting.waitFor({ atLeast: positionOf(1 + (index % 2)), timeoutMs: 1000 });
      there += 1;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([state.asked, there]).toEqual([readers, 0]);
    for (let times = 0; times < 10; times += 1) await look();
    expect([state.asked, there]).toEqual([readers + 10, 0]);
    state.at = 1;
    await look();
    expect([state.asked, there]).toEqual([readers + 11, readers / 2]);
    state.at = 2;
    await look();
    await Promise.all(all);
    expect([state.asked, there]).toEqual([readers + 12, readers]);
  });

  it('are each told when their time is over, and the others go on', async () => {
    const { state, views } = standing();
    const { wait, look } = steps();
    const waiting = new ViewsWaiting(views, [definition], wait);
    const [short, long] = [10, 100].map((timeoutMs) =>
      waiting.waitFor({ atLeast: positionOf(1), timeoutMs }),
    );
    const ended = expect(short).rejects.toBeInstanceOf(ViewBehindError);
    await new Promise((resolve) => setImmediate(resolve));
    await look();
    await look();
    await ended;
    state.at = 1;
    await look();
    await expect(long).resolves.toBeUndefined();
  });

  it('are all told when the views cannot be read, and the next ones wait again', async () => {
    const { state, views } = standing();
    const { wait, look } = steps();
    const waiting = new ViewsWaiting(views, [definition], wait);
    const asked = { atLeast: positionOf(1), timeoutMs: 100 };
    const ended = expect(waiting.waitFor(asked)).rejects.toThrow('away');
    await new Promise((resolve) => setImmediate(resolve));
    state.failed = new Error('away');
    await look();
    await ended;
    state.failed = undefined;
    const next = waiting.waitFor(asked);
    await new Promise((resolve) => setImmediate(resolve));
    state.at = 1;
    await look();
    await expect(next).resolves.toBeUndefined();
  });
});
