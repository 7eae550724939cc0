import { z } from 'zod';
import { Instant, PersonId } from './scalars.js';

/** What a token for a program lets it do, in the name and within the permissions of the person who made it. */
export const scopes = ['read', 'audit', 'send', 'import', 'metrics'] as const;
export type Scope = (typeof scopes)[number];

const secretCharactersMax = 1024;
const nameCharactersMax = 200;

const password = z
  .string()
  .min(1)
  .max(secretCharactersMax)
  .meta({ description: 'At least 12 characters where a new one is set.' });
const code = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(nameCharactersMax);
/** What the browser's own interface for passkeys takes and gives (WebAuthn, JSON forms). */
const ofBrowser = z.looseObject({});

export const TypedSignIn = z
  .strictObject({
    person: PersonId,
    password,
    code: code.optional().meta({ description: 'Six digits of the authenticator app, where it is set up.' }),
  })
  .meta({ id: 'TypedSignIn' });
export type TypedSignIn = z.infer<typeof TypedSignIn>;

export const BrowserOptions = z
  .strictObject({ options: ofBrowser.meta({ description: 'For `navigator.credentials`.' }) })
  .meta({ id: 'BrowserOptions' });
export type BrowserOptions = z.infer<typeof BrowserOptions>;

export const PasskeyAnswer = z
  .strictObject({ credential: ofBrowser.meta({ description: 'What the browser answered, as JSON.' }) })
  .meta({ id: 'PasskeyAnswer' });

export const NewPasskey = z
  .strictObject({
    name: name.meta({ description: 'By which the person tells it from others, such as the device.' }),
    credential: ofBrowser.meta({ description: 'What the browser answered, as JSON.' }),
  })
  .meta({ id: 'NewPasskey' });

export const UsedInvitation = z
  .strictObject({
    code: code.meta({ description: 'The code of the invitation.' }),
    password,
    person: PersonId.optional().meta({
      description: 'Only for the first administrator: the id under which they are registered.',
    }),
    nameLatin: name.optional().meta({ description: 'Only for the first administrator.' }),
    nameArabic: name.optional().meta({ description: 'Only for the first administrator.' }),
  })
  .meta({ id: 'UsedInvitation' });

export const NewPassword = z.strictObject({ current: password, next: password }).meta({ id: 'NewPassword' });

export const OneTimeCode = z.strictObject({ code }).meta({ id: 'OneTimeCode' });

export const TotpOffer = z
  .strictObject({
    secret: z.string().meta({ description: 'Base32, to be typed.' }),
    uri: z.string().meta({ description: 'The same for a scanner: `otpauth://totp/…`.' }),
    qr: z
      .strictObject({
        size: z.int().meta({ description: 'The side of its square, in modules, with the bright border.' }),
        path: z.string().meta({ description: 'The dark modules as a path of SVG, in modules.' }),
      })
      .meta({ description: 'The address as a QR code.' }),
  })
  .meta({ id: 'TotpOffer' });
export type TotpOffer = z.infer<typeof TotpOffer>;

const tokenDaysMax = 366;

export const NewToken = z
  .strictObject({
    name: name.meta({ description: 'What it is for.' }),
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    days: z.int().min(1).max(tokenDaysMax).default(90).meta({ description: 'After how many days it ends.' }),
  })
  .meta({ id: 'NewToken' });

const token = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: Instant,
  endsAt: Instant,
};

export const CreatedToken = z
  .strictObject({ ...token, token: z.string().meta({ description: 'Shown here, and never again.' }) })
  .meta({ id: 'CreatedToken' });
export type CreatedToken = z.infer<typeof CreatedToken>;

const ways = {
  person: PersonId,
  hasPassword: z.boolean(),
  hasTotp: z
    .boolean()
    .meta({ description: 'A code of an authenticator app is asked for beside the password.' }),
  hasIssuer: z.boolean().meta({ description: 'They have signed in at the issuer, by an account there.' }),
  invitedUntil: Instant.nullable().meta({
    description: 'Until when the code of their invitation can be used; null: there is none.',
  }),
  waitsUntil: Instant.nullable().meta({
    description:
      'After several attempts that failed: until when the next one has to wait; null: it can be made now. A passkey does not wait.',
  }),
};

export const Account = z
  .strictObject({
    ...ways,
    passkeys: z.array(
      z.strictObject({ id: z.string(), name: z.string(), createdAt: Instant, usedAt: Instant.nullable() }),
    ),
    tokens: z.array(z.strictObject(token)),
    sessions: z.array(z.strictObject({ means: z.string(), since: Instant, seenAt: Instant })),
    acts: z
      .array(
        z.strictObject({
          at: Instant,
          what: z.string().meta({ description: 'Such as `SIGNED_IN` or `PASSWORD_CHANGED`.' }),
          by: PersonId.nullable(),
          address: z.string().meta({ description: 'From where.' }),
        }),
      )
      .meta({ description: 'What was done about the account, the newest first.' }),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const AccountList = z
  .strictObject({
    hasLocalAccounts: z.boolean().meta({
      description: 'People sign in here by passwords and passkeys, so they can be invited.',
    }),
    items: z.array(z.strictObject({ ...ways, hasPasskey: z.boolean() })),
  })
  .meta({ id: 'AccountList' });
export type AccountList = z.infer<typeof AccountList>;

export const Invitation = z
  .strictObject({
    person: PersonId,
    code: z.string().meta({ description: 'Shown here, and never again. It can be used once.' }),
    endsAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const EndedSessions = z.strictObject({ ended: z.int() }).meta({ id: 'EndedSessions' });
export type EndedSessions = z.infer<typeof EndedSessions>;

export const SignedOut = EndedSessions.extend({
  endAt: z
    .url()
    .nullable()
    .meta({
      description:
        'Where the browser goes to sign out at the issuer too; null where the session did not begin there, or the issuer has no ' +
        'such address or does not answer.',
    }),
}).meta({ id: 'SignedOut' });
export type SignedOut = z.infer<typeof SignedOut>;
