import { describe, expect, it } from '@jest/globals';
import { checkHistories, type Observation } from './list-append.js';

const read = (begun: number, seen: readonly string[]): Observation => ({
  kind: 'read',
  stream: 's',
  begun,
  ended: begun + 1,
  seen,
});

const append = (
  begun: number,
  eventId: string,
  seen: readonly string[],
  accepted: boolean | 'unknown' = true,
): Observation => ({
  kind: 'append',
  stream: 's',
  begun,
  ended: begun + 1,
  eventId,
  seen,
  accepted,
});

const check = (observations: readonly Observation[], final: readonly string[]) =>
  checkHistories(observations, new Map([['s', final]]));

describe('the check of histories', () => {
  it('finds nothing in one that is as it must be', () => {
    const good = [append(0, 'a', []), read(2, ['a']), append(4, 'b', ['a']), append(4, 'c', ['a'], false)];
    expect(check([...good, read(6, ['a', 'b'])], ['a', 'b'])).toEqual([]);
  });

  it.each([[[]], [['a']]])('finds nothing where it is unknown what came of an append: %j', (final) => {
    expect(check([append(0, 'a', [], 'unknown')], final)).toEqual([]);
  });

  it.each([
    [
      'an append of a dead process at another place than expected',
      [append(0, 'a', [], 'unknown')],
      ['x', 'a'],
    ],
    ['an append of a dead process that is there twice', [append(0, 'a', [], 'unknown')], ['a', 'a']],
    ['a lost append', [append(0, 'a', [])], []],
    ['a doubled append', [append(0, 'a', [])], ['a', 'a']],
    ['a refused append that is there all the same', [append(0, 'a', [], false)], ['a']],
    ['an append at another place than expected', [append(0, 'a', [])], ['x', 'a']],
    ['a read of what was never so', [read(0, ['b'])], ['a', 'b']],
    ['a read that is older than an answer before it', [append(0, 'a', []), read(5, [])], ['a']],
    ['a read that is older than another read before it', [read(0, ['a']), read(5, [])], ['a']],
  ] as const)('finds %s', (_, observations, final) => {
    expect(check(observations, final)).not.toEqual([]);
  });
});
