import {
  doesNotApply,
  forgedTokens,
  matrix,
  met,
  operatorToken,
  permissions,
  provider,
  shown,
  type Chapter,
  credentials,
  signInWays,
  troubled,
} from './requirement.js';

const declared = shown('test/docs/permissions.spec.ts', 'is what the workflows declare and the engine keeps');
const sends = shown(
  'test/engine/access/commands.int.spec.ts',
  'a %s may send what the permissions say, and nothing else is taken from them',
);
const explained = shown('docs/explanation/access.md', '# Who may read what');

export const authorization: Chapter = {
  title: 'V8 Authorization',
  rows: [
    met('8.1.1', 'The documents say who may do and read what', declared, explained),
    met('8.1.2', 'The documents say which fields a person may read and write', declared, explained),
    met(
      '8.2.1',
      'Functions are for those who may use them',
      sends,
      credentials('is answered with SIGN_IN_REQUIRED by %s'),
    ),
    met(
      '8.2.2',
      'Data are for those who may read them',
      matrix('gives a %s, %s, the cases of their line and no other, in every list'),
      matrix('answers a %s, %s, of a case that is not theirs as of one that there is not'),
      permissions('is answered of a case that is not theirs as of one that there is not: /cases/{caseId}%s'),
      shown(
        'test/e2e/http/emergency.e2e.spec.ts',
        'shows one case to who took it, in the classes that were given, under its purpose, until it is ended',
      ),
    ),
    met(
      '8.2.3',
      'Fields are for those who may read them',
      matrix('shows a %s, %s, the data classes of their line and nothing of the others'),
      matrix('names each class that it withholds from a %s, and leaves its data out'),
    ),
    met(
      '8.3.1',
      'The server decides, by what a client cannot change',
      credentials('are not made by a header that names an actor'),
      permissions('gets no answer that was tagged for another reader, or for other rights'),
      forgedTokens('gives no role'),
    ),
    doesNotApply(
      '8.4.1',
      'Tenants cannot reach each other',
      'An installation is of one organisation. Units of it are a matter of 8.2.2.',
    ),
  ],
};

const foreign = operatorToken('is not believed under other keys');
const signsNobodyIn = forgedTokens('signs nobody in: one %s');
const endsNothing = forgedTokens('ends nothing: one %s');

export const tokens: Chapter = {
  title: 'V9 Self-contained tokens',
  rows: [
    met(
      '9.1.1',
      'Tokens are authenticated before they are believed',
      operatorToken('is not believed when any character of it is another one'),
      signsNobodyIn,
      endsNothing,
    ),
    met(
      '9.1.2',
      'Known algorithms, and never none',
      credentials('are refused: %s'),
      operatorToken('is not %j'),
      signsNobodyIn,
    ),
    met(
      '9.1.3',
      'The keys are those of the installation and of its issuer',
      foreign,
      forgedTokens('is taken at once under a new key, and under one that was withdrawn no more'),
    ),
    met(
      '9.2.1',
      'Tokens are believed in their time only',
      operatorToken('lives for a minute, or as long as was asked for'),
      operatorToken('is not believed when it ends later than any may'),
      signsNobodyIn,
      endsNothing,
    ),
    met(
      '9.2.2',
      'A token is believed for its own purpose',
      operatorToken('is not %j'),
      signInWays('does what its scopes say in the name of its person, until it is taken back'),
      endsNothing,
    ),
    met(
      '9.2.3 9.2.4',
      'A token is for one audience',
      foreign,
      credentials('are refused: %s'),
      signsNobodyIn,
      endsNothing,
    ),
  ],
};

const withPkce = provider('asks for a code with PKCE, and comes back to this server');
const toAnotherBrowser = provider('by the answer to another browser');
const repeated = provider('by an answer that is repeated');

export const oauth: Chapter = {
  title: 'V10 OAuth and OpenID Connect',
  rows: [
    met(
      '10.1.1',
      'Tokens go to those who need them',
      forgedTokens('is handed to no browser and kept nowhere, and neither is the one for access'),
      provider('leaves no code, state or token in the log'),
    ),
    met(
      '10.1.2',
      'Answers of the issuer belong to a question of this browser',
      toAnotherBrowser,
      repeated,
      provider('by the code of another sign-in'),
      provider('by another state, which ends no sign-in that is under way'),
      withPkce,
    ),
    met(
      '10.2.1',
      'No other site can bring a code of its own (PKCE or state)',
      toAnotherBrowser,
      provider('by the code of another sign-in'),
      withPkce,
    ),
    doesNotApply('10.2.2', 'Issuers cannot be mixed up', 'There is one issuer at most.'),
    doesNotApply(
      '10.3.1 10.3.2 10.3.3 10.3.4',
      'A resource server checks access tokens',
      'Access tokens of others are not taken. Programs have tokens of this server (V8, V9).',
    ),
    doesNotApply(
      '10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 10.4.6 10.4.7 10.4.8 10.4.9 10.4.10 10.4.11',
      'An authorization server is safe',
      'The server is none: it issues no OAuth tokens.',
    ),
    met('10.5.1', 'An ID token is not taken twice (nonce)', signsNobodyIn, repeated),
    met(
      '10.5.2',
      'A person is known by a claim that is never given to another one',
      provider('for another account with the name of a person, until an administrator allows it'),
      provider('stays who they were when they sign in again'),
    ),
    met(
      '10.5.3',
      'The issuer is the one that was configured',
      troubled('that says that it is %s is not believed'),
      signsNobodyIn,
    ),
    met('10.5.4', 'An ID token is for this client', signsNobodyIn),
    met(
      '10.5.5',
      'Signing out by the issuer cannot be misused',
      endsNothing,
      forgedTokens('ends what began at the issuer, once'),
      forgedTokens('is refused from a page of another site, and without a token'),
    ),
    doesNotApply('10.6.1 10.6.2', 'An OpenID provider is safe', 'The server is none.'),
    doesNotApply(
      '10.7.1 10.7.2 10.7.3',
      'Consents are asked for and can be taken back',
      'The server is no authorization server.',
    ),
  ],
};
