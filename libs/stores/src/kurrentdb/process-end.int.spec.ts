import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { KurrentdbDouble } from '../../../../test/doubles/kurrentdb/kurrentdb-double.js';
import { silentNode } from '../../../../test/doubles/kurrentdb/silent-node.js';

/** Runs the program to its end; it is killed, and this fails, if it does not end by itself. */
async function run(...args: readonly string[]): Promise<unknown> {
  const program = fileURLToPath(new URL('./testing/open-and-close.ts', import.meta.url));
  const command = ['--import', resolve('tools/typescript.mjs'), program, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { timeout: 45_000 });
  return JSON.parse(stdout);
}

describe('a process', () => {
  it('ends by itself once the store is closed', async () => {
    const double = await KurrentdbDouble.start({ version: '23.10.8' });
    expect(await run(double.url)).toEqual({ read: 1 });
    double.stop();
  });

  it('ends by itself when the server says nothing', async () => {
    const { url, stop } = await silentNode();
    expect(await run(url, '500')).toEqual({ code: 'STORE_UNAVAILABLE' });
    await stop();
  });

  it('ends by itself when the server is not there', async () => {
    const { url, stop } = await silentNode();
    await stop();
    expect(await run(url)).toEqual({ code: 'STORE_UNAVAILABLE' });
  });
});
