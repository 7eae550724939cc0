/**
 * Replaces a module, so it loads its own.
 * @jest-environment <rootDir>/tools/jest/isolated-environment.mjs
 */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { defineWorkflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { template } from '../../../../workflows/_template/index.js';

const { source } = template;
const { NoteAdded: _, ...events } = source.texts.en.events ?? {};
const unfinished = defineWorkflow({
  ...source,
  texts: { ...source.texts, en: { ...source.texts.en, events } },
} as never);
const other = defineWorkflow({ ...source, name: 'other' } as never);

/** What is registered; a release that lacks a text comes over data that were begun before it. */
const registered = [template, other];
jest.unstable_mockModule('@safeconduct/workflows', () => ({ workflows: registered }));
const { openInstallation } = await import('./installation.js');
const { readConfiguration } = await import('./configuration.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'construction-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Opened = Awaited<ReturnType<typeof openInstallation>>;

async function inData<Result>(tried: string, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const given = { SAFECONDUCT_UNDER_CONSTRUCTION: tried };
  const opened = await openInstallation(readConfiguration(given, { data: join(folder, 'data') }), {
    note: 'test',
  });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

const sending =
  (workflow: string, requestNo: string, note?: string) =>
  ({ engine }: Pick<Opened, 'engine'>) =>
    engine.handle({
      target: { workflow, naturalKey: requestNo },
      command: note === undefined ? 'OpenRequest' : 'AddNote',
      input: note === undefined ? { requestNo, name: 'A', nameArabic: 'ا' } : { note },
      actor: namedActor('clerk-1'),
    });

describe('a workflow with a text that is missing', () => {
  beforeEach(() => {
    registered.splice(0, 2, unfinished, other);
  });

  it('opens no case in data that may be real, says which text is missing and what to do; the others go on', async () => {
    await inData('', async (opened) => {
      await expect(sending('template', 'R-1')(opened)).rejects.toThrow(
        'workflow template is under construction: template/messages/en.json: text events.NoteAdded is missing; write it; ' +
          'or try it in data of its own: SAFECONDUCT_UNDER_CONSTRUCTION=template and a new --data folder',
      );
      await expect(sending('template', 'R-1')({ engine: opened.dryRun() as never })).rejects.toThrow(
        'under construction',
      );
      expect(await sending('other', 'R-1')(opened)).toMatchObject({ accepted: true });
    });
  });

  it('goes on with the cases that it has', async () => {
    registered.splice(0, 1, template);
    await inData('', sending('template', 'R-1'));
    registered.splice(0, 1, unfinished);
    expect(await inData('', sending('template', 'R-1', 'asked'))).toMatchObject({ accepted: true });
  });

  it('is tried in new data that are named so, which stay marked', async () => {
    expect(await inData('template', sending('template', 'R-1'))).toMatchObject({ accepted: true });
    expect(await inData('', ({ construction }) => Promise.resolve(construction.isTrial))).toBe(true);
    expect(await inData('', sending('template', 'R-2'))).toMatchObject({ accepted: true });
  });

  it('is never tried in data that were begun without that', async () => {
    await inData('', sending('other', 'R-1'));
    await expect(inData('template', sending('template', 'R-1'))).rejects.toThrow(
      'these data were not begun to try workflows in',
    );
    await expect(inData('', sending('template', 'R-1'))).rejects.toThrow('under construction');
  });

  it('is refused under a name that no workflow has', async () => {
    await expect(inData('tempalte', sending('template', 'R-1'))).rejects.toThrow(
      'no workflow is called tempalte; registered: template, other',
    );
  });
});
