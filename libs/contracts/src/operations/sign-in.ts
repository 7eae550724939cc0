import { z } from 'zod';
import { Preferences, Session } from '../people.js';
import { PersonId } from '../scalars.js';
import {
  Account,
  AccountList,
  BrowserOptions,
  CreatedToken,
  EndedSessions,
  Invitation,
  NewPasskey,
  NewPassword,
  NewToken,
  OneTimeCode,
  PasskeyAnswer,
  SignedOut,
  TotpOffer,
  TypedSignIn,
  UsedInvitation,
  type Scope,
} from '../sign-in.js';
import { apiBase, none, noHeaders, operation } from './parts.js';

const onlyRead: Scope[] = ['read'];
const empty = z.strictObject({});
const shared = { tag: 'sign-in', params: none, query: none, headers: noHeaders } as const;
const posts = { ...shared, method: 'POST' } as const;
const ofPerson = { ...shared, params: z.strictObject({ person: PersonId }) } as const;
const session = { status: 200, description: 'The session. It comes with a cookie.', body: Session } as const;
const account = { status: 200, description: 'The account as it is now.', body: Account } as const;

export const signIn = operation({
  ...posts,
  id: 'signIn',
  isOfLocalAccounts: true,
  path: `${apiBase}/session`,
  summary: 'Sign in with a password',
  description:
    'A person whose session is older than 15 minutes does this again before a decisive step. After five attempts that ' +
    'failed the next ones have to wait.',
  body: TypedSignIn,
  example: { person: 'co-01', password: 'a password of twelve or more' },
  isPublic: true,
  success: session,
  problems: ['SIGN_IN_REFUSED', 'SECOND_FACTOR_REQUIRED', 'TOO_MANY_REQUESTS', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const askForPasskey = operation({
  ...posts,
  id: 'askForPasskey',
  isOfLocalAccounts: true,
  path: `${apiBase}/session/passkey/options`,
  summary: 'Begin to sign in with a passkey',
  body: empty,
  example: {},
  isPublic: true,
  success: { status: 200, description: 'For the browser.', body: BrowserOptions },
  problems: ['TOO_MANY_REQUESTS', 'ACCOUNT_CHANGE_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const signInWithPasskey = operation({
  ...posts,
  id: 'signInWithPasskey',
  isOfLocalAccounts: true,
  path: `${apiBase}/session/passkey`,
  summary: 'Sign in with what a passkey has signed',
  body: PasskeyAnswer,
  example: { credential: {} },
  isPublic: true,
  success: session,
  problems: ['TOO_MANY_REQUESTS', 'SIGN_IN_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const signOut = operation({
  ...shared,
  id: 'signOut',
  method: 'DELETE',
  path: `${apiBase}/session`,
  summary: 'Sign out',
  query: z.strictObject({
    everywhere: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: '`true`: end every session of the person, on every device.' }),
  }),
  success: { status: 200, description: 'How many sessions were ended.', body: SignedOut },
  problems: [],
});

export const acceptInvitation = operation({
  ...posts,
  id: 'acceptInvitation',
  isOfLocalAccounts: true,
  path: `${apiBase}/account`,
  summary: 'Make one’s account with the code of an invitation, or begin it anew',
  description:
    'What there was of the account before is void: password, authenticator app, passkeys, tokens, sessions.',
  body: UsedInvitation,
  example: { code: '7KQ2M-0XR4T-5HJ8W-QZ3N6-V1B9C-E7TRA', password: 'a password of twelve or more' },
  isPublic: true,
  success: session,
  problems: [
    'TOO_MANY_REQUESTS',
    'ACCOUNT_CHANGE_REFUSED',
    'CHANGE_REFUSED',
    'SIGN_IN_REFUSED',
    'MEDIA_TYPE_UNSUPPORTED',
  ],
});

export const setPreferences = operation({
  ...posts,
  id: 'setPreferences',
  path: `${apiBase}/session/preferences`,
  summary: 'Say how one wants to be shown things, on every device',
  body: Preferences,
  example: { language: 'ar', numerals: 'western', calendar: null },
  isOfPeople: true,
  success: { status: 200, description: 'The preferences as they are now.', body: Preferences },
  problems: ['MEDIA_TYPE_UNSUPPORTED'],
});

export const getAccount = operation({
  ...shared,
  id: 'getAccount',
  method: 'GET',
  path: `${apiBase}/account`,
  summary: 'One’s own account: how one can sign in, sessions, tokens, what was done',
  isOfPeople: true,
  success: account,
  problems: [],
});

export const changePassword = operation({
  ...posts,
  id: 'changePassword',
  isOfLocalAccounts: true,
  path: `${apiBase}/account/password`,
  summary: 'Change one’s password; every other session ends',
  body: NewPassword,
  example: { current: 'the password of today', next: 'a password of twelve or more' },
  isOfPeople: true,
  success: account,
  problems: ['SIGN_IN_REFUSED', 'ACCOUNT_CHANGE_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const offerTotp = operation({
  ...posts,
  id: 'offerTotp',
  isOfLocalAccounts: true,
  path: `${apiBase}/account/totp`,
  summary: 'Begin to set up an authenticator app',
  body: empty,
  example: {},
  isDecisive: true,
  isOfPeople: true,
  success: { status: 200, description: 'For the app.', body: TotpOffer },
  problems: ['ACCOUNT_CHANGE_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const confirmTotp = operation({
  ...posts,
  id: 'confirmTotp',
  isOfLocalAccounts: true,
  path: `${apiBase}/account/totp/confirmation`,
  summary: 'Confirm the authenticator app with a code of it',
  body: OneTimeCode,
  example: { code: '123456' },
  isDecisive: true,
  isOfPeople: true,
  success: account,
  problems: ['ACCOUNT_CHANGE_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const removeTotp = operation({
  ...shared,
  id: 'removeTotp',
  method: 'DELETE',
  path: `${apiBase}/account/totp`,
  summary: 'Do without the authenticator app',
  isDecisive: true,
  isOfPeople: true,
  success: account,
  problems: [],
});

export const offerPasskey = operation({
  ...posts,
  id: 'offerPasskey',
  isOfLocalAccounts: true,
  path: `${apiBase}/account/passkeys/options`,
  summary: 'Begin to make a passkey',
  body: empty,
  example: {},
  isDecisive: true,
  isOfPeople: true,
  success: { status: 200, description: 'For the browser.', body: BrowserOptions },
  problems: ['ACCOUNT_CHANGE_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const addPasskey = operation({
  ...posts,
  id: 'addPasskey',
  isOfLocalAccounts: true,
  path: `${apiBase}/account/passkeys`,
  summary: 'Keep a passkey that the browser made',
  body: NewPasskey,
  example: { name: 'Phone', credential: {} },
  isDecisive: true,
  isOfPeople: true,
  success: account,
  problems: ['ACCOUNT_CHANGE_REFUSED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const removePasskey = operation({
  ...shared,
  id: 'removePasskey',
  method: 'DELETE',
  path: `${apiBase}/account/passkeys/{passkey}`,
  summary: 'Remove a passkey',
  params: z.strictObject({ passkey: z.string().max(200) }),
  isDecisive: true,
  isOfPeople: true,
  success: account,
  problems: [],
});

export const createToken = operation({
  ...posts,
  id: 'createToken',
  path: `${apiBase}/account/tokens`,
  summary: 'Make a token for a program that acts in one’s name',
  description:
    'Scopes: `read` cases, views, figures and people; `audit` the audit trail; `send` commands that are not decisive; ' +
    '`import` bulk imports; `metrics` the metrics. A token never confirms, takes a decisive step or changes an account.',
  body: NewToken,
  example: { name: 'Figures for the dashboard', scopes: onlyRead, days: 90 },
  isDecisive: true,
  isOfPeople: true,
  success: { status: 201, description: 'The token.', body: CreatedToken },
  problems: ['MEDIA_TYPE_UNSUPPORTED'],
});

export const removeToken = operation({
  ...shared,
  id: 'removeToken',
  method: 'DELETE',
  path: `${apiBase}/account/tokens/{token}`,
  summary: 'Take a token back',
  params: z.strictObject({ token: z.string().max(64) }),
  isOfPeople: true,
  success: account,
  problems: [],
});

export const invitePerson = operation({
  ...posts,
  ...ofPerson,
  id: 'invitePerson',
  isOfLocalAccounts: true,
  path: `${apiBase}/people/{person}/invitation`,
  summary: 'Make a code by which a person makes their account, or begins it anew',
  description:
    'For an administrator. Hand the code over in person: who has it signs in as the person. An invitation before it is void.',
  body: empty,
  example: {},
  isDecisive: true,
  success: { status: 201, description: 'The code.', body: Invitation },
  problems: ['NOT_PERMITTED', 'PERSON_NOT_FOUND', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const signOutPerson = operation({
  ...ofPerson,
  id: 'signOutPerson',
  method: 'DELETE',
  path: `${apiBase}/people/{person}/sessions`,
  summary: 'End every session of a person',
  description:
    'For an administrator, such as when a device was lost. Tokens and passkeys stay; an invitation voids them.',
  success: { status: 200, description: 'How many sessions were ended.', body: EndedSessions },
  problems: ['NOT_PERMITTED', 'PERSON_NOT_FOUND'],
});

export const getPersonAccount = operation({
  ...ofPerson,
  id: 'getPersonAccount',
  method: 'GET',
  path: `${apiBase}/people/{person}/account`,
  summary: 'The account of a person, for an administrator',
  success: account,
  problems: ['NOT_PERMITTED', 'PERSON_NOT_FOUND'],
});

export const listAccounts = operation({
  ...shared,
  id: 'listAccounts',
  method: 'GET',
  path: `${apiBase}/accounts`,
  summary: 'How everybody of the directory can sign in, for an administrator',
  description: 'All of them, by id, also those who have left. Nothing in it lets anybody sign in.',
  success: { status: 200, description: 'The accounts.', body: AccountList },
  problems: ['NOT_PERMITTED'],
});

export const removeAccount = operation({
  ...ofPerson,
  id: 'removeAccount',
  method: 'DELETE',
  isOfLocalAccounts: true,
  path: `${apiBase}/people/{person}/account`,
  summary: 'Remove the account of a person',
  description:
    'For an administrator, and not for their own. Password, authenticator app, passkeys, tokens, the invitation and the link ' +
    'to an account at the issuer are removed, and every session ends. The person stays in the directory and can be invited ' +
    'again. What was done about the account stays on record.',
  isDecisive: true,
  success: account,
  problems: ['NOT_PERMITTED', 'PERSON_NOT_FOUND', 'ACCOUNT_CHANGE_REFUSED'],
});

export const unlinkIssuer = operation({
  ...ofPerson,
  id: 'unlinkIssuer',
  method: 'DELETE',
  path: `${apiBase}/people/{person}/issuer`,
  summary: 'Forget which account at the issuer is a person’s',
  description:
    'For an administrator, where the person has got another account at the issuer. Sessions that began there end, and the ' +
    'next account that names the person is theirs.',
  isDecisive: true,
  success: account,
  problems: ['NOT_PERMITTED', 'PERSON_NOT_FOUND'],
});
