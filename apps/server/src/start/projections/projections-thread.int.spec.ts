import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { positionOf, standardProjections, waitForViews } from '@safeconduct/engine';
import { openSqliteViews, type SqliteViews } from '@safeconduct/stores';
import { existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfiguration } from '../configuration.js';
import { openInstallation } from '../installation.js';
import { ProjectionsThread } from './projections-thread.js';
import { actorOf } from '../../../../../workflows/officer-case/testing/actors.js';

const definitions = standardProjections.map(({ view }) => view);
let folder: string;
let thread: ProjectionsThread | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projections-'));
  const installation = await openInstallation(readConfiguration({}, { data: folder }), { note: 'test' });
  await installation.engine.handle({
    target: { workflow: 'officer-case' },
    command: 'RegisterEntry',
    actor: actorOf('intake-1'),
    input: {
      registrationNo: 'QAIM-2024-00001',
      nameArabic: 'سامر الحسن',
      nameLatin: 'Samir al-Hasan',
      birthDate: '1988',
      serviceCategory: 'officer',
      crossingPoint: 'AL_QAIM',
      crossedAt: '2024-12-07T06:03:39+03:00',
      language: 'ar',
    },
  });
  await installation.close();
});

afterEach(async () => {
  await thread?.stop();
  thread = undefined;
  rmSync(folder, { recursive: true });
});

async function reached(views: SqliteViews): Promise<void> {
  await waitForViews(views, definitions, { atLeast: positionOf(1), timeoutMs: 30_000 });
}

describe('the thread of the views', () => {
  it('fills them up to the end of the log', async () => {
    thread = new ProjectionsThread({ stores: { events: `sqlite:${folder}` } }, { error: () => {} });
    const views = openSqliteViews({ folder, mode: 'read' });
    await reached(views);
    const { cases: rows } = await views.queries.listCases({ filter: {}, limit: 10 });
    await views.close();
    expect(rows.map(({ reference }) => reference)).toEqual(['QAIM-2024-00001']);
  });

  it('that dies says why and is started again', async () => {
    rmSync(join(folder, 'views.db'), { force: true });
    mkdirSync(join(folder, 'views.db'));
    const told: unknown[] = [];
    thread = new ProjectionsThread(
      { stores: { events: `sqlite:${folder}` } },
      { error: (line: unknown) => told.push(line) },
      10,
    );
    while (told.length === 0) await sleep(10);
    expect(told[0]).toMatchObject({ err: { message: expect.any(String) } });
    rmdirSync(join(folder, 'views.db'));
    const views = openSqliteViews({ folder, mode: 'read' });
    await reached(views);
    await views.close();
  });

  it('makes them again when a reader has marked them as damaged', async () => {
    thread = new ProjectionsThread({ stores: { events: `sqlite:${folder}` } }, { error: () => {} }, 10);
    const views = openSqliteViews({ folder, mode: 'read' });
    await reached(views);
    const mark = join(folder, 'views.db.damaged');
    writeFileSync(mark, '');
    expect(await views.generations()).toEqual([]);
    await reached(views);
    expect(existsSync(mark)).toBe(false);
    await views.close();
  });

  it('ends when it is stopped before it has begun', async () => {
    const begun = new ProjectionsThread({ stores: { events: `sqlite:${folder}` } }, { error: () => {} });
    await expect(begun.stop()).resolves.toBeUndefined();
  });
});
