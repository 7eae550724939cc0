import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Worker } from 'node:worker_threads';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { prepareViews, viewsFile } from '../views-file.js';
import { ReadingThread } from './reading-thread.js';

let file: string;
let threads: Worker[];
let reading: ReadingThread;

beforeEach(() => {
  file = viewsFile(temporaryFolder());
  prepareViews(file);
  threads = [];
  reading = new ReadingThread(file, () => {
    const thread = new Worker(new URL('./answer-questions.js', import.meta.url), { workerData: file });
    threads.push(thread);
    return thread;
  });
});

afterEach(() => reading.close());

describe('a thread that reads', () => {
  it('answers one question after the other, and goes on after one that failed', async () => {
    const answers = await Promise.allSettled([
      reading.ask('SELECT ? AS one', [1]),
      reading.ask('SELECT * FROM generation', []),
      reading.ask('SELECT nonsense', []),
      reading.ask('SELECT 2 AS two', []),
    ]);
    expect(answers).toMatchObject([
      { value: [{ one: 1 }] },
      { value: [] },
      { reason: { code: 'SQLITE_ERROR', message: 'no such column: nonsense' } },
      { value: [{ two: 2 }] },
    ]);
    expect(threads).toHaveLength(1);
  });

  it('starts with the first question, and not before', async () => {
    expect(threads).toEqual([]);
    await reading.close();
    expect(threads).toEqual([]);
  });

  it('that dies fails what it had not answered with STORE_UNAVAILABLE, and the next question starts it again', async () => {
    await reading.ask('SELECT 1', []);
    const ended = threads[0]?.terminate();
    await expect(reading.ask('SELECT 1', [])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await ended;
    expect(await reading.ask('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
    expect(threads).toHaveLength(2);
  });

  it('answers what was asked before it is closed, and nothing later, with STORE_UNAVAILABLE', async () => {
    const asked = reading.ask('SELECT 1 AS one', []);
    await reading.close();
    expect(await asked).toEqual([{ one: 1 }]);
    await expect(reading.ask('SELECT 1', [])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
