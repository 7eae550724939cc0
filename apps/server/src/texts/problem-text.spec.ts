import { describe, expect, it } from '@jest/globals';
import ar from './problems.ar.json' with { type: 'json' };
import en from './problems.en.json' with { type: 'json' };

describe('the texts of problems', () => {
  it.each(['titles', 'details', 'detailsOfReading', 'detailsOfViews'] as const)(
    'have the same %s in both languages',
    (part) => {
      expect(Object.keys(ar[part]).sort()).toEqual(Object.keys(en[part]).sort());
    },
  );
});
