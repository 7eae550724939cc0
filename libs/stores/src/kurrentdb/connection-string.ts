import { StoreUnavailableError } from '@safeconduct/engine';

/** A connection string as the client gets it, and a name of the same server that may be printed. */
export interface ConnectionString {
  readonly url: string;
  /** Protocol and hosts, without the credentials: `kurrentdb://db-1:2113,db-2:2113`. */
  readonly name: string;
}

const form = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/([^?]+)(?:\?(.*))?$/s;

/** Settings of the client that this store decides itself, in the form in which the client compares names. */
const ownSettings = new Set(['nodepreference', 'throwonappendfailure']);

/** The others. The client prints a string with a setting that it does not know, and the password with it. */
const knownSettings = new Set([
  'connectionname',
  'defaultdeadline',
  'discoveryinterval',
  'gossiptimeout',
  'keepaliveinterval',
  'keepalivetimeout',
  'maxdiscoverattempts',
  'tls',
  'tlscafile',
  'tlsverifycert',
  'usercertfile',
  'userkeyfile',
]);

/**
 * Reads `kurrentdb://user:password@host:2113,host:2113?tls=true`, `kurrentdb+discover://host`, and the older
 * `esdb://`. Hosts, TLS, files of certificates, credentials and timeouts are left as they are. Reads always go
 * to the leader, because they decide. An error never shows the text, because it may hold a password.
 * @throws StoreUnavailableError  it is no connection string
 */
export function readConnectionString(text: string): ConnectionString {
  const [, , discover = '', place = '', query = ''] = form.exec(text.trim()) ?? [];
  const hosts = hostsOf(place);
  if (hosts === '') throw unreadable();
  const settings = query.split('&').filter((setting) => setting !== '' && !ownSettings.has(nameOf(setting)));
  const odd = settings.find((setting) => !knownSettings.has(nameOf(setting)) || !/=./.test(setting));
  if (odd !== undefined) throw unreadable(named(odd, query));
  const protocol = `kurrentdb${discover}`;
  const all = [...settings, 'nodePreference=leader'].join('&');
  return { url: `${protocol}://${withoutSlashes(place)}?${all}`, name: `${protocol}://${hosts}` };
}

export const unreadable = (why = ''): StoreUnavailableError =>
  new StoreUnavailableError(
    'kurrentdb',
    `the connection string cannot be read${why}; write it as kurrentdb://user:password@host:2113?tls=true, ` +
      'with : @ / and ? inside of a password as %3A %40 %2F and %3F',
  );

/** The name of a setting that there is not, unless it may be the end of a password. */
const named = (setting: string, query: string): string =>
  query.includes('@') ? '' : `, it knows no setting ${nameOf(setting)}=<value>`;

const withoutSlashes = (place: string): string => place.replace(/\/+$/, '');

const hostsOf = (place: string): string => withoutSlashes(place.slice(place.lastIndexOf('@') + 1));

const nameOf = (setting: string): string =>
  (setting.split('=')[0] ?? '').trim().toLowerCase().replace(/[_-]/g, '');
