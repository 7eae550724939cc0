import { expect, it } from '@jest/globals';
import { emergencySearch } from './emergency-search.js';

it('an address of emergency access names the case that is wanted, and nothing else', () => {
  expect(emergencySearch({ for: 'QAIM-2024-00001', more: 'x' })).toEqual({ for: 'QAIM-2024-00001' });
  expect(emergencySearch({ for: 57 })).toEqual({ for: '57' });
  for (const wanted of ['', 'x'.repeat(101), true, ['a'], undefined])
    expect(emergencySearch({ for: wanted })).toEqual({});
});
