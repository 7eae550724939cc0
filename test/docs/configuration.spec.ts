import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import {
  ConfigurationError,
  readConfiguration,
  settings,
} from '../../apps/server/src/start/configuration.js';
import { expectInStep } from './generated.js';

interface Meta {
  readonly description: string;
  readonly example: string;
}

const all = Object.entries(settings as Record<string, z.ZodType>).map(([name, schema]) => {
  const { description, example } = schema.meta() as unknown as Meta;
  const parsed = schema.safeParse(undefined);
  const given = parsed.success ? (parsed.data as string | number | readonly string[] | undefined) : undefined;
  const standard = given === undefined ? '' : `\`${Array.isArray(given) ? given.join(',') : String(given)}\``;
  return { name, description, example, standard };
});

const page = `# Configuration

Settings come from the environment, and below it from a file \`.env\` in the folder where the command is given, with
lines such as \`PORT=3001\`. An empty setting counts as one that is left out; an option of the command line must have a
value. Numbers are decimal digits. A wrong setting stops the start with one line that names it. This page is made from
the schema that reads them, \`apps/server/src/start/configuration.ts\`.

| setting | default | what it does | example |
|---|---|---|---|
${all.map(({ name, description, example, standard }) => `| \`${name}\` | ${standard} | ${description} | \`${example}\` |`).join('\n')}
`;

describe('docs/reference/configuration.md', () => {
  it('is what the schema of the settings says', async () => {
    await expectInStep('docs/reference/configuration.md', page);
  });
});

describe('a setting', () => {
  it.each(all.map(({ name, example }) => [name, example] as const))(
    '%s accepts its own example',
    (name, example) => {
      expect(() => readConfiguration({ ...besides[name], [name]: example })).not.toThrow();
    },
  );

  it.each([
    [
      'views of the embedded store elsewhere',
      { SAFECONDUCT_VIEWS: 'postgres://db/x' },
      'leave SAFECONDUCT_VIEWS out',
    ],
    [
      'KurrentDB without a place for views',
      { SAFECONDUCT_EVENTS: 'kurrentdb://db:2113' },
      'give SAFECONDUCT_VIEWS',
    ],
    [
      'an owner of tables without a database',
      { SAFECONDUCT_MIGRATION_URL: 'postgres://owner:secret@db/x' },
      'SAFECONDUCT_MIGRATION_URL is for PostgreSQL',
    ],
    [
      'an issuer that does not know this installation',
      { SAFECONDUCT_ISSUER: 'https://id.example.org' },
      'SAFECONDUCT_ISSUER_CLIENT is missing',
    ],
    [
      'a secret for no issuer',
      { SAFECONDUCT_ISSUER_SECRET_FILE: '/secret' },
      'SAFECONDUCT_ISSUER_SECRET_FILE is given and SAFECONDUCT_ISSUER is not',
    ],
    [
      'no local accounts and no issuer',
      { SAFECONDUCT_LOCAL_ACCOUNTS: 'false' },
      'without an issuer nobody could sign in',
    ],
  ])('is refused with what to do: %s', (_what, environment, told) => {
    const lines = linesOf(environment);
    expect(lines).toEqual([expect.stringContaining(told)]);
    expect(lines[0]).not.toContain('secret');
  });

  it.each([
    ['PORT', 'many'],
    ...['70000', '0x1F91', '1e3', '+1', '1.0', ' 3000', '-1', '٣٠٠٠'].map(
      (value) => ['PORT', value] as const,
    ),
    ...['0x10', '1e3', '+60', '6 0', '-0'].map((value) => ['SAFECONDUCT_SETTLE_SECONDS', value] as const),
    ['HOST', 'every host'],
    ['SAFECONDUCT_ORIGIN', 'http://cases.example.org'],
    ['SAFECONDUCT_PROXIES', 'proxy.example.org'],
    ['SAFECONDUCT_SESSION_HOURS', '0'],
    ...[
      'http://id.example.org/realms/office',
      'https://id.example.org/?realm=office',
      'https://user@id.example.org/',
      'an issuer',
    ].map((value) => ['SAFECONDUCT_ISSUER', value] as const),
    ['SAFECONDUCT_LOCAL_ACCOUNTS', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['SAFECONDUCT_ROLES', 'http,cleaning'],
    ['SAFECONDUCT_EVENTS', 'mysql://x'],
    ['SAFECONDUCT_SETTLE_SECONDS', '-1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'not an address'],
  ])('%s=%s stops the start with one line that names it and an example, never the value', (name, value) => {
    const lines = linesOf({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} .+ Example: ${name}=`));
    expect(lines[0]).not.toContain(value);
  });

  it.each(all.map(({ name }) => name))('%s counts as left out when it is empty or blank', (name) => {
    const { [name]: _itself, ...others } = { [name]: '', ...besides[name] };
    const standard = outcomeOf(others);
    for (const blank of ['', ' ', '\t ']) expect(outcomeOf({ ...others, [name]: blank })).toEqual(standard);
  });

  it('has a line of its own for each mistake', () => {
    expect(linesOf({ PORT: 'x', HOST: 'every host' })).toHaveLength(2);
  });
});

const issuer = { SAFECONDUCT_ISSUER: 'https://id.example.org/realms/office' };

/** Settings that another one needs beside it. */
const besides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SAFECONDUCT_VIEWS: { SAFECONDUCT_EVENTS: 'kurrentdb://db.example.org:2113' },
  SAFECONDUCT_MIGRATION_URL: { SAFECONDUCT_EVENTS: 'postgres://db.example.org/safeconduct' },
  SAFECONDUCT_ORIGIN: { SAFECONDUCT_PROXIES: '10.0.0.5' },
  SAFECONDUCT_PROXIES: { SAFECONDUCT_ORIGIN: 'https://cases.example.org' },
  SAFECONDUCT_TLS_CERTIFICATE_FILE: {
    SAFECONDUCT_ORIGIN: 'https://cases.example.org',
    SAFECONDUCT_TLS_KEY_FILE: '/run/secrets/tls.key',
  },
  SAFECONDUCT_TLS_KEY_FILE: {
    SAFECONDUCT_ORIGIN: 'https://cases.example.org',
    SAFECONDUCT_TLS_CERTIFICATE_FILE: '/run/secrets/tls.crt',
  },
  SAFECONDUCT_ISSUER: { SAFECONDUCT_ISSUER_CLIENT: 'safeconduct' },
  SAFECONDUCT_ISSUER_CLIENT: issuer,
  ...Object.fromEntries(
    ['SECRET_FILE', 'PERSON_CLAIM', 'NAME'].map((name) => [
      `SAFECONDUCT_ISSUER_${name}`,
      { ...issuer, SAFECONDUCT_ISSUER_CLIENT: 'safeconduct' },
    ]),
  ),
};

/** The configuration, or the lines with which it is refused. */
function outcomeOf(environment: Record<string, string>): unknown {
  try {
    return readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.lines;
    throw error;
  }
}

function linesOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.lines;
    throw error;
  }
  throw new Error('nothing was refused');
}
