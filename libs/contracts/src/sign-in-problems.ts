import { kind } from './problem-kind.js';

/** Problems of signing in, and of how long ago and by what means somebody did. */
export const signInProblemKinds = {
  SIGN_IN_REQUIRED: kind(
    401,
    'The operation is for people who have signed in, and the request does not say who it comes from.',
    'Sign in, or send a token: `Authorization: Bearer …`.',
  ),
  CREDENTIALS_REFUSED: kind(
    401,
    'What the request shows of its sender is not valid: it has ended, was taken back, or belongs to another ' +
      'installation.',
    'Sign in again, or get a new token.',
  ),
  SIGN_IN_REFUSED: kind(
    401,
    'The person, the password, the code or the passkey is not right. The answer is the same for a person without an account.',
    'Check what was typed. Whoever forgot their password asks an administrator for an invitation.',
  ),
  SECOND_FACTOR_REQUIRED: kind(
    401,
    'The password is right, and the person has an authenticator app.',
    'Send the six digits of the app as `code`.',
  ),
  ISSUER_REFUSED: kind(
    401,
    'The person came back from the issuer, and what came with them signs nobody in.',
    'See `reason`. Begin again with `GET /oidc/start`.',
    ['reason'],
  ),
  LOCAL_ACCOUNTS_OFF: kind(
    403,
    'People of this installation sign in at its issuer alone; it takes no passwords, passkeys and invitations.',
    'Sign in with `GET /oidc/start`.',
  ),
  TLS_REQUIRED: kind(
    403,
    'The server is set up to be reached over TLS, and the request came without it.',
    'Use the address that begins with `https://`.',
  ),
  FRESH_SIGN_IN_REQUIRED: kind(
    403,
    'The step is decisive, and the sender has not signed in within the last 15 minutes. A token for a program never takes one.',
    'Sign in again with `POST /api/v1/session`, and send it again.',
  ),
  SCOPE_MISSING: kind(
    403,
    'The token of the program is not for this, or the operation is for people alone.',
    'Make a token with the scope `scope`, or sign in as a person.',
    ['scope'],
  ),
  ISSUER_UNAVAILABLE: kind(
    503,
    'The issuer at which people sign in does not answer, or not as an issuer does. Whoever has signed in already is not held up.',
    'Try it again in a moment, or sign in another way. Whoever runs the server asks `safeconduct doctor`.',
  ),
} as const;
