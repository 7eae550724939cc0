import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { threadsIn } from '../../tools/threads-in.mjs';
import { plantedTree, type PlantedTree } from './planted-tree.js';

const starting = (path: string) => `new Worker(new URL('${path}', import.meta.url), {});`;
let tree: PlantedTree;

beforeEach(() => {
  tree = plantedTree();
});
afterEach(() => {
  tree.remove();
});

describe('threads of the bundle', () => {
  it('are those that are started, each from a file beside it', () => {
    tree.plant({
      'libs/stores/a.ts': starting('./writer.js'),
      'apps/server/b.ts': starting('./fill-views.js'),
    });
    expect(threadsIn(tree.folder)).toEqual({
      writer: join(tree.folder, 'libs/stores/writer.ts'),
      'fill-views': join(tree.folder, 'apps/server/fill-views.ts'),
    });
  });

  it('are refused in another folder, and with a name that another one has', () => {
    tree.plant({ 'apps/server/b.ts': starting('../writer.js') });
    expect(() => threadsIn(tree.folder)).toThrow(
      "apps/server/b.ts: '../writer.js' has to be a file beside it",
    );
    tree.plant({ 'apps/server/b.ts': starting('./writer.js'), 'libs/stores/a.ts': starting('./writer.js') });
    expect(() => threadsIn(tree.folder)).toThrow('with a name that no other thread has');
  });
});
