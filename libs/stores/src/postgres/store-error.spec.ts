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
    ['CERT_HAS_EXPIRED', 'STORE_MISCONFIGURED', /certificate of the database is not accepted/],
    ['XX000', 'STORE_UNAVAILABLE', /failed with XX000/],
  ])('with the code %s becomes %s, and says what to do', (code, expected, says) => {
    const error = storeError('db:5432/cases', failure(code));
    expect(error).toMatchObject({ code: expected, message: expect.stringMatching(says) });
    expect(error.message).toMatch(/db:5432\/cases/);
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
