import { beforeAll, describe, expect, it } from '@jest/globals';
import { createEngine, type SentCommand } from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents } from '@safeconduct/stores';
import { checkWorkflow, type Workflow } from '@safeconduct/workflow';
import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../e2e/cli.js';
import { filesIn } from './examples.js';

const files = filesIn('README.md');

/** The files of the page as it shows them, in a folder that has the packages and the libraries of this checkout. */
function writtenFolder(): string {
  const folder = temporaryFolder();
  for (const { path, body } of files) writeFileSync(join(folder, path), body);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  const compiler = {
    extends: resolve('tsconfig.base.json'),
    compilerOptions: { noEmit: true },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(compiler));
  return folder;
}

function engineOf(workflow: Workflow) {
  const clock = fixedClock('2025-01-20T09:00:00.000Z');
  const events = openMemoryEvents({ clock });
  return createEngine({ events, keys: fixedKeyRing(), clock, ids: countingIds() }, [workflow]);
}

describe('the workflow that README.md shows', () => {
  const folder = writtenFolder();
  let visit: Workflow;

  beforeAll(async () => {
    const loaded: unknown = await import(pathToFileURL(join(folder, 'visit.ts')).href);
    visit = (loaded as { readonly visit: Workflow }).visit;
  });

  it('is on the page', () => {
    expect(files.map(({ path }) => path)).toEqual(['visit.ts', 'texts.ts']);
  });

  it('compiles as it stands there', () => {
    const tsc = spawnSync(
      process.execPath,
      [resolve('node_modules/typescript-native/bin/tsc'), '--project', folder],
      {
        encoding: 'utf8',
      },
    );
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });

  it('is sound', () => {
    expect(checkWorkflow(visit)).toEqual([]);
  });

  it('opens a case, refuses to grant it without a second person, and grants it with one', async () => {
    const { handle, queries } = engineOf(visit);
    const clerk = { id: 'clerk-1', roles: ['clerk'] };
    const grant = (confirmation?: SentCommand['confirmation']) =>
      handle({
        target: { workflow: 'visit', naturalKey: 'V-1' },
        command: 'GrantVisit',
        input: { visitOn: '2025-02-01' },
        actor: clerk,
        confirmation,
      });

    const opened = await handle({
      target: { workflow: 'visit' },
      command: 'RequestVisit',
      input: { requestNo: 'V-1' },
      actor: clerk,
    });
    expect(opened).toMatchObject({ accepted: true, reference: 'V-1', state: 'open' });

    expect(await grant()).toMatchObject({
      accepted: false,
      refusal: { code: 'SECOND_PERSON_REQUIRED', requiredRoles: ['head'] },
    });
    const head = { by: { id: 'head-1', roles: ['head'] } };
    expect(await grant(head)).toMatchObject({ accepted: true, state: 'granted' });

    const caseId = (opened as { readonly caseId: string }).caseId;
    const history = await queries.history(testReader, { caseId });
    expect(history.map(({ fact }) => fact.type)).toEqual(['VisitRequested', 'VisitGranted']);
  });
});
