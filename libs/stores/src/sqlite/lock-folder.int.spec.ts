import { beforeAll, describe, expect, it } from '@jest/globals';
import { StoreLockedError, StoreReadOnlyError } from '@safeconduct/engine';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './lock-folder.js';
import type { AppendLine } from './testing/append-forever.js';
import { Child } from './testing/child-process.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let folder: string;
let count = 0;

beforeAll(() => {
  folder = temporaryFolder();
});

const fresh = (): string => join(folder, `folder-${(count += 1)}`);

/** The address that a refusal names. */
function addressOf(refused: () => unknown): string | undefined {
  try {
    refused();
    return 'not refused';
  } catch (error) {
    return (error as StoreLockedError).serves?.url;
  }
}

describe('the lock of a folder', () => {
  it('has one holder at a time, who is named to the others', () => {
    const data = fresh();
    const lock = lockFolder(data, { note: 'the first' });
    expect(() => lockFolder(data, { note: 'the second' })).toThrow(StoreLockedError);
    expect(() => lockFolder(data, { note: 'the second' })).toThrow(
      `the first (process ${process.pid}, since 2`,
    );
    lock.announce({ note: 'server on http://127.0.0.1:3000', address: 'http://127.0.0.1:3000' });
    expect(() => lockFolder(data, { note: 'the second' })).toThrow('server on http://127.0.0.1:3000');
    expect(addressOf(() => lockFolder(data, { note: 'the second' }))).toBe('http://127.0.0.1:3000');
    lock.release();
    const second = lockFolder(data, { note: 'the second' });
    second.release();
    second.release();
    expect(readdirSync(data)).toEqual(['writer.lock']);
  });

  it('is one a folder', () => {
    const locks = [fresh(), fresh()].map((data) => lockFolder(data, { note: 'a test' }));
    for (const lock of locks) lock.release();
  });

  it('is taken from a process that crashes, at once', async () => {
    const data = fresh();
    const child = new Child<AppendLine>('./append-forever.ts', [data, '1']);
    await child.until((lines) => lines.length > 0);
    expect(() => lockFolder(data, { note: 'the next' })).toThrow(`a test that appends (process ${child.pid}`);
    await child.kill();
    lockFolder(data, { note: 'the next' }).release();
  });

  it('names an unknown holder when the note of its holder cannot be read', () => {
    const data = fresh();
    const lock = lockFolder(data, { note: 'the first' });
    writeFileSync(join(data, 'writer.json'), '{"pid":');
    expect(() => lockFolder(data, { note: 'the second' })).toThrow('in use by another process');
    lock.release();
  });

  it('cannot be had where there is no folder to be made', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => lockFolder(join(file, 'data'), { note: 'a test' })).toThrow(StoreReadOnlyError);
  });
});
