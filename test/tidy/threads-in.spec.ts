import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { threadsIn } from '../../tools/threads-in.mjs';

const folder = mkdtempSync(join(tmpdir(), 'safeconduct-threads-'));
const starting = (path: string) => `new Worker(new URL('${path}', import.meta.url), {});`;

function plant(files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('threads of the bundle', () => {
  it('are those that are started, each from a file beside it', () => {
    plant({ 'libs/stores/a.ts': starting('./writer.js'), 'apps/server/b.ts': starting('./fill-views.js') });
    expect(threadsIn(folder)).toEqual({
      writer: join(folder, 'libs/stores/writer.ts'),
      'fill-views': join(folder, 'apps/server/fill-views.ts'),
    });
  });

  it('are refused in another folder, and with a name that another one has', () => {
    plant({ 'apps/server/b.ts': starting('../writer.js') });
    expect(() => threadsIn(folder)).toThrow("apps/server/b.ts: '../writer.js' has to be a file beside it");
    plant({ 'apps/server/b.ts': starting('./writer.js'), 'libs/stores/a.ts': starting('./writer.js') });
    expect(() => threadsIn(folder)).toThrow('with a name that no other thread has');
  });
});
