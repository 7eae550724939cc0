import { describe, expect, it } from '@jest/globals';
import { CaseQueue } from './case-queue.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

function recorder() {
  const queue = new CaseQueue();
  const order: string[] = [];
  const send = (caseId: string, name: string, urgent = false) =>
    queue.run(caseId, urgent, async () => {
      await tick();
      order.push(name);
      return name;
    });
  return { queue, order, send };
}

describe('case queue', () => {
  it('keeps the order of one case', async () => {
    const { order, send } = recorder();
    await Promise.all(['1', '2', '3'].map((name) => send('a', name)));
    expect(order).toEqual(['1', '2', '3']);
  });

  it('lets urgent work go before all that waits, in its own order', async () => {
    const { order, send } = recorder();
    await Promise.all([
      send('a', 'first'),
      send('a', 'second'),
      send('a', 'urgent 1', true),
      send('a', 'urgent 2', true),
    ]);
    expect(order).toEqual(['first', 'urgent 1', 'urgent 2', 'second']);
  });

  it('does not let one case wait for another', async () => {
    const { queue } = recorder();
    const stuck = queue.run('a', false, () => new Promise<void>(() => {}));
    await expect(queue.run('b', false, () => Promise.resolve('done'))).resolves.toBe('done');
    void stuck;
  });

  it('goes on after work that fails, and tells its caller', async () => {
    const { queue } = recorder();
    const failing = queue.run('a', false, () => Promise.reject(new Error('disk')));
    const next = queue.run('a', false, () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('disk');
    await expect(next).resolves.toBe('next');
  });

  it('forgets a case when nothing waits for it', async () => {
    const { queue, send } = recorder();
    await send('a', '1');
    await tick();
    expect(queue.size).toBe(0);
  });
});
