import { describe, expect, it } from '@jest/globals';
import { StoreLockedError } from '@safeconduct/engine';
import { DeadlineError, isOfValues, isRepeatable, storeError } from './store-error.js';

const failure = (code: string | undefined, message = 'text of the driver') =>
  Object.assign(new Error(message), code !== undefined && { code });

describe('an error of PostgreSQL', () => {
  it.each([
    ['08006', 'STORE_UNAVAILABLE', /connection/],
    ['57P01', 'STORE_UNAVAILABLE', /stopping, starting, or was told/],
    ['57P03', 'STORE_UNAVAILABLE', /stopping, starting/],
    ['57014', 'STORE_UNAVAILABLE', /cancelled/],
    ['53100', 'STORE_UNAVAILABLE', /disk of the database is full; make room/],
    ['53300', 'STORE_UNAVAILABLE', /no connection left; raise max_connections/],
    ['53200', 'STORE_UNAVAILABLE', /lacks memory/],
    ['40001', 'STORE_UNAVAILABLE', /can be repeated/],
    ['40P01', 'STORE_UNAVAILABLE', /can be repeated/],
    ['55P03', 'STORE_UNAVAILABLE', /holds a lock for too long/],
    ['25006', 'STORE_UNAVAILABLE', /replica, so use the primary/],
    ['28P01', 'STORE_MISCONFIGURED', /user or the password/],
    ['28000', 'STORE_MISCONFIGURED', /user or the password/],
    ['3D000', 'STORE_MISCONFIGURED', /no such database; create it/],
    ['42501', 'STORE_MISCONFIGURED', /lacks a right/],
    ['42P01', 'STORE_MISCONFIGURED', /run the migrations/],
    ['42883', 'STORE_MISCONFIGURED', /run the migrations/],
    ['XX001', 'STORE_CORRUPT', /damaged/],
    ['ECONNREFUSED', 'STORE_UNAVAILABLE', /nothing listens there; start the database/],
    ['ENOTFOUND', 'STORE_UNAVAILABLE', /has no address/],
    ['ECONNRESET', 'STORE_UNAVAILABLE', /connection/],
    ['ETIMEDOUT', 'STORE_UNAVAILABLE', /connection/],
    ['25P03', 'STORE_UNAVAILABLE', /a transaction that stood still/],
    ['CERT_HAS_EXPIRED', 'STORE_MISCONFIGURED', /certificate of the database has ended; give/],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'STORE_MISCONFIGURED',
      /is for another host; use the host that it is for/,
    ],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'STORE_MISCONFIGURED', /not trusted here; add sslrootcert=/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'STORE_MISCONFIGURED', /not trusted here; add sslrootcert=/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'STORE_MISCONFIGURED', /not trusted here; add sslrootcert=/],
    ['CERT_NOT_YET_VALID', 'STORE_MISCONFIGURED', /certificate of the database is not accepted/],
    ['XX000', 'STORE_UNAVAILABLE', /failed with XX000/],
  ])('with the code %s becomes %s, and says what to do', (code, expected, says) => {
    const error = storeError('db:5432/cases', failure(code));
    expect(error).toMatchObject({ code: expected, message: expect.stringMatching(says) });
    expect(error.message).toMatch(/db:5432\/cases/);
  });

  it.each([
    [
      '28000',
      'no pg_hba.conf entry for host "1.2.3.4", user "a", database "b", no encryption',
      /without TLS; add/,
    ],
    [
      '28000',
      'no pg_hba.conf entry for host "1.2.3.4", user "a", database "b", SSL encryption',
      /to its pg_hba.conf/,
    ],
    ['08P01', 'transaction blocks not allowed in statement pooling mode', /set its pool_mode to transaction/],
    ['08P01', 'password authentication failed', /refuses the user or the password/],
    ['08P01', 'empty password returned by client', /refuses the user or the password/],
    ['08P01', 'no such user: a', /refuses the user or the password/],
    ['08P01', 'no such database: b', /no such database; create it/],
    ['08P01', 'database "b" does not exist', /no such database; create it/],
    ['08P01', 'unsupported startup parameter: options', /ignore_startup_parameters/],
  ])('with the code %s and the words "%s" is a mistake of the configuration', (code, message, says) => {
    const error = storeError('db', failure(code, message));
    expect(error).toMatchObject({ code: 'STORE_MISCONFIGURED', message: expect.stringMatching(says) });
  });

  it.each([
    ['no more connections allowed (max_client_conn)', /raise its max_client_conn/],
    ['query_wait_timeout', /raise its default_pool_size/],
    [
      'server login has been failing, try again later (server_login_retry)',
      /does not reach it; start the database/,
    ],
    ['server conn crashed?', /does not reach it/],
    ['something of a later release', /connection to the database broke/],
  ])('of a pooler is an unknown outcome: %s', (message, says) => {
    const error = storeError('db', failure('08P01', message));
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringMatching(says) });
  });

  it('of a pooler keeps no name of a user in its cause', () => {
    const { cause } = storeError('db', failure('08P01', 'no such user: samir'));
    expect(String(cause)).not.toMatch(/samir/);
  });

  it.each([
    ['timeout exceeded when trying to connect', /no connection was free in time/],
    ['Connection terminated due to connection timeout', /did not accept a connection in time/],
    ['Connection terminated unexpectedly', /connection to the database broke/],
    ['Cannot use a pool after calling end on the pool', /the store is closed/],
    ['something new', /an unknown error/],
  ])('of the driver, without a code, is an unknown outcome: %s', (message, says) => {
    const error = storeError('db', failure(undefined, message));
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringMatching(says) });
  });

  it.each([
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', /asks for a password; add it/],
    ['The server does not support SSL connections', /has no TLS; switch it on there/],
  ])('of the driver, without a code, may be a mistake of the configuration: %s', (message, says) => {
    const error = storeError('db', failure(undefined, message));
    expect(error).toMatchObject({ code: 'STORE_MISCONFIGURED', message: expect.stringMatching(says) });
  });

  it('keeps no value of a row in its cause', () => {
    const refused = Object.assign(failure('22P02', 'invalid input: "Samir al-Hasan"'), {
      detail: 'Failing row contains (Samir al-Hasan)',
    });
    const { cause } = storeError('db', refused);
    expect(JSON.stringify([cause, String(cause), Object.entries(cause as object)])).not.toMatch(/Samir/);
    expect(cause).toMatchObject({ code: '22P02' });
  });

  it('of the engine stays what it is', () => {
    const error = new StoreLockedError('folder', 'somebody');
    expect(storeError('db', error)).toBe(error);
  });

  it('at a deadline is an unknown outcome', () => {
    expect(storeError('db', new DeadlineError(100))).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('is repeatable where the database took the transaction back, and of values where a value was refused', () => {
    expect(['40001', '40P01', '08006', '57P01'].map((code) => isRepeatable(failure(code)))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(['22021', '23505', '54000', '40001'].map((code) => isOfValues(failure(code)))).toEqual([
      ...[true, true, true, false],
    ]);
  });
});
