import {
  combinationProblem,
  eventsPattern,
  postgresPattern,
  viewsPattern,
  type StoresConfiguration,
} from '@safeconduct/stores';
import { idPattern, identityForm } from '@safeconduct/workflow';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.js';
import { signInBy, signInSettings, type SignInConfiguration } from './sign-in-settings.js';

export { ConfigurationError, readSetting } from './configuration-error.js';

const defaultPort = 3000;
const hour = 3600;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Decimal digits and nothing else: no sign, no `0x10`, no `1e3`, no spaces. */
const decimal = (max: number, min = 0) =>
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const portMax = 65_535;
const dayMinutes = 1440;
const weekHours = 168;
const decadeDays = 3650;
const century = 3_155_760_000;

/** Every setting, with what it does. The reference page is generated from it. */
export const settings = {
  SAFECONDUCT_EVENTS: z
    .string()
    .regex(eventsPattern)
    .default('sqlite:./data')
    .meta({
      description:
        'Where the event log is: `sqlite:` and a folder for the embedded store, `postgres://` for a PostgreSQL ' +
        'database, `kurrentdb://` for a KurrentDB (EventStoreDB) cluster, `memory:` for a trial whose data are ' +
        'gone with the process.',
      example: 'sqlite:./data',
    }),
  SAFECONDUCT_VIEWS: z
    .string()
    .regex(viewsPattern)
    .optional()
    .meta({
      description:
        'Where the views, the leases and the jobs are: `sqlite:` and a folder, or `postgres://`. Left out: beside ' +
        'the events. It must be given when the events are in KurrentDB.',
      example: 'postgres://safeconduct@db.example.org/safeconduct',
    }),
  SAFECONDUCT_MIGRATION_URL: z
    .string()
    .regex(postgresPattern)
    .optional()
    .meta({
      description:
        'The same PostgreSQL database under a role that owns the tables. Migrations run under it, and the role of ' +
        '`SAFECONDUCT_EVENTS` gets the rights that the application needs. Left out: one role does both.',
      example: 'postgres://safeconduct_owner@db.example.org/safeconduct',
    }),
  SAFECONDUCT_MASTER_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .meta({
      description:
        'File with the 32-byte master key, the same for every server over one log. Left out: `master.key` in the ' +
        'data folder (`./data` where the log is in a database), made on first use.',
      example: '/run/secrets/safeconduct.key',
    }),
  SAFECONDUCT_MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=?$/)
    .optional()
    .meta({
      description:
        'The master key itself, 32 bytes in base64, where a secret cannot be given as a file; in place of ' +
        '`SAFECONDUCT_MASTER_KEY_FILE`. Make one with `openssl rand -base64 32`.',
      example: 'c2FmZWNvbmR1Y3QgbWFzdGVyIGtleSwgMzIgYnl0ZXM=',
    }),
  SAFECONDUCT_FORMER_MASTER_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .meta({
      description:
        'File with the master key before this one, while the master key is replaced: until `safeconduct keys rotate` ' +
        'has ended, on every server.',
      example: '/run/secrets/safeconduct.former.key',
    }),
  SAFECONDUCT_KEYS: z
    .string()
    .regex(viewsPattern)
    .optional()
    .meta({
      description:
        'Where the keys that seal personal data are: `sqlite:` and a folder, or `postgres://`; best apart from the log, ' +
        'and backed up apart from it. Left out: the folder `keys` in the data folder, or the schema `safeconduct_keys` ' +
        'in the database of the log or the views.',
      example: 'postgres://safeconduct_keys@keys.example.org/safeconduct',
    }),
  SAFECONDUCT_ROLES: z
    .string()
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['http', 'projections', 'reactions'])).min(1))
    .default(['http', 'projections', 'reactions'])
    .meta({
      description: 'What this process does, separated by commas.',
      example: 'http,projections,reactions',
    }),
  SAFECONDUCT_SETTLE_SECONDS: decimal(century).default(hour).meta({
    description:
      'How long a case must have been left alone before a deadline of it that has passed is recorded.',
    example: '3600',
  }),
  SAFECONDUCT_IMPORTERS: z
    .string()
    .transform((text) => text.split(',').map((id) => identityForm(id.trim())))
    .pipe(z.array(z.string().regex(idPattern)).min(1))
    .default(['sys-import'])
    .meta({
      description:
        'Who may send imports with decisions of other persons to the server: ids, separated by commas. Everybody else ' +
        'imports decisions of their own alone. The command line sends as `sys-import` unless `--as` names somebody; ' +
        'beside no server it may import any.',
      example: 'sys-import,key-01',
    }),
  SAFECONDUCT_REJECTED_ROWS_DAYS: decimal(decadeDays)
    .default(30)
    .meta({
      description:
        'For how many days the rejected rows of an import can be read after its end. They are removed earlier when a ' +
        'person is erased, because they may hold the values of that person.',
      example: '30',
    }),
  SAFECONDUCT_TODAY: z.iso
    .date()
    .optional()
    .meta({
      description:
        'The date of today. Only where a start was refused because the clock of the machine is far from the last ' +
        'recorded event, and the clock is right: the data were not used for more than 30 days, or an earlier clock was ' +
        'wrong. The start is refused if the clock says another date, so it does no harm when it is left behind.',
      example: '2026-11-27',
    }),
  SAFECONDUCT_UNDER_CONSTRUCTION: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .optional()
    .meta({
      description:
        'Workflows to be tried while their texts are not finished, separated by commas: names stand in place of texts. ' +
        'Only in data that were begun with this setting, so that nothing of it comes among cases of persons.',
      example: 'family-visit',
    }),
  SAFECONDUCT_ORIGIN: z
    .string()
    .regex(/^https:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?\/?$/)
    .transform((text) => new URL(text).origin)
    .optional()
    .meta({
      description:
        'The address under which browsers reach the server, where that is not this machine: `https://`, the host, and a ' +
        'port if it is not 443. Then it is reached over TLS alone: that of a proxy (`SAFECONDUCT_PROXIES`) or its own ' +
        '(`SAFECONDUCT_TLS_CERTIFICATE_FILE`).',
      example: 'https://cases.example.org',
    }),
  SAFECONDUCT_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).min(1))
    .optional()
    .meta({
      description:
        'The proxies that have the TLS of `SAFECONDUCT_ORIGIN` and hand requests on, by address or network, separated by ' +
        'commas. What they say in `X-Forwarded-For` and `X-Forwarded-Proto` is believed, and nobody else is.',
      example: '10.0.0.5,10.0.1.0/24',
    }),
  SAFECONDUCT_TLS_CERTIFICATE_FILE: z.string().min(1).optional().meta({
    description: 'File with the certificate of the server and those that lead to its root, as PEM.',
    example: '/run/secrets/tls.crt',
  }),
  SAFECONDUCT_TLS_KEY_FILE: z.string().min(1).optional().meta({
    description: 'File with the private key of that certificate, as PEM.',
    example: '/run/secrets/tls.key',
  }),
  SAFECONDUCT_SESSION_IDLE_MINUTES: decimal(dayMinutes, 1)
    .default(30)
    .meta({ description: 'After how long without a request a session of a person ends.', example: '30' }),
  SAFECONDUCT_SESSION_HOURS: decimal(weekHours, 1)
    .default(12)
    .meta({ description: 'After how long a session ends, however much it is used.', example: '12' }),
  ...signInSettings,
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/)
    .default('127.0.0.1')
    .meta({
      description: 'Address to listen on. One that is not loopback needs `SAFECONDUCT_ORIGIN`.',
      example: '127.0.0.1',
    }),
  PORT: decimal(portMax)
    .default(defaultPort)
    .meta({ description: 'Port to listen on; 0 takes a free one.', example: '3000' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'How much is logged.', example: 'info' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: 'An OpenTelemetry collector that takes OTLP over HTTP. Left out: no traces.',
      example: 'http://localhost:4318',
    }),
};

const schema = z.object(settings);

/** The configuration of one process. */
export interface Configuration {
  readonly stores: StoresConfiguration;
  readonly roles: readonly ('http' | 'projections' | 'reactions')[];
  readonly settleMs: number;
  /** The ids of those who may import decisions of others. */
  readonly importers: readonly string[];
  /** For how long rejected rows of an import are kept after its end. */
  readonly rejectedKeptMs: number;
  /** The date on which somebody says that the clock of this machine is right. */
  readonly today: string | undefined;
  /** The workflows that may be tried while they are under construction, in data begun for that. */
  readonly underConstruction: readonly string[];
  readonly host: string;
  readonly port: number;
  /** Under which browsers reach the server; undefined on loopback alone. */
  readonly origin: string | undefined;
  /** The proxies whose word on a request is believed. */
  readonly proxies: readonly string[];
  /** The files of the server's own certificate and its key. */
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | undefined;
  /** How long a session of a person lives. */
  readonly sessions: { readonly idleMs: number; readonly absoluteMs: number };
  readonly signIn: SignInConfiguration;
  readonly logLevel: string;
  readonly tracesEndpoint: string | undefined;
}

/**
 * Reads the configuration from the environment; `given` wins over it.
 * @throws ConfigurationError  with one line for each mistake
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  given: { readonly data?: string | undefined; readonly port?: string | undefined } = {},
): Configuration {
  const named = Object.fromEntries(
    Object.keys(settings).flatMap((name) =>
      // One rule for all: an empty setting is one that is left out.
      (environment[name] ?? '').trim() === '' ? [] : [[name, environment[name]]],
    ),
  );
  if (given.data !== undefined) {
    named['SAFECONDUCT_EVENTS'] = `sqlite:${given.data}`;
    delete named['SAFECONDUCT_VIEWS'];
    delete named['SAFECONDUCT_MIGRATION_URL'];
    delete named['SAFECONDUCT_KEYS'];
  }
  if (given.port !== undefined) named['PORT'] = given.port;
  const parsed = schema.safeParse(named);
  if (!parsed.success) throw new ConfigurationError(mistakes(parsed.error));
  const { data } = parsed;
  const stores: StoresConfiguration = {
    events: data.SAFECONDUCT_EVENTS,
    views: data.SAFECONDUCT_VIEWS,
    migration: data.SAFECONDUCT_MIGRATION_URL,
    masterKey: data.SAFECONDUCT_MASTER_KEY,
    masterKeyFile: data.SAFECONDUCT_MASTER_KEY_FILE,
    formerMasterKeyFile: data.SAFECONDUCT_FORMER_MASTER_KEY_FILE,
    keys: data.SAFECONDUCT_KEYS,
  };
  const problem = combinationProblem(stores);
  if (problem !== undefined) throw new ConfigurationError([`SAFECONDUCT_EVENTS: ${problem}`]);
  if (stores.masterKey !== undefined && stores.masterKeyFile !== undefined)
    throw new ConfigurationError([
      'SAFECONDUCT_MASTER_KEY: the master key is given twice; leave this or SAFECONDUCT_MASTER_KEY_FILE out',
    ]);
  return {
    stores,
    roles: data.SAFECONDUCT_ROLES,
    settleMs: data.SAFECONDUCT_SETTLE_SECONDS * 1000,
    importers: data.SAFECONDUCT_IMPORTERS,
    rejectedKeptMs: data.SAFECONDUCT_REJECTED_ROWS_DAYS * dayMs,
    today: data.SAFECONDUCT_TODAY,
    underConstruction: data.SAFECONDUCT_UNDER_CONSTRUCTION ?? [],
    ...reachedBy(data),
    port: data.PORT,
    sessions: {
      idleMs: data.SAFECONDUCT_SESSION_IDLE_MINUTES * minuteMs,
      absoluteMs: data.SAFECONDUCT_SESSION_HOURS * hour * 1000,
    },
    signIn: signInBy(data),
    logLevel: data.LOG_LEVEL,
    tracesEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/**
 * Where the server is reached. Beyond this machine only over TLS, which somebody has to have.
 * @throws ConfigurationError
 */
function reachedBy(
  data: z.output<typeof schema>,
): Pick<Configuration, 'host' | 'origin' | 'proxies' | 'tls'> {
  const { HOST: host, SAFECONDUCT_ORIGIN: origin, SAFECONDUCT_PROXIES: proxies = [] } = data;
  const [certificateFile, keyFile] = [data.SAFECONDUCT_TLS_CERTIFICATE_FILE, data.SAFECONDUCT_TLS_KEY_FILE];
  const refuse = (text: string) => {
    throw new ConfigurationError([text]);
  };
  if ((certificateFile === undefined) !== (keyFile === undefined))
    refuse('SAFECONDUCT_TLS_CERTIFICATE_FILE and SAFECONDUCT_TLS_KEY_FILE go together; give both, or none');
  const tls = certificateFile && keyFile ? { certificateFile, keyFile } : undefined;
  if (origin === undefined && (tls !== undefined || proxies.length > 0))
    refuse(
      'SAFECONDUCT_ORIGIN is missing: with TLS or a proxy, say under which address browsers reach the server, ' +
        'such as SAFECONDUCT_ORIGIN=https://cases.example.org',
    );
  if (origin === undefined && !loopback.test(host))
    refuse(
      'HOST is not this machine alone, so case data would go over the network without TLS. Give ' +
        'SAFECONDUCT_ORIGIN=https://cases.example.org, and SAFECONDUCT_PROXIES for a proxy that has the TLS, or ' +
        'SAFECONDUCT_TLS_CERTIFICATE_FILE and SAFECONDUCT_TLS_KEY_FILE for TLS of its own',
    );
  if (origin !== undefined && tls === undefined && proxies.length === 0)
    refuse(
      'SAFECONDUCT_ORIGIN: nobody has the TLS of it. Give SAFECONDUCT_PROXIES for a proxy that has it, such as ' +
        '10.0.0.5, or SAFECONDUCT_TLS_CERTIFICATE_FILE and SAFECONDUCT_TLS_KEY_FILE',
    );
  if (tls !== undefined && proxies.length > 0)
    refuse('SAFECONDUCT_PROXIES: the TLS is that of a proxy or of the server itself; give one of the two');
  return { host, origin, proxies, tls };
}

function mistakes(error: z.ZodError): readonly string[] {
  const names = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  return names.map((name) => {
    const { description, example } = (settings as Record<string, z.ZodType>)[name]?.meta() ?? {};
    return `${name} does not fit. ${String(description)} Example: ${name}=${String(example)}`;
  });
}
