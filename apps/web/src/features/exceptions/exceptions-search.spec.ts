import { expect, it } from '@jest/globals';
import { exceptionsSearch } from './exceptions-search.js';

it('an address of exceptions names a kind that the server has, and nothing else', () => {
  expect(exceptionsSearch({ kind: 'deadline', more: 'x' })).toEqual({ kind: 'deadline' });
  for (const kind of ['dedline', 'toString', '', 7, undefined])
    expect(exceptionsSearch({ kind })).toEqual({});
});
