import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import type { CaseCursor } from '../../ports/view-queries.js';
import type { ViewStore } from '../../ports/view-store.js';
import { wordsSearched } from '../../projections/search-words.js';
import type { ViewQueriesAdapter } from './adapter.js';
import { fillCases } from './made-log.js';

// Where UTF-16 and code points part: U+FB50 lies behind the halves of surrogate pairs and before the Adlam letters.
const letters = ['\ufb50', '\ufb56', '\ufdfc', '𞤢', '𞤣', '😀', 'ب', 'z'];
const references = letters.flatMap((letter) => ['1', '2', '3'].map((digit) => `R-${letter}${digit}`));
const adlam = '𞤀𞤥𞤢𞤣𞤵';
const states = ['open', 'closed.granted', 'closed.declined'];

/** Texts are searched and ordered by code points, in every script. */
export function textFacts(adapter: ViewQueriesAdapter): void {
  describe('texts in any script', () => {
    let views: ViewStore;

    beforeAll(async () => {
      views = await adapter.openViews();
      const cases = references.map((reference, index) => ({
        caseId: `0-${index}`,
        reference,
        latin: index === 4 ? `Amadu ${adlam}` : 'Amadu Ba',
        arabic: 'احمد',
        at: '2025-01-01T00:00:00.000Z',
        metadata: { state: states[index % states.length] ?? 'open' },
      }));
      await fillCases(views, cases);
    });
    afterAll(() => views.close());

    it.each([false, true])(
      'are listed by code points, across pages and cells; descending: %s',
      async (descending) => {
        const order = { by: 'reference', descending } as const;
        const seen: string[] = [];
        for (let after: CaseCursor | undefined; ;) {
          const page = await views.queries.listCases({ filter: {}, limit: 4, order, after });
          seen.push(...page.cases.map(({ reference }) => reference));
          if (page.next === null) break;
          after = page.next;
        }
        const sorted = references.toSorted(compareText);
        expect(seen).toEqual(descending ? sorted.reverse() : sorted);
      },
    );

    it.each([adlam, '𞤀', '𞤢𞤥', '𞤢𞤥𞤢𞤣𞤵'])(
      'find a name in letters beyond U+FFFF by its beginning: %s',
      async (text) => {
        const { cases } = await views.queries.listCases({
          filter: { words: wordsSearched(text) },
          limit: 10,
        });
        expect(cases.map(({ reference }) => reference)).toEqual([references[4]]);
      },
    );

    it('do not find a name by letters in its middle', async () => {
      const { cases } = await views.queries.listCases({ filter: { words: wordsSearched('𞤥𞤢') }, limit: 10 });
      expect(cases).toEqual([]);
    });
  });
}
