/**
 * Replaces a module, so it loads its own.
 * @jest-environment <rootDir>/tools/jest/isolated-environment.mjs
 */
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { template } from '../../workflows/_template/index.js';
import { temporaryFolder } from './cli.js';
import { sibling } from './http/sibling-workflow.js';

jest.unstable_mockModule('@safeconduct/workflows', () => ({ workflows: [template, sibling] }));
const { runAdvance } = await import('../../apps/server/src/cli/commands/advance.js');
const { runCase } = await import('../../apps/server/src/cli/commands/case.js');
const { runVerify } = await import('../../apps/server/src/cli/commands/verify.js');

const data = join(temporaryFolder(), 'data');
const line = { data, language: 'en', json: true } as const;
const input = JSON.stringify({ requestNo: 'R-1', name: 'Nur', nameArabic: 'نور' });
const open = (command: string, options: object = {}) =>
  runAdvance(line, { reference: 'new', command, as: 'clerk-1', input, ...options });
const note = (options: object) =>
  runAdvance(line, {
    ...{ reference: 'R-1', command: 'AddNote', as: 'clerk-1' },
    ...{ input: '{"note": "asked"}', ...options },
  });
const which = /say which one with --workflow template or --workflow sibling$/;

let written = '';
jest.spyOn(process.stderr, 'write').mockReturnValue(true);
jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
  written += String(text);
  return true;
});
afterEach(() => {
  written = '';
});

describe('the command line with two workflows whose commands have the same names', () => {
  beforeAll(async () => {
    await expect(open('OpenRequest')).rejects.toThrow(which);
    expect(existsSync(data)).toBe(false);
    for (const workflow of ['template', 'sibling']) expect(await open('OpenRequest', { workflow })).toBe(0);
  });

  it('asks of which workflow a case is opened', async () => {
    await expect(open('OpenRequest')).rejects.toThrow(which);
    await expect(open('OpenRequst')).rejects.toThrow(
      'no workflow opens a case with OpenRequst; did you mean OpenRequest?; cases are opened with ' +
        'OpenRequest (--workflow template), OpenRequest (--workflow sibling)',
    );
  });

  it('asks which case is meant, and takes the one of the workflow that is named', async () => {
    await expect(note({})).rejects.toThrow(which);
    await expect(runCase(line, 'R-1', {})).rejects.toThrow(which);
    await expect(runVerify(line, { case: 'R-1' })).rejects.toThrow(which);
    expect(await note({ workflow: 'sibling' })).toBe(0);
    const { caseId } = await shown({ workflow: 'sibling' });
    expect(await shown({ workflow: 'sibling' })).toMatchObject({ workflow: 'sibling', revision: '1' });
    expect(await shown({ workflow: 'template' })).toMatchObject({ workflow: 'template', revision: '0' });
    expect(await shown({}, caseId)).toMatchObject({ workflow: 'sibling' });
    expect(await runCase(line, caseId, { workflow: 'template' })).toBe(1);
    expect(await runVerify(line, { case: 'R-1', workflow: 'sibling' })).toBe(0);
  });
});

async function shown(options: Readonly<Record<string, string>>, reference = 'R-1') {
  written = '';
  await runCase(line, reference, options);
  return JSON.parse(written) as { readonly caseId: string };
}
