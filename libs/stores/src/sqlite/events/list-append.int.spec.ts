import { describe, expect, it } from '@jest/globals';
import { checkHistories, fixedClock, verifiedStreams, type Observation } from '@safeconduct/engine/testing';
import { join } from 'node:path';
import { Child } from '../testing/child-process.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openSqliteEvents } from './sqlite-events.js';

const kills = 8;
const callers = 6;
const clock = fixedClock('2030-01-01T00:00:00.000Z');

describe('histories of writers and readers whose process is killed', () => {
  it('are those of lists that are appended to one after the other, over all its lives', async () => {
    const folder = join(temporaryFolder(), 'lists');
    const observations: Observation[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = new Child<Observation>('./list-append-forever.ts', [folder, String(callers)]);
      await child.until((lines) => lines.length >= 60 + kill * 13);
      await child.kill();
      observations.push(...child.lines);
    }
    const settled = lastOfEach(observations);
    expect(settled.some((one) => one.kind === 'append' && one.accepted === 'unknown')).toBe(true);
    expect(settled.some((one) => one.kind === 'append' && one.accepted === false)).toBe(true);
    expect(checkHistories(settled, await listsIn(folder))).toEqual([]);
  }, 60_000);
});

/** An answered append has two lines; the later line has its outcome. */
function lastOfEach(observations: readonly Observation[]): readonly Observation[] {
  const byKey = new Map<unknown, Observation>();
  for (const one of observations) byKey.set(one.kind === 'append' ? one.eventId : one, one);
  return [...byKey.values()];
}

async function listsIn(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const store = openSqliteEvents({ folder, clock, mode: 'read' });
  const log = await verifiedStreams(store);
  await store.close();
  const lists = new Map<string, string[]>();
  for (const { stream, eventId } of log) lists.set(stream, [...(lists.get(stream) ?? []), eventId]);
  return lists;
}
