import { afterAll, describe, expect, it } from '@jest/globals';
import type { Each } from './each.js';
import type { Screen } from './screen.js';

const runs = 5;
const shiftMax = 0.01;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/**
 * How long it takes until there is something to work with, beside a page of the same server with nothing in it. The times
 * are printed and never judged: another machine has others. That nothing jumps while a page arrives is judged.
 */
export function describeMeasures({ open, demonstration }: Each): void {
  const measured = new Map<string, number>();
  afterAll(() => {
    const lines = [...measured].map(([name, ms]) => `  ${name.padEnd(34)} ${ms.toFixed(0).padStart(5)} ms`);
    console.info(`the screens, median of ${runs}, over the demonstration:\n${lines.join('\n')}`);
  });

  /** Goes to an address with nothing kept, until something is there; in milliseconds by the clock of the page. */
  const arrives = async (screen: Screen, path: string, selector: string): Promise<number> => {
    const session = await screen.context.newCDPSession(screen.page);
    await session.send('Network.clearBrowserCache');
    await session.detach();
    await screen.visit(path);
    return screen.appears(selector);
  };
  const measure = async (screen: Screen, name: string, path: string, selector: string): Promise<void> => {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await arrives(screen, path, selector));
    measured.set(name, median(times));
  };

  describe('how fast the screens are', () => {
    it('is printed for the first row, another filter and the case page, beside an empty page; nothing jumps', async () => {
      const { caseId } = await demonstration().caseIn('assignee=co-01');
      const casePath = `/cases/${caseId}`;
      const row = '[role=row] [role=rowheader]';
      const screen = await open('co-01');
      await screen.countShifts();
      await measure(screen, 'an empty page', '/nowhere', 'h1');
      await measure(screen, 'first row of the worklist', '/work?view=all', row);
      await measure(screen, 'case page', casePath, '.case-actions ol');
      for (const path of ['/work?view=all', casePath, '/audit']) {
        await screen.open(path);
        await screen.page.waitForTimeout(500);
        const shift = await screen.shift();
        expect([path, shift < shiftMax ? 0 : shift]).toEqual([path, 0]);
      }
      await screen.open('/work?view=all');
      const times: number[] = [];
      for (const view of ['overdue', 'mine', 'dueSoon', 'overdue', 'all']) {
        const link = screen.page.locator(`nav.tabs a[href*="view=${view}"]`);
        await link.hover();
        times.push(
          await screen.appearsAfterClick(link, `nav.tabs a[href*="view=${view}"][aria-current=page]`),
        );
      }
      measured.set('another view of the list', median(times));
      expect([...measured.values()].every((ms) => ms > 0)).toBe(true);
    }, 120_000);
  });
}
