import { beforeAll, describe, expect, it } from '@jest/globals';
import { lockFolder } from '@safeconduct/stores';
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cliMain } from '../built-programs.js';
import { ServerProcess } from '../chaos/server-process.js';
import { Api } from '../faults/api.js';
import { cli, temporaryFolder } from './cli.js';

const persons = 250;
/** After everything that these tests record. */
const moment = '2100-01-01T00:00:00Z';

const folder = temporaryFolder();
const original = join(folder, 'original');

interface PourAnswer {
  readonly events: number;
  readonly copied: number;
  readonly alreadyThere: number;
  readonly digest: string;
  readonly completeUpTo: string;
}

const pourArguments = (from: string, to: string) => [
  'pour',
  '--from',
  `sqlite:${from}`,
  '--to',
  `sqlite:${to}`,
];

const pour = (from: string, to: string) => cli([...pourArguments(from, to), '--json']);

const poured = async (from: string, to: string): Promise<PourAnswer> => {
  const run = await pour(from, to);
  expect(run).toMatchObject({ code: 0 });
  return run.json<PourAnswer>();
};

/** How many events a data folder has, beside whoever writes it; 0 while there is no log yet. */
function eventsIn(data: string): number {
  const file = join(data, 'events.db');
  if (!existsSync(file)) return 0;
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
  } catch {
    return 0;
  } finally {
    db.close();
  }
}

/** The answers of a data folder, from log and views. */
async function answers(data: string, reference: string): Promise<Readonly<Record<string, unknown>>> {
  const ask = async (...args: readonly string[]) =>
    (await cli([...args, '--data', data, '--json'])).json<Readonly<Record<string, unknown>>>();
  const { asOf: _, ...population } = await ask('population');
  return {
    population,
    verify: await ask('verify'),
    known: await ask('population', '--as-of', moment, '--clock', 'recorded'),
    cases: await ask('cases'),
    history: await ask('history', reference),
  };
}

beforeAll(async () => {
  const caseload = join(folder, 'caseload');
  await cli(['demo', 'generate', '--persons', String(persons), '--seed', '3', '--out', caseload]);
  expect(await cli(['import', 'officer-case', caseload, '--data', original])).toMatchObject({ code: 0 });
}, 120_000);

describe('a log that is poured into another data folder', () => {
  it('gives the same answers there, and has a name of its own', async () => {
    const target = join(folder, 'target');
    const run = await cli(pourArguments(original, target));
    expect(run).toMatchObject({ code: 0 });
    const [events, key] = [eventsIn(original), join(target, 'master.key')];
    const [first, second, source = '', last = ''] = run.stdout.split('\n');
    expect(first).toBe(`${events} events in ${target}: ${events} copied, 0 already there`);
    expect(second).toBe(`complete up to position ${events} of ${original}`);
    expect(source).toMatch(/^digest of the source [0-9a-f]{64}$/);
    expect(last).toBe(`digest of the target ${digestOfRows(target)}`);
    expect(last).toBe(source.replace('source', 'target'));
    expect(run.stderr).toContain(`the master key was copied to ${key}`);
    expect(readFileSync(key).equals(readFileSync(join(original, 'master.key')))).toBe(true);
    const same = await answers(original, 'QAIM-2024-00001');
    expect(same).toMatchObject({ verify: { events, cases: persons, ok: true } });
    expect(await answers(target, 'QAIM-2024-00001')).toEqual(same);
    expect(textIn(target, 'keyCheck')).toBe(textIn(original, 'keyCheck'));
    expect(textIn(target, 'logId')).not.toBe(textIn(original, 'logId'));
  }, 120_000);

  it('while a server writes it has everything up to the position that is told, and the rest later', async () => {
    const [live, target] = [join(folder, 'live'), join(folder, 'of-live')];
    const server = new ServerProcess({ data: live });
    try {
      const api = new Api(await server.ready);
      await api.register('LIVE-0');
      const load = { goesOn: true };
      const working = (async () => {
        for (let number = 1; load.goesOn; number += 1) await api.register(`LIVE-${number}`);
      })();
      const first = await poured(live, target);
      load.goesOn = false;
      await working;
      expect(String(first.events)).toBe(first.completeUpTo);
      expect(first).toMatchObject({ copied: first.events, alreadyThere: 0 });
      const rest = await poured(live, target);
      expect(rest).toMatchObject({ alreadyThere: first.events, events: eventsIn(live) });
      expect(rest.copied).toBe(rest.events - first.events);
    } finally {
      await server.stop();
    }
    expect(await poured(live, target)).toMatchObject({ copied: 0, events: eventsIn(live) });
    expect(await answers(target, 'LIVE-0')).toEqual(await answers(live, 'LIVE-0'));
  }, 120_000);

  it('and killed in the middle ends as one that ran through, once it is poured again', async () => {
    const target = join(folder, 'killed');
    const total = eventsIn(original);
    for (const share of [0.001, 0.2, 0.6]) {
      const at = await killedPour(target, share * total);
      expect(at).toBeGreaterThanOrEqual(share * total);
      expect(at).toBeLessThan(total);
    }
    const there = eventsIn(target);
    const last = await poured(original, target);
    expect(last).toMatchObject({ events: total, alreadyThere: there, copied: total - there });
    expect(last.digest).toBe((await poured(original, join(folder, 'whole'))).digest);
    expect((await cli(['verify', '--data', target, '--json'])).json()).toMatchObject({
      ok: true,
      events: total,
    });
  }, 120_000);

  /** Kills a pour without warning once its target has so many events. @returns how many it has then */
  async function killedPour(target: string, events: number): Promise<number> {
    const child = spawn(process.execPath, [cliMain, ...pourArguments(original, target)], { stdio: 'ignore' });
    const ended = new Promise((done) => child.once('close', done));
    while (eventsIn(target) < events && child.exitCode === null) await sleep(1);
    child.kill('SIGKILL');
    await ended;
    return eventsIn(target);
  }
});

describe('a target that does not fit', () => {
  const refused = async (run: ReturnType<typeof cli>, { code, says }: { code: number; says: string }) => {
    const { code: found, stdout, stderr } = await run;
    expect({ found, stdout, stderr }).toEqual({
      found: code,
      stdout: '',
      stderr: expect.stringContaining(says),
    });
  };

  const pourInto = (target: string) => cli(pourArguments(original, target));

  it('is refused when its log is another one, and stays as it was', async () => {
    const data = join(folder, 'other-log');
    mkdirSync(data);
    copyFileSync(join(original, 'master.key'), join(data, 'master.key'));
    cpSync(join(original, 'keys'), join(data, 'keys'), { recursive: true });
    await register(data, 'OTHER-1');
    await refused(pourInto(data), {
      code: 1,
      says: 'the event at position 1 of the target is not the one at position 1 of the source',
    });
    expect(eventsIn(data)).toBe(1);
  });

  it('is refused when its key store is that of another log, under the same master key', async () => {
    const data = join(folder, 'other-keys');
    mkdirSync(data);
    copyFileSync(join(original, 'master.key'), join(data, 'master.key'));
    await register(data, 'OTHER-3');
    await refused(pourInto(data), { code: 1, says: 'keys.db is the key store of another log' });
    expect(eventsIn(data)).toBe(1);
  });

  it('is refused when its key is another one', async () => {
    const data = join(folder, 'other-key');
    await register(data, 'OTHER-2');
    await refused(pourInto(data), { code: 1, says: `${data} has another master key than ${original}` });
    expect(eventsIn(data)).toBe(1);
  });

  it('is refused when it is the source, also under another name', async () => {
    const link = join(folder, 'link');
    symlinkSync(original, link);
    for (const target of [original, `${original}/.`, link])
      await refused(pourInto(target), { code: 2, says: '--from and --to are the same log' });
  });

  it('is refused while another process writes to it', async () => {
    const data = join(folder, 'in-use');
    mkdirSync(data);
    const lock = lockFolder(data, { note: 'a test' });
    await refused(pourInto(data), { code: 1, says: `${data} is in use by a test` });
    lock.release();
  });

  it('is refused when it is gone with the command, or is no store, without repeating what was typed', async () => {
    const into = (text: string) => cli(['pour', '--from', `sqlite:${original}`, '--to', text]);
    await refused(into('memory:'), { code: 2, says: '--to: data in memory are gone with this command' });
    await refused(into('nowhere://me:secret@host'), {
      code: 2,
      says: '--to: SAFECONDUCT_EVENTS does not fit',
    });
    expect((await into('nowhere://me:secret@host')).stderr).not.toContain('secret');
  });

  it('is not made when there is no source', async () => {
    const target = join(folder, 'of-nothing');
    const nothing = cli(pourArguments(join(folder, 'nothing'), target));
    await refused(nothing, { code: 1, says: 'holds no data yet' });
    expect(existsSync(target)).toBe(false);
  });

  it('says in one document of JSON why it is refused', async () => {
    const data = join(folder, 'json-key');
    mkdirSync(data);
    writeFileSync(join(data, 'master.key'), Buffer.alloc(32, 7), { mode: 0o600 });
    const run = await pour(original, data);
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ code: 'COPY_REFUSED' });
  });
});

/** The digest as `docs/how-to/move-a-log.md` describes it, of the rows of a data folder. */
function digestOfRows(data: string): string {
  const db = new Database(join(data, 'events.db'), { readonly: true });
  const rows = db
    .prepare<[], readonly [string, string, string, string, number, number, number, string, string]>(
      `SELECT stream, CAST(revision AS TEXT), lower(hex(event_id)), type, schema_version, recorded_at,
              occurred_at, metadata, data FROM event ORDER BY position`,
    )
    .raw()
    .all();
  db.close();
  const iso = (ms: number) => new Date(ms).toISOString();
  let digest = '0'.repeat(64);
  for (const [stream, revision, id, type, version, recorded, occurred, metadata, text] of rows) {
    const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const names = JSON.parse(metadata) as Readonly<Record<string, string>>;
    const sorted = Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)));
    const event = [stream, revision, uuid, type, version, iso(recorded), iso(occurred), sorted, text];
    digest = createHash('sha256').update(digest).update(JSON.stringify(event)).digest('hex');
  }
  return digest;
}

/** A text that is kept beside the log of a data folder. */
function textIn(data: string, name: string): string | undefined {
  const db = new Database(join(data, 'events.db'), { readonly: true });
  const text = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name);
  db.close();
  return text;
}

async function register(data: string, registrationNo: string): Promise<void> {
  const server = new ServerProcess({ data });
  try {
    expect(await new Api(await server.ready).register(registrationNo)).toMatchObject({ status: 201 });
  } finally {
    await server.stop();
  }
}
