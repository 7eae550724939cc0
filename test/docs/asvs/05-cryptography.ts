import {
  box,
  compose,
  databaseRoles,
  doesNotApply,
  dockerfile,
  forgedTokens,
  keysLocation,
  met,
  partly,
  problems,
  settings,
  shown,
  type Chapter,
  credentials,
  signInWays,
} from './requirement.js';

const inventory = shown(
  'test/docs/cryptography.spec.ts',
  'is used in the files that the page names, and in no other',
);
const algorithms = shown('test/docs/cryptography.spec.ts', 'is by the algorithms that the page names');
const rotation = shown(
  'libs/stores/src/keys/rotate-keys.int.spec.ts',
  'are the same keys, and need the former master key no more',
);
const ofOthers = box('opens what was sealed by another program');
const unchanged = box('does not open with another key, in another context, or when a bit of it was changed');
const hmac = shown(
  'libs/stores/src/keys/hmac.spec.ts',
  'is that of OpenSSL for every key and text, one after the other under one key',
);

export const cryptography: Chapter = {
  title: 'V11 Cryptography',
  rows: [
    met(
      '11.1.1',
      'Keys have a documented life',
      shown('docs/reference/cryptography.md', '## The life of a key'),
      rotation,
    ),
    met('11.1.2', 'Keys and algorithms are listed, with what each is for', inventory),
    met('11.2.1', 'The algorithms come from tested implementations', algorithms, hmac, ofOthers),
    partly(
      '11.2.2',
      'Algorithms and keys can be replaced',
      'The master key can, and what is sealed names its form. Sealed events are never sealed anew, so what was sealed stays under its algorithm.',
      rotation,
    ),
    partly(
      '11.2.3',
      'Everything has the strength of 128 bits or more',
      'What is made here has. A passkey, an issuer or a certificate may have a key of RSA with 2,048 bits, which is less.',
      algorithms,
    ),
    met('11.3.1', 'No weak block modes or paddings', algorithms),
    met(
      '11.3.2',
      'Only approved ciphers',
      algorithms,
      box('is of the form that is documented: a nonce of 12 bytes, as many bytes as the text, a tag of 16'),
    ),
    met('11.3.3', 'A change to what is sealed is noticed', unchanged),
    met('11.4.1', 'Only approved hashes', algorithms),
    met(
      '11.4.2',
      'Passwords are hashed slowly',
      shown(
        'apps/server/src/sign-in/passwords.spec.ts',
        'is kept as argon2id with the cost of OWASP, differently each time',
      ),
    ),
    met('11.4.3', 'Hashes of what must not change are long enough', algorithms),
    doesNotApply('11.4.4', 'Keys from passwords are derived slowly', 'No key is derived from a password.'),
    met(
      '11.5.1',
      'What must not be guessed has 128 random bits or more',
      shown('apps/server/src/sign-in/invitation-codes.spec.ts', 'has 128 random bits or more'),
      inventory,
      shown('test/tidy/lint-rules.spec.ts', 'report %s in %s'),
    ),
    met(
      '11.6.1',
      'Signatures are by approved algorithms',
      signInWays(
        'is refused from another origin, without a check of who holds it, twice, and for an old question',
      ),
      forgedTokens('signs nobody in: one %s'),
      algorithms,
    ),
  ],
};

const elsewhere = (title: string) => shown('test/e2e/listening-elsewhere.e2e.spec.ts', title);
const authority = shown(
  'test/compose/scripts.int.spec.ts',
  'makes an authority, and certificates of it for server and client use by the name of the node',
);

export const communication: Chapter = {
  title: 'V12 Secure communication',
  rows: [
    met(
      '12.1.1 12.1.2',
      'Only current TLS and strong ciphers',
      elsewhere('speaks TLS 1.2 and 1.3 with strong ciphers alone: %s with %j is %s'),
      elsewhere('answers over TLS, and signs people in'),
    ),
    doesNotApply('12.1.3', 'Certificates of clients are checked', 'Nobody signs in with one.'),
    met(
      '12.2.1',
      'Whoever comes from elsewhere comes over TLS',
      elsewhere('is this machine alone, unless it says who has the TLS'),
      elsewhere(
        'refuses what came to the proxy without TLS, what names another host, and pages of other origins',
      ),
    ),
    doesNotApply(
      '12.2.2',
      'Certificates are publicly trusted',
      'Whoever runs an installation chooses its certificate.',
    ),
    partly(
      '12.3.1 12.3.3',
      'Every connection of the server is encrypted',
      'Those to PostgreSQL and KurrentDB are where their addresses say so. A database, a collector or an issuer on the same machine may be reached without.',
      shown('docs/reference/stores.md', '# Stores'),
    ),
    partly(
      '12.3.2',
      'Certificates of other servers are checked',
      'They are, unless the address of the database says `no-verify`.',
      shown(
        'libs/stores/src/postgres/store-error.spec.ts',
        'with the code %s becomes %s, and says what to do',
      ),
    ),
    met(
      '12.3.4',
      'Inside, one own authority is trusted',
      authority,
      shown(
        'test/compose/scripts.int.spec.ts',
        'leaves alone what is good, and makes what is missing or of another authority',
      ),
    ),
  ],
};

const settingsPage = settings('is what the schema of the settings says');
const secrets = shown(
  'test/compose/scripts.int.spec.ts',
  'makes a master key of 32 bytes, and passwords of 32 bytes that differ',
);

export const configuration: Chapter = {
  title: 'V13 Configuration',
  rows: [
    met('13.1.1', 'Everything that the server talks to is documented', settingsPage),
    partly(
      '13.2.1',
      'Parts of the system show each other who they are, with secrets that change',
      'Stores ask for a password of each role and an issuer for a secret, which last until somebody replaces them. Programs have tokens that end.',
      signInWays('does what its scopes say in the name of its person, until it is taken back'),
    ),
    partly(
      '13.2.2',
      'Accounts of parts have the rights that they need',
      'In PostgreSQL they have. In KurrentDB one user does everything.',
      databaseRoles('do not let the application do: %s'),
      compose('runs as a user who is not root, without capabilities, and can gain none'),
    ),
    met('13.2.3', 'No password that comes with a product', secrets),
    partly(
      '13.2.4 13.2.5',
      'A list says which systems the server may talk to',
      'It talks to those in its settings and to what the issuer there names for its own, and follows no redirect; nothing outside the process holds it to that.',
      settingsPage,
      shown(
        'apps/server/src/start/tracing.int.spec.ts',
        'go to the collector that was named, and not where it points to',
      ),
    ),
    partly(
      '13.3.1',
      'Secrets are kept by a system for secrets',
      'In files or in the settings of the service, for their owner alone, and in no image. A key service is not supported.',
      compose('do not stand in docker-compose.yml'),
      shown(
        'test/compose/scripts.int.spec.ts',
        'makes every file that docker-compose.yml names, in a folder that only its owner can enter',
      ),
    ),
    met(
      '13.3.2',
      'Few can read secrets',
      keysLocation('refuse a master key that others may use (%o) and say how to end that'),
      shown(
        'test/compose/scripts.int.spec.ts',
        'gives it a copy of the master key that nobody else can read, the same one again',
      ),
      shown('test/e2e/data-folder.e2e.spec.ts', 'is for the one who made it alone'),
    ),
    met(
      '13.4.1',
      'No data of version control are deployed',
      dockerfile('copies what there is, and what .dockerignore lets through'),
    ),
    met(
      '13.4.2',
      'No debugging in production',
      problems('gives the client an id and nothing else; the details are in the log'),
    ),
    met('13.4.3', 'No lists of folders', problems('leads nowhere: 404')),
    met(
      '13.4.4',
      'No TRACE',
      problems(
        'has the method TRACE, which would show what a proxy added: it is answered with nothing of it',
      ),
    ),
    met(
      '13.4.5',
      'Documents and figures are shown to those they are for',
      credentials('is answered by %s, which tells nothing of cases and people'),
      credentials('is answered with SIGN_IN_REQUIRED by %s'),
    ),
  ],
};

export const webRtc: Chapter = {
  title: 'V17 WebRTC',
  rows: [
    doesNotApply(
      '17.1.1 17.2.1 17.2.2 17.2.3 17.2.4 17.3.1 17.3.2',
      'Calls and their servers are safe',
      'There are no calls.',
    ),
  ],
};
