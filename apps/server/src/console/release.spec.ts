import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { release } from './release.js';

it('the release that programs tell is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(release).toBe(version);
});
