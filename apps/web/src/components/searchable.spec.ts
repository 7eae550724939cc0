import { describe, expect, it } from '@jest/globals';
import { searchable } from './searchable.js';

describe('what is searched for among the values of a facet', () => {
  it.each([
    ['اسند', 'أُسند الملف'],
    ['الحاله', 'تغيّرت الحالة'],
    ['مصطفي', 'مصطفى'],
    ['90', 'خلال آخر ٩٠ يومًا'],
    ['sami', 'Sāmī al-Hasan'],
    ['RISK', 'risk assessed'],
  ])('%s is found in %s', (typed, said) => {
    expect(searchable(said)).toContain(searchable(typed));
  });

  it('is not found where its letters are others', () => {
    expect(searchable('consent given')).not.toContain(searchable('consents'));
  });
});
