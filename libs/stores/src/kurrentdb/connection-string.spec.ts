import { describe, expect, it, jest } from '@jest/globals';
import { readConnectionString } from './connection-string.js';
import { openKurrentEvents } from './kurrent-events.js';

describe('a connection string', () => {
  it.each([
    [
      'kurrentdb://db:2113?tls=false',
      'kurrentdb://db:2113?tls=false&nodePreference=leader',
      'kurrentdb://db:2113',
    ],
    ['kurrentdb://db', 'kurrentdb://db?nodePreference=leader', 'kurrentdb://db'],
    [
      'kurrentdb://u:p%40x@a:1,b:2,c:3/?tls=true&tlsCAFile=ca.pem',
      'kurrentdb://u:p%40x@a:1,b:2,c:3?tls=true&tlsCAFile=ca.pem&nodePreference=leader',
      'kurrentdb://a:1,b:2,c:3',
    ],
    [
      'kurrentdb+discover://u:p@dns',
      'kurrentdb+discover://u:p@dns?nodePreference=leader',
      'kurrentdb+discover://dns',
    ],
    [
      'esdb://db:2113?tls=false',
      'kurrentdb://db:2113?tls=false&nodePreference=leader',
      'kurrentdb://db:2113',
    ],
    ['esdb+discover://dns', 'kurrentdb+discover://dns?nodePreference=leader', 'kurrentdb+discover://dns'],
  ])('%s is read', (text, url, name) => {
    expect(readConnectionString(text)).toEqual({ url, name });
  });

  it.each(['nodePreference=follower', 'NodePreference=random', 'node_preference=readOnlyReplica'])(
    'does not decide where reads go: %s',
    (setting) => {
      const { url } = readConnectionString(`kurrentdb://db?${setting}&tls=false`);
      expect(url).toBe('kurrentdb://db?tls=false&nodePreference=leader');
    },
  );

  it('does not switch off the error of a failed append, which would answer with a wrong revision', () => {
    const { url } = readConnectionString('kurrentdb://db?throwOnAppendFailure=false');
    expect(url).toBe('kurrentdb://db?nodePreference=leader');
  });

  it.each(['', 'db:2113', 'http://db', 'kurrentdb://', 'kurrentdb://u:secret@', 'postgres://u:secret@db'])(
    'that is none (%s) is refused in words, without the text',
    (text) => {
      expect(() => readConnectionString(text)).toThrow(/cannot be read.*; write it as/);
      expect(() => readConnectionString(text)).not.toThrow(/secret@/);
    },
  );

  it.each([
    'kurrentdb://u:sec:ret@db:x?tls=false',
    'kurrentdb://u:secret@db?tls=perhaps',
    'kurrentdb://u:secret@db?tls',
    'kurrentdb://u:secret@db?retries=5',
    'kurrentdb://u:se?cret=ret@db',
  ])('that the client does not take (%s) is refused, and nothing prints the password', async (url) => {
    const printed: unknown[] = [];
    const warn = jest.spyOn(console, 'warn').mockImplementation((...texts) => printed.push(...texts));
    const error: unknown = await openKurrentEvents({ url }).catch((reason: unknown) => reason);
    warn.mockRestore();
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', cause: undefined });
    expect((error as Error).message).toMatch(/cannot be read/);
    expect(JSON.stringify([(error as Error).message, ...printed])).not.toMatch(/sec|cret/);
  });

  it('names a setting that there is not', () => {
    expect(() => readConnectionString('kurrentdb://db?retries=5')).toThrow(/knows no setting retries=/);
  });

  it('names a file of certificates that is not there', async () => {
    const opening = openKurrentEvents({ url: 'kurrentdb://u:secret@db?tls=true&tlsCAFile=/nowhere/ca.pem' });
    await expect(opening).rejects.toThrow(/a file of the connection string is missing/);
  });
});
