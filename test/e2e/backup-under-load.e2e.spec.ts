import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../chaos/server-process.js';
import { Api } from '../faults/api.js';
import { cli, temporaryFolder } from './cli.js';

const clients = 6;
const backups = 2;

const folder = temporaryFolder();
const original = join(folder, 'original');
const key = join(original, 'master.key');
let server: ServerProcess | undefined;

afterAll(async () => {
  await server?.kill();
});

interface Load {
  readonly goesOn: () => boolean;
  /** How many commands were answered. */
  answered: number;
}

/** Opens cases and writes to them until it is stopped. */
async function work(api: Api, client: number, load: Load): Promise<void> {
  for (let number = 0; load.goesOn(); number += 1) {
    const { body } = await api.register(`LOAD-${client}-${number}`);
    load.answered += 1;
    for (let note = 0; note < 3 && load.goesOn(); note += 1) {
      await api.note(String(body['caseId']), `note-${client}-${number}-${note}`);
      load.answered += 1;
    }
  }
}

/** Resolves when one command more was answered than clients had under way, so that it began and was recorded meanwhile. */
async function oneMore(load: Load): Promise<void> {
  const enough = load.answered + clients + 1;
  while (load.answered < enough) await sleep(5);
}

/** The answers of a data folder for a moment that both logs cover. */
async function answers(data: string, moment: string, head: number): Promise<unknown> {
  const ask = async <Value>(...args: readonly string[]) =>
    (await cli([...args, '--data', data, '--json'])).json<Value>();
  const at = ['--as-of', moment, '--clock', 'recorded'];
  const history = await ask<readonly { readonly position: string }[]>('history', 'LOAD-0-0');
  return {
    population: await ask('population', ...at),
    cases: await ask('cases', ...at),
    case: await ask('case', 'LOAD-0-0', ...at),
    history: history.filter(({ position }) => Number(position) <= head),
  };
}

/**
 * A moment up to which a log is complete: shortly before its last event, because further events may have the
 * same time.
 */
function momentIn(file: string): string {
  const db = new Database(file, { readonly: true });
  const last = db.prepare<[], number>('SELECT max(recorded_at) FROM event').pluck().get() as number;
  db.close();
  return new Date(last - 1).toISOString();
}

describe('backups that are made while commands run', () => {
  it('are each one moment of the log, and restored elsewhere give the answers of that moment', async () => {
    server = new ServerProcess({ data: original });
    const api = new Api(await server.ready);
    await api.register('LOAD-0-0');
    let isOver = false;
    const load: Load = { goesOn: () => !isOver, answered: 0 };
    const working = Promise.all(Array.from({ length: clients }, (_, client) => work(api, client, load)));
    const made = [];
    for (let number = 0; number < backups; number += 1) {
      await oneMore(load);
      const file = join(folder, `${number}.backup`);
      const run = await cli(['backup', file, '--data', original, '--json']);
      made.push({ file, events: Number(run.json<{ readonly events: string }>().events) });
    }
    isOver = true;
    await working;
    expect(await server.stop()).toBe(0);

    let before = 0;
    for (const { file, events } of made) {
      expect(events).toBeGreaterThan(before);
      before = events;
      const elsewhere = `${file}-restored`;
      const restored = await cli([
        'restore',
        file,
        '--data',
        elsewhere,
        '--key-file',
        key,
        '--keys',
        join(original, 'keys'),
      ]);
      expect(restored).toMatchObject({ code: 0 });
      const moment = momentIn(file);
      expect(await answers(elsewhere, moment, events)).toEqual(await answers(original, moment, events));
      const verified = await cli(['verify', '--data', elsewhere, '--json']);
      expect(verified.json()).toMatchObject({ ok: true, events });
    }
  }, 120_000);
});
