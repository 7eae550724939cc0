import { describe, expect, it } from '@jest/globals';
import { cli } from '../e2e/cli.js';
import { builtIn, readerFromSources } from './checkout-copy.js';
import { describePage } from './page.js';

const reader = readerFromSources(['template.spec.ts'], 'workflows/family-visit');
describePage('docs/how-to/write-a-workflow.md', reader);

describe('the checkout that the page ends with', () => {
  it('builds, and what was built reads the log of the page', async () => {
    const { stdout, code } = await cli(['cases', '--workflow', 'family-visit'], {
      cwd: reader.folder,
      env: { SAFECONDUCT_EVENTS: 'sqlite:./data/how-to' },
      commandLine: builtIn(reader.folder),
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining('V-4        Dilan  open')]);
  }, 120_000);
});
