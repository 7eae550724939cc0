import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

// They share modules with the tests, and some modules of the tests can be loaded only by Jest.
describe.each(['chaos', 'soak', 'bench'])('npm run %s', (name) => {
  it('starts outside Jest, and says which option it does not know', () => {
    const line = [resolve('tools/run.mjs'), name, '--no-such-option'];
    const { status, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
    expect(stderr).toContain("'--no-such-option'");
    expect(status).toBe(2);
  });
});
