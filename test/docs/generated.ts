import { expect } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * A file that is made from the code is what the code makes now. `WRITE_GENERATED=1 npm run jest test/docs` makes all of
 * them anew.
 */
export async function expectInStep(file: string, content: string): Promise<void> {
  const made = file.endsWith('.md')
    ? content
    : await format(content, { ...(await resolveConfig(file)), filepath: file });
  if (process.env['WRITE_GENERATED'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${file} is missing`).toBe(made);
}
