import { describe, expect, it } from '@jest/globals';
import { openTogether } from './open-together.js';

describe('opening parts together', () => {
  it('gives the parts, and closes them from the last one to the first', async () => {
    const closed: string[] = [];
    const opened = await openTogether((toClose) => {
      for (const name of ['a', 'b', 'c']) toClose(() => void closed.push(name));
      return { parts: 3 };
    });
    expect(opened.parts).toBe(3);
    expect(closed).toEqual([]);
    await opened.close();
    expect(closed).toEqual(['c', 'b', 'a']);
  });

  it('closes what is open when a step fails, and fails with its error', async () => {
    const closed: string[] = [];
    const opening = openTogether((toClose) => {
      for (const name of ['a', 'b', 'c'])
        toClose(() => {
          closed.push(name);
          if (name === 'b') throw new Error('closing failed');
        });
      throw new Error('opening failed');
    });
    await expect(opening).rejects.toThrow('opening failed');
    expect(closed).toEqual(['c', 'b', 'a']);
  });
});
