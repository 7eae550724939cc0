/**
 * Replaces a module, so it loads its own.
 * @jest-environment <rootDir>/tools/jest/isolated-environment.mjs
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { viewNamed, type AnyViewSource } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandLine } from '../../console/output.js';
import type { RunView, ViewOptions } from './view.js';

let folder: string;
let line: CommandLine;
let runView: RunView;
let said: { out: string; err: string };

const source = luggage.views.get('traced')?.source as AnyViewSource;
const rows = {
  BagTraced: () => {
    throw new Error('no such place');
  },
};
/** With one more view, whose function fails. */
const workflow = {
  ...luggage,
  views: new Map([
    ...luggage.views,
    ['broken', viewNamed('luggage', 'broken', { ...source, rows })] as const,
  ]),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'view-'));
  line = { data: folder, language: 'en' };
  jest.unstable_mockModule('@safeconduct/workflows', () => ({ workflows: [workflow] }));
  const { openInstallation } = await import('../../start/installation.js');
  const { readConfiguration } = await import('../../start/configuration.js');
  ({ runView } = await import('./view.js'));
  const opened = await openInstallation(readConfiguration({}, { data: folder }), { note: 'test' });
  for (let claim = 1; claim <= 3; claim += 1) {
    const target = { workflow: 'luggage', naturalKey: `L-${claim}` };
    const sent = { target, actor: namedActor('clerk-1'), occurredAt: `2025-01-0${claim}T09:00:00+03:00` };
    const input = { claimNo: `L-${claim}`, owner: 'A', ownerArabic: 'ا', bags: claim, channel: 'post' };
    await opened.engine.handle({ ...sent, command: 'FileClaim', input });
    if (claim > 1)
      await opened.engine.handle({ ...sent, command: 'TraceBag', input: { place: `P-${claim}` } });
  }
  await opened.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  said = { out: '', err: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
});

const run = (
  view: string | undefined,
  options: Partial<ViewOptions> = {},
  given: Partial<CommandLine> = {},
) => runView({ ...line, ...given }, { workflow: 'luggage', view }, { where: [], ...options });

describe('the command view', () => {
  it('shows values as people read them, and says how many rows there are', async () => {
    expect(await run('claims', { sort: '-bags', limit: '2' })).toBe(0);
    expect(said.out).toBe(
      'claim number  channel  bags  filed (UTC)       last bag traced on  answer is late\n' +
        'L-3           by post     3  2025-01-03 06:00  2025-01-03          no\n' +
        'L-2           by post     2  2025-01-02 06:00  2025-01-02          no\n',
    );
    expect(said.err).toContain('2 rows; more with --limit\n');
  });

  it('has heads and values in Arabic', async () => {
    await run('claims', { case: 'L-1' }, { language: 'ar' });
    for (const text of ['رقم المطالبة', 'تاريخ التقديم', 'بالبريد', 'لا']) expect(said.out).toContain(text);
  });

  it('is for programs one list of rows, narrowed as over HTTP', async () => {
    await run('claims', { where: ['bags.from=2', 'tracedLast=2025-01-02'] }, { json: true });
    expect(JSON.parse(said.out)).toEqual([
      {
        caseId: expect.any(String),
        reference: 'L-2',
        ...{ channel: 'post', bags: 2, filedAt: '2025-01-02T06:00:00.000Z' },
        ...{ tracedLast: '2025-01-02', isLate: false },
      },
    ]);
  });

  it('lists the views of a workflow', async () => {
    await run(undefined);
    expect(said.out).toMatch(/^name +title\nclaims +open claims\ntraced +bags that were found\n/);
  });

  it.each<[string, Partial<ViewOptions>, string]>([
    ['lost', {}, 'workflow luggage has no view lost; it has claims, traced, broken'],
    ['clams', {}, 'did you mean claims?'],
    ['claims', { where: ['bags'] }, '--where bags is no condition; write column=value'],
    ['claims', { where: ['bags=two'] }, '--where bags=two: must be a whole number'],
    ['claims', { where: ['isLate.from=true'] }, '--where isLate.from=true: write isLate=…'],
    ['claims', { where: ['bags.form=2'] }, '--where bags.form=2: write bags.from or bags.to'],
    ['claims', { where: ['bgas=2'] }, 'no column is called bgas; did you mean bags?'],
    ['claims', { sort: 'owner' }, 'no column is called owner; there are channel, bags,'],
    ['claims', { limit: '0' }, '--limit must be a whole number from 1'],
  ])('refuses %s with %j, and says what was meant', async (view, options, says) => {
    const failed = await run(view, options).then(
      () => undefined,
      (error: unknown) => error as Error & { readonly code: string },
    );
    expect(failed?.message).toContain(says);
    expect(['USAGE', 'UNKNOWN_NAME']).toContain(failed?.code);
  });

  it('says what is wrong with a view whose function fails, and that it is behind', async () => {
    await expect(run('broken')).rejects.toThrow('views have reached position 0');
    expect(said.err).toContain('view broken: rows.BagTraced failed (no such place); correct it\n');
  });
});
