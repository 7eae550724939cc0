import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Each } from './each.js';

interface Bars {
  readonly bars: { readonly items: readonly { readonly from: string }[] };
}

interface Totals {
  readonly total: { readonly value: number };
}

/** The log: its facets, the plot of its days, and the rules that were not kept. */
export function describeLog({ open, demonstration }: Each): void {
  const languages = [
    [
      'en',
      {
        ...{ first: 'First day shown', last: 'Last day shown', forward: 'ArrowRight', backward: 'ArrowLeft' },
        ...{
          event: 'Event',
          search: 'Search in: Event',
          typed: 'CHILD PROTECTION',
          found: 'transferred to child protection',
        },
        ...{ person: 'Person', take: /^Remove/, table: 'Show as a table', rules: 'Rules not kept' },
        ...{ rule: 'Rule', unfold: 'Narrow down' },
      },
    ],
    [
      'ar',
      {
        ...{ first: 'أول يوم معروض', last: 'آخر يوم معروض', forward: 'ArrowLeft', backward: 'ArrowRight' },
        ...{ event: 'الحدث', search: 'البحث في: الحدث', typed: 'الطفل', found: 'سُلّم إلى جهة حماية الطفل' },
        ...{ person: 'الشخص', take: /^إزالة/, table: 'اعرض جدولًا', rules: 'قواعد لم تُراعَ' },
        ...{ rule: 'القاعدة', unfold: 'تضييق القائمة' },
      },
    ],
  ] as const;

  const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
  const wait = (page: Page, name: string, value: string | null): Promise<void> =>
    page.waitForURL(({ searchParams }) => searchParams.get(name) === value);

  describe('the log', () => {
    it.each(languages)(
      'is narrowed by a reviewer to days, events and persons, and shows which rules were not kept, in %s',
      async (language, said) => {
        const screen = await open('aud-01', { language });
        const { page } = screen;
        await screen.open('/audit');
        const end = (name: string) => page.getByRole('slider', { name });
        const facet = (name: string) => page.getByRole('region', { name, exact: true });

        // What other tests record makes the log longer.
        const { bars } = await demonstration().get<Bars>('audit/events/facets?workflow=officer-case');
        const days = bars.items.map(({ from }) => from);
        const day = (place: number): string => days.at(place) ?? '';

        // By keyboard, in the direction of reading.
        await end(said.first).focus();
        for (const place of [1, 2]) {
          await page.keyboard.press(said.forward);
          await wait(page, 'from', day(place));
        }
        await end(said.last).focus();
        await page.keyboard.press(said.backward);
        await wait(page, 'to', day(-2));

        // By drawing over the plot, from the third day of reading to the sixth.
        const plot = await page.locator('.brush').boundingBox();
        const { x = 0, y = 0, width = 0, height = 0 } = plot ?? {};
        const at = (bar: number): number =>
          language === 'ar'
            ? x + width - ((bar + 0.5) / days.length) * width
            : x + ((bar + 0.5) / days.length) * width;
        await page.mouse.move(at(2), y + height / 2);
        await page.mouse.down();
        await page.mouse.move(at(5), y + height / 2);
        await page.mouse.up();
        await wait(page, 'to', day(5));
        expect(param(page, 'from')).toBe(day(2));

        // An event that is not among the ten most frequent is found by its name.
        await page.getByRole('searchbox', { name: said.search }).fill(said.typed);
        await facet(said.event).getByRole('button', { name: said.found }).first().click();
        await page.waitForURL(({ searchParams }) => searchParams.has('type'));
        // One person alone recorded it; the numbers of before stay until those are there.
        await facet(said.person).getByRole('button').nth(1).waitFor({ state: 'detached' });
        await facet(said.person).getByRole('button').first().click();
        await page.waitForURL(({ searchParams }) => searchParams.has('actor'));
        await screen.settled();

        // The number, the rows and the API agree.
        const asked = new URLSearchParams({
          ...{ type: param(page, 'type') ?? '', actor: param(page, 'actor') ?? '' },
          ...{ from: `${day(2)}T00:00:00+03:00`, to: `${day(5)}T23:59:59.999+03:00` },
        });
        const { total } = await demonstration().get<Totals>(`audit/events?limit=1&${asked.toString()}`);
        const rows = page.locator('.audit-rows tbody tr');
        await page.locator('.audit-rows:not(:has(.dimmed)) tbody tr').first().waitFor();
        expect(total.value).toBeGreaterThan(0);
        expect(await rows.count()).toBe(Math.min(100, total.value));
        await page.reload();
        await screen.settled();
        expect(await rows.count()).toBe(Math.min(100, total.value));

        // What was chosen is taken away again.
        for (const left of [2, 1, 0]) {
          await page.getByRole('button', { name: said.take }).first().click();
          await page.waitForFunction(`document.querySelectorAll('.chip-button').length === ${left}`);
        }
        expect(new URL(page.url()).search).toBe('');

        await screen.link(said.rules).click();
        await wait(page, 'kind', 'rules');
        await screen.settled();
        await rows.nth(3).waitFor();
        await facet(said.rule).getByRole('button').first().click();
        await page.waitForURL(({ searchParams }) => searchParams.has('guard'));
        await rows.nth(2).waitFor({ state: 'detached' });
        expect(await rows.count()).toBe(2);
        await screen.button(said.table).click();
        expect(await screen.axeFinds()).toEqual([]);
        await page.locator('.plot tbody a').first().click();
        await wait(page, 'from', '2025-01-06');
      },
      60_000,
    );

    it.each([
      ['en', { everything: 'Everything', kind: 'Kind', looked: 'looked at', take: /^Remove/ }],
      ['ar', { everything: 'كل شيء', kind: 'النوع', looked: 'اطلاع', take: /^إزالة/ }],
    ] as const)(
      'has all that is on record as one list, narrowed by keyboard to one kind or two, in %s',
      async (language, said) => {
        const screen = await open('aud-01', { language });
        const { page } = screen;
        await screen.open('/audit');
        await screen.link(said.everything).click();
        await wait(page, 'kind', 'all');
        await screen.settled();
        const kind = page.getByRole('region', { name: said.kind, exact: true }).getByRole('button');
        const rows = page.locator('.audit-rows tbody tr');
        await kind.nth(2).focus();
        await page.keyboard.press('Enter');
        await wait(page, 'kinds', 'looked');
        await page.locator('.audit-rows:not(:has(.dimmed)) tbody tr').first().waitFor();
        for (const text of await rows.allTextContents()) expect(text).toContain(said.looked);
        await kind.nth(0).focus();
        await page.keyboard.press('Space');
        await wait(page, 'kinds', 'recorded,looked');
        await screen.settled();
        expect(await screen.axeFinds()).toEqual([]);
        await page.getByRole('button', { name: said.take }).click();
        await wait(page, 'kinds', null);
      },
      60_000,
    );

    it('names what of all that is on record somebody may not see', async () => {
      const screen = await open('co-01');
      await screen.open('/audit?kind=all&actor=sup-01');
      await screen.page.getByText('Not here, because you may not see it: looked at.').waitFor();
      await screen.open('/audit?kind=reads&actor=sup-01');
      await screen.page.getByRole('alert').first().waitFor();
    }, 60_000);

    it('is folded on a phone, says that nothing fits, and why somebody may not see the rules', async () => {
      const screen = await open('mon-01');
      const { page } = screen;
      await page.setViewportSize({ width: 390, height: 800 });
      await screen.open('/audit');
      const facets = page.locator('.facets');
      expect(await facets.isVisible()).toBe(false);
      await screen.button('Narrow down').click();
      await facets.waitFor();
      expect(await screen.axeFinds()).toEqual([]);
      await screen.open('/audit?actor=nobody-at-all');
      await page.getByText('Nothing fits all that is chosen.').waitFor();
      await page.getByRole('button', { name: 'Show all', exact: true }).click();
      await page.locator('.audit-rows tbody tr').first().waitFor();
      await screen.open('/audit?kind=rules');
      await page.getByRole('alert').first().waitFor();
      expect(await page.locator('tbody tr').count()).toBe(0);
    }, 60_000);
  });
}
