import { describe, expect, it } from '@jest/globals';
import { readerFromSources, typeErrorsIn } from './checkout-copy.js';
import { describePage, makeFilesOf } from './page.js';

const reader = readerFromSources(['template.spec.ts']);
// It goes on where the other page ends.
await makeFilesOf('docs/how-to/write-a-workflow.md', reader);
describePage('docs/how-to/add-a-view-to-a-workflow.md', reader);

describe('the workflow that the page ends with', () => {
  it('compiles, view and test', () => {
    const files = ['workflows/family-visit/index.ts', 'workflows/family-visit/views.spec.ts'];
    expect(typeErrorsIn(reader.folder, files)).toBe('');
  });
});
