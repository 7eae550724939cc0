import {
  EngineError,
  StoreCorruptError,
  StoreMisconfiguredError,
  StoreUnavailableError,
} from '@safeconduct/engine';

/** A statement had no answer within its deadline. Its connection is closed; its effect is unknown. */
export class DeadlineError extends Error {
  readonly code = 'DEADLINE';
  constructor(deadlineMs: number) {
    super(`no answer within ${deadlineMs} ms`);
  }
}

type Kind = 'unavailable' | 'misconfigured' | 'corrupt';
type Explanation = readonly [codes: RegExp, kind: Kind, text: string, words?: RegExp];

/**
 * What the codes of PostgreSQL (SQLSTATE, appendix A of its manual), of Node and of the driver mean to an
 * operator. The first row that matches counts. Where a code means several things, the words of the message decide:
 * pgbouncer has one code for all that it refuses.
 */
const explanations: readonly Explanation[] = [
  [
    /^28000$/,
    'misconfigured',
    'the database refuses connections without TLS; add sslmode=verify-full to the address of the store',
    /no encryption/,
  ],
  [
    /^28000$/,
    'misconfigured',
    'the database lets nobody of this name come from this machine to this database; add a line to its pg_hba.conf, ' +
      'or correct the address of the store',
    /pg_hba/,
  ],
  [
    /^28/,
    'misconfigured',
    'the database refuses the user or the password; correct them in the address of the store',
  ],
  [
    /^3D000$/,
    'misconfigured',
    'there is no such database; create it, or correct its name in the address of the store',
  ],
  [
    /^42501$/,
    'misconfigured',
    'the role lacks a right; let the owner of the tables run the migrations, or grant it',
  ],
  [
    /^(42P01|42703|42883|3F000)$/,
    'misconfigured',
    'a table, a column or a function is missing; run the migrations of this release',
  ],
  [
    /^(0A000|42601|42704)$/,
    'misconfigured',
    'the database does not know what is asked of it; use PostgreSQL 14 or later',
  ],
  [/^XX00[12]$/, 'corrupt', 'its data are damaged'],
  [/^57P0/, 'unavailable', 'the database is stopping, starting, or was told to end this connection'],
  [/^57014$/, 'unavailable', 'the database cancelled the statement'],
  [/^25006$/, 'unavailable', 'the database takes no writes; it may be a replica, so use the primary'],
  [/^53100$/, 'unavailable', 'the disk of the database is full; make room, nothing has to be restarted'],
  [
    /^53300$/,
    'unavailable',
    'the database has no connection left; raise max_connections, or use fewer connections',
  ],
  [/^53/, 'unavailable', 'the database lacks memory, disk or connections'],
  [/^(40001|40P01)$/, 'unavailable', 'the database took the transaction back; it can be repeated'],
  [/^55P03$/, 'unavailable', 'another transaction holds a lock for too long'],
  [
    /^(ECONNREFUSED|ENOENT)$/,
    'unavailable',
    'nothing listens there; start the database, or correct the address',
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    'unavailable',
    'its host has no address; correct the name of the host, or the DNS',
  ],
  [
    /^CERT_HAS_EXPIRED$/,
    'misconfigured',
    'the certificate of the database has ended; give the database a new one',
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'misconfigured',
    'the certificate of the database is for another host; use the host that it is for in the address of the store, ' +
      'or give the database one for this host',
  ],
  [
    /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/,
    'misconfigured',
    'the certificate of the database is of an authority that is not trusted here; add sslrootcert=<file of the ' +
      'authority> to the address of the store',
  ],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_)/,
    'misconfigured',
    'the certificate of the database is not accepted; correct it, or the TLS options of the address',
  ],
  [/^25P03$/, 'unavailable', 'the database ended a transaction that stood still; it is done again'],
  [
    /^DEADLINE$/,
    'unavailable',
    'the database did not answer in time; look at its load, at locks that are held there, and at the size of the ' +
      'pool where a pooler stands between',
  ],
  [
    /^08P01$/,
    'misconfigured',
    'the pooler before the database is in statement mode, which has no transactions; set its pool_mode to transaction',
    /statement pooling/,
  ],
  [
    /^08P01$/,
    'unavailable',
    'the pooler before the database takes no more clients; raise its max_client_conn',
    /no more connections|max_client_conn/,
  ],
  [
    /^08P01$/,
    'unavailable',
    'the pooler before the database had no connection free in time; raise its default_pool_size, or set its ' +
      'pool_mode to transaction',
    /query_wait_timeout/,
  ],
  [
    /^08P01$/,
    'misconfigured',
    'the pooler before the database refuses an option of the address of the store; take it out, or let the pooler ' +
      'pass over it (ignore_startup_parameters)',
    /startup parameter/,
  ],
  [
    /^08P01$/,
    'misconfigured',
    'there is no such database; create it, or correct its name in the address of the store or at the pooler',
    /no such database|database .* does not exist/,
  ],
  [
    /^08P01$/,
    'misconfigured',
    'the pooler before the database refuses the user or the password; correct them in the address of the store, or ' +
      'in the list of users of the pooler',
    /password|authentication|no such user/,
  ],
  [
    /^08P01$/,
    'unavailable',
    'the pooler before the database does not reach it; start the database, or correct its address at the pooler',
    /connect|login|server/,
  ],
  [
    /^(08|ECONN|EPIPE|ETIMEDOUT|EHOST|ENETUNREACH)/,
    'unavailable',
    'the connection to the database broke, or none was made',
  ],
];

/** Errors of the driver that have no code. */
const withoutCode: readonly Explanation[] = [
  [
    /password must be a string/,
    'misconfigured',
    'the database asks for a password; add it to the address of the store',
  ],
  [
    /does not support SSL/,
    'misconfigured',
    'the database has no TLS; switch it on there, or take sslmode out of the address of the store',
  ],
  [/timeout exceeded when trying to connect/, 'unavailable', 'no connection was free in time'],
  [/connection timeout/, 'unavailable', 'the database did not accept a connection in time'],
  [/Cannot use a pool after calling end/, 'unavailable', 'the store is closed'],
  [
    /Connection terminated|Client (was closed|has encountered)|not queryable/,
    'unavailable',
    'the connection to the database broke',
  ],
];

/**
 * Translates an error of the driver into one of the engine. Errors of the engine are returned unchanged. What
 * nobody knows is taken for an unknown outcome.
 * @param name  of the database, for people
 */
export function storeError(name: string, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const [, kind, text] = explanationOf(error) ?? [undefined, 'unavailable' as const, unknownText(error)];
  const cause = withoutValues(error);
  if (kind === 'misconfigured') return new StoreMisconfiguredError(name, text, cause);
  if (kind === 'corrupt') return new StoreCorruptError(name, text, cause);
  return new StoreUnavailableError(name, text, cause);
}

/** Whether the database took the transaction back before it was committed, and would accept it now. */
export const isRepeatable = (error: unknown): boolean => /^(40001|40P01)$/.test(codeOf(error));

/** Whether a value of the statement was refused, so that the statement fails again with the same values. */
export const isOfValues = (error: unknown): boolean => /^(22|23|54)/.test(codeOf(error));

/** The code of the database, of Node or of the driver; empty when there is none. */
export const codeOf = (error: unknown): string => fieldOf(error, 'code');

const messageOf = (error: unknown): string => fieldOf(error, 'message') || String(error);

function explanationOf(error: unknown): Explanation | undefined {
  const [code, message] = [codeOf(error), messageOf(error)];
  if (code !== '')
    return explanations.find(([codes, , , words]) => codes.test(code) && words?.test(message) !== false);
  return withoutCode.find(([messages]) => messages.test(message));
}

const unknownText = (error: unknown): string => `it failed with ${codeOf(error) || 'an unknown error'}`;

/**
 * The same error without what may be a personal datum: the database repeats values of a row in its details,
 * and in the messages of some codes.
 */
function withoutValues(error: unknown): Error {
  const code = codeOf(error);
  const text = /^(22|23|28|54)/.test(code) || namesUser(error) ? 'refused' : messageOf(error);
  return Object.assign(new Error(code === '' ? text : `${code}: ${text}`), code !== '' && { code });
}

/** A pooler repeats the name of the user. */
const namesUser = (error: unknown): boolean =>
  codeOf(error) === '08P01' && /user|password/.test(messageOf(error));

// Errors are recognised by their fields, not by their class, because a test runner may load the driver twice.
function fieldOf(error: unknown, name: 'code' | 'message'): string {
  const value = (error as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
