import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreReplacedError, ViewAheadError, ViewForeignError, viewsReached } from '@safeconduct/engine';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from './configuration.js';
import { openInstallation } from './installation.js';
import { openToRead } from './open.js';
import { startServer } from './server.js';
import { actorOf } from '../../../../workflows/officer-case/testing/actors.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installation-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const configuration = (port?: string) =>
  readConfiguration({ LOG_LEVEL: 'silent' }, { data: join(folder, 'data'), port });

const open = () => openInstallation(configuration(), { note: 'test' });

async function openCase(registrationNo: string): Promise<void> {
  const installation = await open();
  const outcome = await installation.engine.handle({
    target: { workflow: 'officer-case' },
    command: 'RegisterEntry',
    input: {
      registrationNo,
      nameArabic: 'ا',
      nameLatin: 'A',
      birthDate: '1980',
      serviceCategory: 'soldier',
      crossingPoint: 'AL_QAIM',
      crossedAt: '2024-12-07T06:00:00+03:00',
      language: 'ar',
    },
    actor: actorOf('intake-1'),
  });
  expect(outcome).toMatchObject({ accepted: true });
  await installation.catchUp();
  await installation.close();
}

describe('an installation', () => {
  it('that cannot be opened leaves nothing open behind', async () => {
    await openCase('R-1');
    cpSync(join(folder, 'data', 'master.key'), join(folder, 'right.key'));
    writeFileSync(join(folder, 'data', 'master.key'), Buffer.alloc(32, 7));
    await expect(open()).rejects.toThrow('not the master key');
    cpSync(join(folder, 'right.key'), join(folder, 'data', 'master.key'));
    await (await open()).close();
  });

  it('whose log was replaced by an older copy is refused before anything is recorded', async () => {
    await openCase('R-1');
    cpSync(join(folder, 'data', 'events.db'), join(folder, 'older.db'));
    await openCase('R-2');
    cpSync(join(folder, 'older.db'), join(folder, 'data', 'events.db'));
    await expect(open()).rejects.toThrow(StoreReplacedError);
    await expect(openToRead({ data: join(folder, 'data') })).rejects.toThrow(StoreReplacedError);
    rmSync(join(folder, 'data', 'streams.db'));
    await expect(open()).rejects.toThrow(ViewAheadError);
    await expect(openToRead({ data: join(folder, 'data') })).rejects.toThrow(ViewAheadError);
    // What may bring the lost events back comes first, and what removes their last witness at the end.
    await expect(open()).rejects.toThrow(
      /at position 2, the log ends at 1: .* may be lost; put the log back .*, or restore the newest backup .*; only .* remove views\.db/,
    );
    rmSync(join(folder, 'data', 'views.db'));
    const installation = await openToRead({ data: join(folder, 'data') });
    expect(await installation.events.head()).toBe(1n);
    await installation.close();
  });

  it('whose log was replaced by an older copy that has grown since is refused, and goes on without its views', async () => {
    const file = (name: string) => join(folder, 'data', name);
    await openCase('R-1');
    cpSync(file('events.db'), join(folder, 'older.db'));
    await openCase('R-2');
    cpSync(file('views.db'), join(folder, 'newer-views.db'));
    cpSync(join(folder, 'older.db'), file('events.db'));
    for (const derived of ['views.db', 'streams.db']) rmSync(file(derived));
    await openCase('R-3');
    cpSync(join(folder, 'newer-views.db'), file('views.db'));
    await expect(open()).rejects.toThrow(ViewForeignError);
    await expect(openToRead({ data: join(folder, 'data') })).rejects.toThrow('remove views.db');
    rmSync(file('views.db'));
    await (await open()).close();
  });
});

describe('a server', () => {
  it('that finds its port taken leaves the data folder to the next one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    await expect(startServer(configuration(String(port)), { demo: false })).rejects.toThrow(
      'choose another with --port',
    );
    other.close();
    await (await open()).close();
  });

  it('has every view from its first request on', async () => {
    await openCase('R-1');
    rmSync(join(folder, 'data', 'views.db'));
    const server = await startServer(configuration('0'), { demo: false });
    const { views, projections } = server.installation;
    const definitions = projections.projections.map(({ view }) => view);
    expect(await viewsReached(views, definitions)).toBe(1n);
    await server.close();
  });
});
