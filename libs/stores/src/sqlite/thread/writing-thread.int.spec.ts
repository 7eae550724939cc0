import { describe, expect, it } from '@jest/globals';
import { Worker } from 'node:worker_threads';
import type { DyingRequest } from '../testing/failing-writer.js';
import type { Answer } from './messages.js';
import { WritingThread } from './writing-thread.js';

const open = () =>
  new WritingThread<DyingRequest>(
    new Worker(new URL('../testing/failing-writer.js', import.meta.url)),
    '/nowhere',
  );

const ask = (thread: WritingThread<DyingRequest>, request: DyingRequest) =>
  new Promise<Answer<unknown>>((resolve) => {
    thread.send(request, resolve);
  });

describe('a writing thread', () => {
  it('answers every request, in order, and goes on after one that failed', async () => {
    const thread = open();
    const answers = await Promise.all([ask(thread, 'echo'), ask(thread, 'fail'), ask(thread, 'close')]);
    expect(answers).toEqual([
      { done: 'echo' },
      { failed: { code: 'SQLITE_FULL', message: 'no room' } },
      { done: 'close' },
    ]);
    await thread.ended;
  });

  it('that dies fails what it had not answered, and everything later, and says so', async () => {
    const thread = open();
    const answers = await Promise.all([ask(thread, 'echo'), ask(thread, 'die'), ask(thread, 'echo')]);
    const message = 'the writing thread has ended; nothing more is written until the store is opened again';
    const gone = { failed: { code: '', message } };
    expect(answers).toEqual([{ done: 'echo' }, gone, gone]);
    expect(await ask(thread, 'echo')).toEqual(gone);
    await thread.ended;
  });

  it('gives answers to a caller that polls before the event loop turns', async () => {
    const thread = open();
    await ask(thread, 'echo');
    const answers: unknown[] = [];
    thread.send('echo', (answer) => answers.push(answer));
    const until = performance.now() + 5000;
    while (answers.length === 0 && performance.now() < until) thread.poll();
    expect(answers).toHaveLength(1);
    await ask(thread, 'close');
  });
});
