import { z } from 'zod';
import type { SignInMeans } from '../sign-in/principal.js';
import { ConfigurationError } from './configuration-error.js';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An issuer is named by scheme, host and path alone. Without TLS only on this machine: whoever is between could sign in. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  return (
    (protocol === 'https:' || loopbackHosts.has(hostname)) &&
    [search, hash, username].every((part) => part === '')
  );
}

/** The settings of how people sign in. */
export const signInSettings = {
  SAFECONDUCT_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isIssuer)
    .optional()
    .meta({
      description:
        'Another server at which people sign in, by OpenID Connect: its `https://` address as its own ' +
        '`/.well-known/openid-configuration` has it in `issuer`. `http://` on this machine alone.',
      example: 'https://id.example.org/realms/office',
    }),
  SAFECONDUCT_ISSUER_CLIENT: z.string().min(1).optional().meta({
    description: 'The id under which the issuer knows this installation.',
    example: 'safeconduct',
  }),
  SAFECONDUCT_ISSUER_SECRET_FILE: z.string().min(1).optional().meta({
    description:
      'File with the secret of that client. Left out: a public client, which is bound to each sign-in by PKCE alone.',
    example: '/run/secrets/issuer.secret',
  }),
  SAFECONDUCT_ISSUER_PERSON_CLAIM: z
    .string()
    .regex(/^[A-Za-z0-9_.:/-]{1,128}$/)
    .optional()
    .meta({
      description:
        'The claim that is the id of the person in the directory, at their first sign-in. From then on the account at the ' +
        'issuer (`sub`) is that person. It must be one that nobody can choose for themselves. Left out: `sub`.',
      example: 'preferred_username',
    }),
  SAFECONDUCT_ISSUER_NAME: z.string().trim().min(1).max(80).optional().meta({
    description: 'What the page where one signs in calls the issuer. Left out: its host.',
    example: 'Ministry account',
  }),
  SAFECONDUCT_LOCAL_ACCOUNTS: z
    .enum(['true', 'false'])
    .default('true')
    .meta({
      description:
        '`false`: no passwords, passkeys and invitations; people sign in at the issuer alone, and sessions that began ' +
        'otherwise are over.',
      example: 'true',
    }),
};

type Given = z.output<z.ZodObject<typeof signInSettings>>;

/** The issuer, as it is configured. */
export interface IssuerConfiguration {
  readonly url: string;
  readonly client: string;
  readonly secretFile: string | undefined;
  readonly personClaim: string;
  readonly name: string;
}

/** By which ways people sign in. */
export interface SignInConfiguration {
  readonly issuer: IssuerConfiguration | undefined;
  /** Whether there are passwords, passkeys and invitations. */
  readonly hasLocalAccounts: boolean;
}

/** @throws ConfigurationError  settings that do not go together */
export function signInBy(data: Given): SignInConfiguration {
  const hasLocalAccounts = data.SAFECONDUCT_LOCAL_ACCOUNTS === 'true';
  const url = data.SAFECONDUCT_ISSUER;
  if (url === undefined) {
    refuseWithoutIssuer(data);
    return { issuer: undefined, hasLocalAccounts };
  }
  if (data.SAFECONDUCT_ISSUER_CLIENT === undefined)
    throw new ConfigurationError([
      'SAFECONDUCT_ISSUER_CLIENT is missing: say under which id the issuer knows this installation, such as ' +
        'SAFECONDUCT_ISSUER_CLIENT=safeconduct',
    ]);
  const issuer = {
    url,
    client: data.SAFECONDUCT_ISSUER_CLIENT,
    secretFile: data.SAFECONDUCT_ISSUER_SECRET_FILE,
    personClaim: data.SAFECONDUCT_ISSUER_PERSON_CLAIM ?? 'sub',
    name: data.SAFECONDUCT_ISSUER_NAME ?? new URL(url).host,
  };
  return { issuer, hasLocalAccounts };
}

const withIssuer = [
  'SAFECONDUCT_ISSUER_CLIENT',
  'SAFECONDUCT_ISSUER_SECRET_FILE',
  'SAFECONDUCT_ISSUER_PERSON_CLAIM',
  'SAFECONDUCT_ISSUER_NAME',
] as const;

/** @throws ConfigurationError  one of them means something with an issuer alone */
function refuseWithoutIssuer(data: Given): void {
  const lines = withIssuer
    .filter((name) => data[name] !== undefined)
    .map((name) => `${name} is given and SAFECONDUCT_ISSUER is not; give both, or none`);
  if (data.SAFECONDUCT_LOCAL_ACCOUNTS === 'false')
    lines.push(
      'SAFECONDUCT_LOCAL_ACCOUNTS: without local accounts and without an issuer nobody could sign in; give ' +
        'SAFECONDUCT_ISSUER=https://id.example.org/realms/office',
    );
  if (lines.length > 0) throw new ConfigurationError(lines);
}

/** By what people may sign in. */
export const meansOf = ({ issuer, hasLocalAccounts }: SignInConfiguration): ReadonlySet<SignInMeans> =>
  new Set([
    ...(hasLocalAccounts ? (['password', 'passkey'] as const) : []),
    ...(issuer === undefined ? [] : (['issuer'] as const)),
  ]);
