import {
  doesNotApply,
  forgedTokens,
  inBrowser,
  met,
  partly,
  privatePages,
  provider,
  shown,
  signIn,
  signInPages,
  troubled,
  web,
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
const byAddress = web(
  'has to wait also when each guess is at another person, with a password, a passkey or a code',
);
const atIssuer = shown('docs/how-to/sign-in-with-an-issuer.md', '## What happens then');

export const authentication: Chapter = {
  title: 'V6 Authentication',
  rows: [
    met(
      '6.1.1',
      'The documents say how guessing is held up, and that nobody can be locked out',
      guessing,
      holdsUp,
      byAddress,
    ),
    met(
      '6.1.2',
      'Words that passwords must not be made of are listed',
      shown('docs/reference/limits.md', '## Passwords'),
    ),
    met('6.1.3', 'The ways to sign in are documented together', ways),
    met('6.2.1', 'Passwords have 8 characters or more', weak),
    met('6.2.2 6.2.3', 'A person can change a password, with the one of before', changes),
    met(
      '6.2.4',
      'Passwords are compared with the 3,000 that are most used',
      passwords('is none of the 3,000 most used ones that are long enough'),
      weak,
    ),
    met('6.2.5', 'No kinds of characters are asked for', passwords('may have characters of any kind: %s')),
    met(
      '6.2.6',
      'What is typed as a password is hidden',
      privatePages('hides what is typed, and says whether it is the present one or a new one'),
    ),
    met(
      '6.2.7',
      'Passwords can be pasted, and managers of passwords work',
      privatePages('takes what is pasted'),
      privatePages('hides what is typed, and says whether it is the present one or a new one'),
    ),
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
      passwords('is more than what is known of the person: %s is %s'),
    ),
    met(
      '6.2.12',
      'Passwords that are known from breaches are refused',
      passwords('is more than a common one and five characters around it: %s is %s'),
      shown('docs/reference/limits.md', '## Passwords'),
    ),
    met(
      '6.3.1',
      'Guessing is held up as documented',
      holdsUp,
      byAddress,
      shown(
        'apps/server/src/sign-in/lockout.spec.ts',
        'lets five attempts be tried, then one after 30 seconds, then after twice as long, up to 15 minutes',
      ),
    ),
    partly(
      '6.3.2',
      'There are no accounts that come with the product',
      'A demonstration has some, with passwords of its own on its page for signing in. No other installation has any.',
      signInPages('are on no page of a server that has no demonstration'),
      signIn('answers the same for a wrong password and for somebody without an account'),
      page('## The first administrator'),
    ),
    partly(
      '6.3.3',
      'Everybody signs in with two factors',
      'A passkey is both; a password is enough where the person has set up no authenticator app. What an issuer asks for is not looked at.',
      codes,
      signInWays('is a sign-in by itself, also while passwords are held up'),
    ),
    partly(
      '6.3.4',
      'There is no way in that is not documented, and all are equally strong',
      'They are documented. A password alone is weaker than the others (6.3.3).',
      noWayIn,
      credentials('are refused: %s'),
      troubled('there is no way to one'),
      troubled('people sign in at the issuer alone, and sessions that began otherwise are over'),
      ways,
    ),
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
    doesNotApply(
      '6.8.1',
      'Nobody is taken for a person of another issuer',
      'There is one issuer at most. Its accounts are known by issuer and subject.',
    ),
    met(
      '6.8.2',
      'What an issuer says is signed, and that is checked',
      forgedTokens('signs nobody in: one %s'),
      forgedTokens('is taken at once under a new key, and under one that was withdrawn no more'),
      forgedTokens('ends nothing: one %s'),
    ),
    doesNotApply('6.8.3', 'SAML assertions are used once', 'There is no SAML.'),
    met(
      '6.8.4',
      'Where a step needs a sign-in of a moment ago, what the issuer says of it is checked',
      forgedTokens('is not possible where the issuer does not say when the person showed who they are'),
      forgedTokens('counts from when the person showed it, not from when the issuer was asked'),
      forgedTokens('is possible after they were asked anew, and only if they were'),
      atIssuer,
    ),
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
    met('7.1.3', 'Sessions across several systems are documented', atIssuer, page('## What ends a session')),
    met('7.2.1', 'Sessions are checked by the server', forged),
    met('7.2.2', 'Sessions have a secret of their own each', isNew),
    met('7.2.3', 'That secret has 128 random bits or more', isNew, forged),
    met(
      '7.2.4',
      'A sign-in begins a new session and ends the one of before',
      isNew,
      provider('gets another session than the one that was known before'),
    ),
    met('7.3.1', 'A session ends when it is not used', ends),
    met('7.3.2', 'A session ends after some hours, however much it is used', ends),
    met('7.4.1', 'What was ended is of no use', signsOut, ends),
    met(
      '7.4.2',
      'Sessions end when the person leaves',
      signIn('has the roles of the moment, and none once the person has left'),
    ),
    met('7.4.3', 'After a change of factors other sessions can be ended', changes, signsOut),
    partly(
      '7.4.4',
      'Every page has a way to sign out',
      'The page of one’s account has it. The report for the person of a case, which is to be printed, has none.',
      inBrowser('signs out on every device'),
    ),
    met('7.4.5', 'Administrators can end the sessions of a person', ends),
    partly(
      '7.5.1',
      'Factors are changed after signing in once more',
      'A new password asks for the present one. For the others a sign-in of the last 15 minutes is enough.',
      fresh,
      changes,
      inBrowser('asks for the password again before a step for which the sign-in is too old, and goes on'),
    ),
    partly(
      '7.5.2',
      'A person sees and ends each of their sessions',
      'They see all and end one or all of them, and need not sign in once more for it; another one cannot be ended alone.',
      signsOut,
    ),
    met(
      '7.6.1',
      'Sessions here and at the issuer end as documented',
      provider('ends the session, and says where the one at the issuer ends'),
      provider('at the issuer ends the session here that began with it, and no other one'),
      forgedTokens('ends the session that it names, without the person too'),
      forgedTokens('is possible after they were asked anew, and only if they were'),
    ),
    partly(
      '7.6.2',
      'No session begins without a person’s doing',
      'A link to `/oidc/start` is enough where the issuer remembers the person, also on a page of another site. A session begins for the person themselves and nobody else.',
      isNew,
      provider('by the answer to another browser'),
    ),
  ],
};
