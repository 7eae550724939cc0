/**
 * Replaces a module, so it loads its own.
 * @jest-environment <rootDir>/tools/jest/isolated-environment.mjs
 */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { template } from '../../../../workflows/_template/index.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unsound-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('a workflow that is not sound is refused before there is anything to record it in', async () => {
  const { source } = template;
  const unsound = { ...template, source: { ...source, roles: ['clerk', 'system'] } };
  jest.unstable_mockModule('@safeconduct/workflows', () => ({ workflows: [unsound] }));
  const { openInstallation } = await import('./installation.js');
  const { readConfiguration } = await import('./configuration.js');
  const data = join(folder, 'data');
  await expect(openInstallation(readConfiguration({}, { data }), { note: 'test' })).rejects.toThrow(
    /workflow template is not sound[^]*role 'head'/,
  );
  expect(existsSync(data)).toBe(false);
});
