import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readerFromSources } from './checkout-copy.js';
import { describePage, makeFilesOf } from './page.js';

const reader = readerFromSources(['template.spec.ts']);
// It goes on where the other page ends.
makeFilesOf('docs/how-to/write-a-workflow.md', reader);
describePage('docs/how-to/add-a-view-to-a-workflow.md', reader);

describe('the workflow that the page ends with', () => {
  it('compiles, view and test', () => {
    const { folder } = reader;
    const project = {
      extends: './tsconfig.base.json',
      include: ['workflows/family-visit/index.ts', 'workflows/family-visit/views.spec.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    const tsc = ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'tsconfig.json'];
    const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  });
});
