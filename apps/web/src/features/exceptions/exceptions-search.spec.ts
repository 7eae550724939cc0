import { expect, it } from '@jest/globals';
import { exceptionKinds } from '@safeconduct/contracts';
import { exceptionsSearch, kinds } from './exceptions-search.js';

it('an address names a kind that the server has, and nothing else', () => {
  expect(kinds).toEqual(exceptionKinds);
  expect(exceptionsSearch({ kind: 'deadline', more: 'x' })).toEqual({ kind: 'deadline' });
  for (const kind of ['dedline', '', 7, undefined]) expect(exceptionsSearch({ kind })).toEqual({});
});
