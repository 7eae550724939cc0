import { describe, expect, it } from '@jest/globals';
import { progressBar } from './progress-bar.js';

const erase = '\r\u001b[2K';

/** A bar on a terminal that remembers what was written, with a clock that stands until it is moved. */
function started({ isTTY = true, columns = 80, total = 37_494 } = {}) {
  const written: string[] = [];
  let time = 0;
  const terminal = { isTTY, columns, write: (text: string) => written.push(text) };
  const bar = progressBar(terminal, { label: 'import', total, now: () => time });
  const at = (ms: number, done: number) => {
    time = ms;
    bar.update(done);
  };
  return { bar, at, written };
}

describe('a progress bar', () => {
  it('shows done, total, rate and remaining time after one second', () => {
    const { at, written } = started();
    at(999, 4_000);
    expect(written).toEqual([]);
    at(1000, 4_210);
    expect(written).toEqual([`${erase}import [==                  ] 11%  4,210/37,494  4,210/s, 8 s left`]);
  });

  it('changes ten times a second at most', () => {
    const { at, written } = started();
    for (let ms = 0; ms <= 2000; ms += 1) at(ms, ms);
    expect(written).toHaveLength(11);
  });

  it('follows a change of pace', () => {
    const { at, written } = started({ total: 1_000_000 });
    for (let ms = 100; ms <= 5000; ms += 100) at(ms, ms);
    for (let ms = 5100; ms <= 30_000; ms += 100) at(ms, 5000 + (ms - 5000) * 10);
    expect(written.at(40)).toContain(' 1,000/s');
    expect(Number(/([\d,]+)\/s/.exec(written.at(-1) ?? '')?.[1]?.replace(',', ''))).toBeGreaterThan(9_900);
  });

  it('never says more than all when the total was counted too low, nor less than none left', () => {
    const { at, written } = started({ total: 10 });
    at(2000, 12);
    expect(written).toEqual([`${erase}import [====================] 100%  12/12  6/s, 0 s left`]);
  });

  it('says nothing of remaining time while nothing is done', () => {
    const { at, written } = started();
    at(1500, 0);
    expect(written).toEqual([`${erase}import [                    ] 0%  0/37,494  0/s`]);
  });

  it('stays within the line of a narrow terminal', () => {
    const { at, written } = started({ columns: 30 });
    at(1000, 4_210);
    expect(written).toEqual([`${erase}import [==                  ]`]);
  });

  it('is taken away at the end, once', () => {
    const { bar, at, written } = started();
    at(1000, 1);
    bar.stop();
    bar.stop();
    expect(written.slice(1)).toEqual([erase]);
  });

  it('leaves nothing to take away when the work was short', () => {
    const { bar, at, written } = started();
    at(500, 37_494);
    bar.stop();
    expect(written).toEqual([]);
  });

  it('lets a line be written above it', () => {
    const { bar, at, written } = started({ columns: 13 });
    at(1000, 1);
    bar.say('01-RegisterEntry.csv: unknown column');
    expect(written.at(-1)).toBe(`${erase}01-RegisterEntry.csv: unknown column\nimport [    `);
  });

  it('writes nothing but such lines where stderr is no terminal', () => {
    const { bar, at, written } = started({ isTTY: false });
    at(5000, 10);
    bar.say('one line');
    bar.stop();
    expect(written).toEqual(['one line\n']);
  });
});
