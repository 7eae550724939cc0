import { describe, expect, it } from '@jest/globals';
import { classify, messageOf, violationOf, type Failure } from './classify.js';

/** As the client gives errors of commands: with a type, with or without a code beside it. */
const typed = (type: string, more: object = {}) => Object.assign(new Error(''), { type, ...more });

/** As gRPC gives errors: with a code and nothing else. */
const raw = (code: number, details = '') => Object.assign(new Error(details), { code, details });

describe('the kind of a failure', () => {
  it.each<[Failure, string]>([
    ['conflict', 'wrong-expected-version'],
    ['conflict', 'append-consistency-violation'],
    ['notLeader', 'not-leader'],
    ['denied', 'access-denied'],
    ['tooLarge', 'maximum-append-size-exceeded'],
    ['tooLarge', 'transaction-max-size-exceeded'],
    ['tooLarge', 'append-record-size-exceeded'],
    ['unsupported', 'unsupported'],
    ['invalid', 'invalid-argument'],
    ['streamMissing', 'stream-not-found'],
    ['streamGone', 'stream-deleted'],
    ['streamGone', 'stream-tombstoned'],
    ['unknown', 'unavailable'],
    ['unknown', 'cancelled'],
    ['unknown', 'deadline-exceeded'],
    ['unknown', 'timeout'],
    ['unknown', 'unknown'],
  ])('is %s for an error of the type %s', (kind, type) => {
    expect(classify(typed(type))).toBe(kind);
  });

  it.each<[Failure, number, string]>([
    ['unknown', 14, 'No connection established'],
    ['unknown', 1, 'Cancelled on client'],
    ['unknown', 4, 'Deadline exceeded'],
    ['unknown', 13, 'internal'],
    ['denied', 7, 'PERMISSION_DENIED'],
    ['denied', 16, 'UNAUTHENTICATED'],
    ['invalid', 3, 'INVALID_ARGUMENT'],
    ['unsupported', 12, 'UNIMPLEMENTED'],
    ['tooLarge', 8, 'Received message larger than max (5000000 vs. 4194304)'],
    ['unknown', 8, 'too many requests'],
  ])('is %s for a raw error of code %i: %s', (kind, code, details) => {
    expect(classify(raw(code, details))).toBe(kind);
  });

  it('is that of the code where the type says nothing', () => {
    expect(classify(typed('unknown', { code: 7 }))).toBe('denied');
    expect(classify(typed('not-leader', { code: 5 }))).toBe('notLeader');
  });

  it.each([[undefined], [null], ['text'], [new Error('Failed to discover after 10 attempts.')]])(
    'is unknown for %p',
    (error) => {
      expect(classify(error)).toBe('unknown');
    },
  );
});

describe('a conflict', () => {
  it('tells the stream and its last revision, -1 for none', () => {
    const conflict = { streamName: 'case-1', actualState: 4n };
    expect(violationOf(typed('wrong-expected-version', conflict))).toEqual({ stream: 'case-1', actual: 4n });
    const none = typed('wrong-expected-version', { streamName: 'case-1', actualState: 'no_stream' });
    expect(violationOf(none)).toEqual({ stream: 'case-1', actual: -1n });
  });

  it('of several expectations tells the one that was named first', () => {
    const violations = [
      { checkIndex: 2, streamName: 'case-2', actualState: 'no_stream' },
      { checkIndex: 0, streamName: 'case-0', actualState: 7n },
    ];
    const error = typed('append-consistency-violation', { violations });
    expect(violationOf(error)).toEqual({ stream: 'case-0', actual: 7n });
  });

  it('tells no revision of a stream that was deleted', () => {
    const violations = [{ checkIndex: 0, streamName: 'case-0', actualState: -5n }];
    expect(violationOf(typed('append-consistency-violation', { violations })).actual).toBeUndefined();
  });
});

it('an error without a message is told by its type, or its code', () => {
  expect(messageOf(typed('wrong-expected-version'))).toBe('wrong-expected-version');
  expect(messageOf(raw(14))).toBe('status 14');
  expect(messageOf(new Error('text'))).toBe('text');
  expect(messageOf(undefined)).toBe('undefined');
});
