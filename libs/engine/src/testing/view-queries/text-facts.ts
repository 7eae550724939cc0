import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import type { CaseCursor } from '../../ports/view-queries.js';
import type { ViewStore } from '../../ports/view-store.js';
import type { ViewQueriesAdapter } from './adapter.js';
import { fillCases } from './made-log.js';
import { searched } from './searched.js';
import { choicesFrom } from './seeded-choices.js';

// Where UTF-16 and code points part: U+FB50 lies behind the halves of surrogate pairs and before the Adlam letters.
const letters = ['\ufb50', '\ufb56', '\ufdfc', '𞤢', '𞤣', '😀', 'ب', 'z'];
const references = letters.flatMap((letter) => ['1', '2', '3'].map((digit) => `R-${letter}${digit}`));
const adlam = '𞤀𞤥𞤢𞤣𞤵';
const states = ['open', 'closed.granted', 'closed.declined'];

/** Letters of a block of Unicode of which no two places are alike, so that no database can shorten them. */
function lettersFrom(first: number, count: number): string {
  const { below } = choicesFrom(1);
  return Array.from({ length: count }, () => String.fromCodePoint(first + below(8000))).join('');
}

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

    it.each([adlam, '𞤀𞤥𞤀', '𞤢𞤥𞤢', '𞤢𞤥𞤢𞤣𞤵'])(
      'find a name in letters beyond U+FFFF by its beginning: %s',
      async (text) => {
        const { cases } = await views.queries.listCases({
          filter: { words: searched(text) },
          limit: 10,
        });
        expect(cases.map(({ reference }) => reference)).toEqual([references[4]]);
      },
    );

    it('may be as long as a field takes', async () => {
      const long = await adapter.openViews();
      const [reference, latin] = [lettersFrom(0x4e00, 500), lettersFrom(0xac00, 500)];
      const made = { caseId: '0', reference, latin, arabic: '', at: '2025-01-01T00:00:00.000Z' };
      await fillCases(long, [{ ...made, metadata: { state: 'open' } }]);
      for (const text of [reference, latin]) {
        const filter = { words: searched(text) };
        const { cases } = await long.queries.listCases({ filter, limit: 10 });
        expect(cases.map(({ subject }) => subject?.latin)).toEqual([latin]);
      }
      await long.close();
    });

    it('do not find a name by letters in its middle', async () => {
      const { cases } = await views.queries.listCases({ filter: { words: searched('𞤥𞤢') }, limit: 10 });
      expect(cases).toEqual([]);
    });
  });
}
