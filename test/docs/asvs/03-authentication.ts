import {
  doesNotApply,
  met,
  notMet,
  partly,
  shown,
  signIn,
  type Chapter,
  credentials,
  signInWays,
} from './requirement.js';

const page = (title: string) => shown('docs/explanation/sign-in.md', title);
const ways = page('# Signing in');
const guessing = page('## Guessing');
const holdsUp = signIn('holds up whoever guesses, also with the right password, and nobody else');
const weak = signIn('takes no password that is easy to guess: %s');
const changes = signIn('changes a password with the current one, and ends every other session');
const once = signIn('makes the account of the person, once, and signs them in');
const voids = signIn('is taken however its code is typed, and voids the one before it and all that was');
const invites = signIn('is made by administrators alone, for people of the directory');
const codes = signIn('asks for a code of the authenticator app where there is one, and takes each once');
const noWayIn = credentials('is answered with SIGN_IN_REQUIRED by %s');
const passwords = (title: string) => shown('apps/server/src/sign-in/password-rules.spec.ts', title);
const withPages = 'The page where one signs in is being built.';
const withIssuer = 'Signing in at an issuer is being built.';

export const authentication: Chapter = {
  title: 'V6 Authentication',
  rows: [
    met(
      '6.1.1',
      'The documents say how guessing is held up, and that nobody can be locked out',
      guessing,
      holdsUp,
    ),
    met(
      '6.1.2',
      'Words that passwords must not be made of are listed',
      shown('docs/reference/limits.md', '## Passwords'),
    ),
    met('6.1.3', 'The ways to sign in are documented together', ways),
    met('6.2.1', 'Passwords have 8 characters or more', weak),
    met('6.2.2 6.2.3', 'A person can change a password, with the one of before', changes),
    notMet(
      '6.2.4',
      'Passwords are compared with the 3,000 that are most used',
      'Only what repeats itself, the person’s own id and a few words are refused.',
    ),
    met('6.2.5', 'No kinds of characters are asked for', passwords('may have characters of any kind: %s')),
    partly('6.2.6', 'What is typed as a password is hidden', withPages),
    partly('6.2.7', 'Passwords can be pasted, and managers of passwords work', withPages),
    partly(
      '6.2.8',
      'A password is checked exactly as it was typed',
      'Nothing is cut off and no letter changes its case. Letters that can be composed in two ways count as one (NFKC), because keyboards differ.',
      shown(
        'apps/server/src/sign-in/passwords.spec.ts',
        'is the same however the keyboard composes its letters',
      ),
    ),
    met(
      '6.2.9',
      'Passwords may have 64 characters',
      passwords('may have as many characters as somebody likes'),
    ),
    met('6.2.10', 'Passwords need not be replaced every so often', page('## What ends a session')),
    met(
      '6.2.11',
      'The listed words are refused',
      passwords('is made of more than words that everybody tries: %s'),
    ),
    notMet(
      '6.2.12',
      'Passwords that are known from breaches are refused',
      'No list of them is kept, and no service is asked.',
    ),
    met(
      '6.3.1',
      'Guessing is held up as documented',
      holdsUp,
      shown(
        'apps/server/src/sign-in/lockout.spec.ts',
        'lets five attempts be tried, then one after 30 seconds, then after twice as long, up to 15 minutes',
      ),
    ),
    met(
      '6.3.2',
      'There are no accounts that come with the product',
      signIn('answers the same for a wrong password and for somebody without an account'),
      page('## The first administrator'),
    ),
    partly(
      '6.3.3',
      'Everybody signs in with two factors',
      'A passkey is both; a password is enough where the person has set up no authenticator app.',
      codes,
      signInWays('is a sign-in by itself, also while passwords are held up'),
    ),
    met('6.3.4', 'There is no way in that is not documented', noWayIn, credentials('are refused: %s'), ways),
    met('6.4.1', 'A first secret is random, ends soon and becomes no password', once, voids),
    met('6.4.2', 'No secret questions', ways),
    partly(
      '6.4.3',
      'A forgotten password is replaced without passing by the second factor',
      'An administrator’s invitation replaces password and second factor together. It is on record, and every session ends.',
      voids,
    ),
    met('6.4.4', 'A lost factor is replaced with the same proof as at the beginning', invites, voids),
    met('6.5.1', 'A code is taken once', codes, once),
    met(
      '6.5.2',
      'Codes that are kept are hashed',
      shown('apps/server/src/sign-in/invitation-codes.spec.ts', 'keeps nothing of a code but its hash'),
    ),
    met(
      '6.5.3 6.5.4',
      'Codes and seeds are random, and long enough',
      shown('apps/server/src/sign-in/invitation-codes.spec.ts', 'has 128 random bits or more'),
      shown('test/docs/cryptography.spec.ts', 'is used in the files that the page names, and in no other'),
    ),
    partly(
      '6.5.5',
      'A one-time code lives for 30 seconds',
      'It lives for 30 seconds, and is taken up to 30 seconds late or early, for clocks that differ.',
      codes,
    ),
    doesNotApply('6.6.1 6.6.2 6.6.3', 'Codes by telephone or mail are safe', 'None are sent.'),
    partly('6.8.1', 'Nobody is taken for a person of another issuer', withIssuer),
    partly('6.8.2', 'What an issuer says is signed, and that is checked', withIssuer),
    doesNotApply('6.8.3', 'SAML assertions are used once', 'There is no SAML.'),
    partly('6.8.4', 'How and when somebody signed in at the issuer is checked', withIssuer),
  ],
};

const ends = signIn('ends when it was not used, when it is old, and when an administrator ends it');
const signsOut = signIn('ends by signing out, here or everywhere');
const forged = signIn('is not believed with a cookie that was made or changed elsewhere');
const isNew = signIn('is a new one after each sign-in, so that a cookie known before is of no use');
const fresh = signInWays('needs a sign-in of the last 15 minutes');

export const sessions: Chapter = {
  title: 'V7 Sessions',
  rows: [
    met('7.1.1', 'The documents say how long a session lives', page('## What ends a session')),
    met('7.1.2', 'The documents say how many sessions a person may have', page('## What ends a session')),
    partly('7.1.3', 'Sessions across several systems are documented', withIssuer),
    met('7.2.1', 'Sessions are checked by the server', forged),
    met('7.2.2', 'Sessions have a secret of their own each', isNew),
    met('7.2.3', 'That secret has 128 random bits or more', isNew, forged),
    met('7.2.4', 'A sign-in begins a new session and ends the one of before', isNew),
    met('7.3.1', 'A session ends when it is not used', ends),
    met('7.3.2', 'A session ends after some hours, however much it is used', ends),
    met('7.4.1', 'What was ended is of no use', signsOut, ends),
    met(
      '7.4.2',
      'Sessions end when the person leaves',
      signIn('has the roles of the moment, and none once the person has left'),
    ),
    met('7.4.3', 'After a change of factors other sessions can be ended', changes, signsOut),
    partly('7.4.4', 'Every page has a way to sign out', withPages),
    met('7.4.5', 'Administrators can end the sessions of a person', ends),
    partly(
      '7.5.1',
      'Factors are changed after signing in once more',
      'A new password asks for the present one. For the others a sign-in of the last 15 minutes is enough.',
      fresh,
      changes,
    ),
    partly(
      '7.5.2',
      'A person sees and ends each of their sessions',
      'They see all and end one or all of them, and need not sign in once more for it; another one cannot be ended alone.',
      signsOut,
    ),
    partly('7.6.1', 'Sessions here and at the issuer end together', withIssuer),
    partly('7.6.2', 'No session begins without a person’s doing', withIssuer, isNew),
  ],
};
