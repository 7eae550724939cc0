import {
  canary,
  dockerfile,
  fuzz,
  inputs,
  matrix,
  met,
  packages,
  partly,
  permissions,
  problems,
  privatePages,
  provider,
  reading,
  reads,
  shown,
  signIn,
  signInPages,
  troubled,
  web,
  type Chapter,
  signInWays,
} from './requirement.js';

const noPersonalValue = canary(
  'is in no log, trace, figure, name or metadata of the log of events, or problem',
);
const forgotten = shown('test/e2e/erasure.e2e.spec.ts', 'leaves no value in any file of the installation');
const keptNowhere = web('of $id is kept nowhere, unless it tells nothing of cases and people');

export const dataProtection: Chapter = {
  title: 'V14 Data protection',
  rows: [
    met(
      '14.1.1',
      'Data that need protection are known and classed',
      shown('test/docs/permissions.spec.ts', 'is what the workflows declare and the engine keeps'),
      shown('libs/workflow/src/check/access.spec.ts', 'has a line for every role and every class'),
    ),
    partly(
      '14.1.2',
      'Each class has documented protection',
      'Reading, sealing, what logs may hold and when a person may be erased are documented. How long each class, a log of requests and a backup are kept is not.',
      shown('docs/explanation/access.md', '## Which data'),
      shown('docs/how-to/erase-a-person.md', '## Before'),
    ),
    partly(
      '14.2.1',
      'No sensitive data in addresses',
      'Names are searched in a body. A reference, by which some readers know a person, may stand in an address (`q=`, `reference=`). It is in no log of this server.',
      shown('test/e2e/http/search.e2e.spec.ts', 'finds %s in an address by references alone'),
      noPersonalValue,
    ),
    partly(
      '14.2.2',
      'Sensitive data are not left in caches of the server',
      'No cache between server and browser may keep them. The server keeps cases in memory, and the views the names that lists show, until the person is erased.',
      keptNowhere,
      shown('test/e2e/http/erasure.e2e.spec.ts', 'is forgotten by every server that shares the stores'),
      forgotten,
    ),
    met(
      '14.2.3',
      'Sensitive data go to no third party',
      noPersonalValue,
      shown('test/e2e/http/openapi.e2e.spec.ts', 'can be read at /docs without asking anybody else'),
    ),
    partly(
      '14.2.4',
      'The documented protection is there',
      'In the log and in the files of imports it is. The views hold the names that lists show in the clear.',
      shown('test/e2e/keys.e2e.spec.ts', 'leaves no name in the files of the log and of the keys'),
      shown(
        'test/engine/personal-values-in-views.spec.ts',
        'hold a personal value in the columns of its name, and in no other column of any table',
      ),
      shown('test/engine/reads.int.spec.ts', 'is entered by %s before it answers, of %s'),
      forgotten,
      matrix('shows a %s, %s, the data classes of their line and nothing of the others'),
    ),
    partly(
      '14.3.1',
      'A browser forgets what it showed once somebody signs out',
      'Signing out tells it to forget. A page that shows something goes on showing it when its session ends otherwise, or when the server cannot be reached.',
      signIn('leaves nothing in the browser that signed out'),
    ),
    met(
      '14.3.2',
      'Browsers keep no sensitive answer',
      keptNowhere,
      signInPages('holds nothing of whoever signed in, whose browser asks the API for it'),
    ),
    met(
      '14.3.3',
      'Storage of browsers holds no sensitive data',
      privatePages(
        'is left with nothing but a cookie while somebody is signed in, and with nothing of theirs afterwards',
      ),
      signIn('comes with a cookie that no script reads and no other site sends'),
    ),
  ],
};

const neverStalls = shown(
  'test/e2e/http/long-queries.e2e.spec.ts',
  'delays neither commands nor short queries; other long queries wait for it',
);

export const secureCoding: Chapter = {
  title: 'V15 Secure coding and architecture',
  rows: [
    met(
      '15.1.1',
      'The documents say in which time packages with known faults are replaced',
      shown('docs/reference/dependencies.md', '## When a fault is found'),
    ),
    met(
      '15.1.2',
      'All packages are listed, and come from a known place',
      packages('have a row each in docs/reference/dependencies.md, with version, reason and licence'),
      packages('%s is pinned to one version'),
      dockerfile('is built from the lock file, with optional packages, and no script of a package runs'),
    ),
    met(
      '15.1.3',
      'What takes long is documented, and what keeps it from stopping the rest',
      shown('ARCHITECTURE.md', '## The threads'),
      shown('test/docs/limits.spec.ts', 'is what the server and the engine keep'),
    ),
    partly(
      '15.2.1',
      'That time is kept',
      'A command compares the packages with the faults that are published, and the documents say how often it is run. Nothing runs it by itself, and a registry that does not know of faults answers nothing.',
      shown('docs/reference/dependencies.md', '## When a fault is found'),
    ),
    met(
      '15.2.2',
      'What takes long does not stop the rest',
      neverStalls,
      shown(
        'test/engine/long-case.int.spec.ts',
        'is loaded in bounded steps, between which other work gets its turn',
      ),
    ),
    met(
      '15.2.3',
      'Only what production needs is there',
      dockerfile('is built from every folder that the server is built from'),
      dockerfile('starts without the demonstration caseload'),
    ),
    met(
      '15.3.1',
      'An answer has only the fields that are meant',
      matrix('shows a %s, %s, the data classes of their line and nothing of the others'),
      fuzz('are all answered as documented, none with a fault, and record nothing'),
      reading('selects fields'),
    ),
    met(
      '15.3.2',
      'The server follows no redirects',
      shown(
        'apps/server/src/start/tracing.int.spec.ts',
        'go to the collector that was named, and not where it points to',
      ),
    ),
    met(
      '15.3.3',
      'Fields that are not meant cannot be set',
      inputs('names an unknown field, and the one that was probably meant'),
      shown(
        'libs/workflow/src/recorded-shape.spec.ts',
        'with a field that its event lacks is not recorded, decided %s',
      ),
    ),
    met(
      '15.3.4',
      'The address of a client comes from trusted proxies alone',
      shown('test/e2e/listening-elsewhere.e2e.spec.ts', 'is not believed what they say of TLS'),
      web('has to wait; others need not, and who has a token need not either'),
    ),
    met(
      '15.3.5',
      'Types are checked, comparisons are strict',
      problems('%s: 400'),
      fuzz('are all answered as documented, none with a fault, and record nothing'),
    ),
    met(
      '15.3.6',
      'Prototypes cannot be changed by input',
      problems('%s: 400'),
      shown(
        'libs/engine/src/access/policy.spec.ts',
        'is nothing without a role, with an unknown one, with a name of a property, or for another purpose',
      ),
      shown('apps/server/src/import/rows/read-rows.spec.ts', 'keeps a key named like a prototype’s as data'),
    ),
    met(
      '15.3.7',
      'A parameter or header that comes twice is refused',
      reading('refuses %s and names the parameter'),
      problems('comes twice: read as one that does not fit'),
    ),
  ],
};

const detailsInLog = problems('gives the client an id and nothing else; the details are in the log');
const saysWhy = problems('says what was refused, where it came from and why: %s');
const logs = (title: string) => shown('docs/reference/logs.md', title);
const requestLog = problems('has the pattern of the route, never the address');
const noStore = problems('is 503 with Retry-After, asks to repeat under the same key, and logs the details');
const ofACase = reads('of a case is entered: who, which, what for, from where, which classes (%s)');
const acts = signInWays('logs no password, no code and no token');

export const logging: Chapter = {
  title: 'V16 Security logging and error handling',
  rows: [
    met(
      '16.1.1',
      'The documents list what is logged, where and for how long',
      logs('# Logs'),
      logs('## What the log of the server has'),
    ),
    partly(
      '16.2.1',
      'A log entry says when, where, who and what',
      'Events of the log of cases and entries of the log of reads do. The log of requests names no person; a read is found there by the id of its request.',
      ofACase,
      requestLog,
    ),
    met(
      '16.2.2',
      'Times are in UTC and agree',
      shown(
        'libs/engine/src/testing/clock-contract.ts',
        'tells the time as an instant in UTC with milliseconds',
      ),
      shown('test/faults/clock.e2e.spec.ts', 'takes no command and is not ready, until it is right again'),
    ),
    met(
      '16.2.3',
      'Logs go to the documented places only',
      logs('# Logs'),
      noPersonalValue,
      shown(
        'apps/server/src/start/tracing.int.spec.ts',
        'go to the collector that was named, and not where it points to',
      ),
    ),
    met('16.2.4', 'Logs have a form that programs read', requestLog),
    met(
      '16.2.5',
      'Logs hold no sensitive data',
      noPersonalValue,
      acts,
      provider('leaves no code, state or token in the log'),
      reads('holds no personal datum besides who read'),
      signInPages('stand in no other answer, and not in the log'),
    ),
    met(
      '16.3.1',
      'Every sign-in is logged, also those that fail',
      signIn('has a line in the log: when, by which way, from where, and why not: %d'),
      provider('has a line in the log too, which says why nobody was signed in'),
      shown('docs/explanation/sign-in.md', '## What is kept'),
    ),
    met(
      '16.3.2',
      'What was refused for lack of rights is logged',
      saysWhy,
      reads('of a case that is not theirs is entered as one that showed nothing'),
      shown(
        'libs/engine/src/commands/handle.spec.ts',
        'of %s under the same command id is another one, and is recorded too',
      ),
    ),
    met(
      '16.3.3',
      'Attempts to pass by the protection are logged',
      saysWhy,
      requestLog,
      logs('## What the log of the server has'),
    ),
    met('16.3.4', 'Faults and failures of protection are logged', detailsInLog, noStore),
    met(
      '16.4.1',
      'Nothing can be written into a log by input',
      requestLog,
      shown(
        'apps/server/src/console/table.spec.ts',
        'keeps what was recorded from moving the cursor, breaking the row or turning its direction',
      ),
    ),
    partly(
      '16.4.2',
      'Logs are protected from change',
      'The logs of cases and of reads are. What was done about accounts is as safe as its store, and the log of requests as the place where the service manager keeps it.',
      shown(
        'libs/engine/src/reads/verify-reads.spec.ts',
        'is not whole when entries were taken out, in the middle or at its end',
      ),
      shown('libs/stores/src/sqlite/events/trouble.int.spec.ts', 'refuses every change of a recorded event'),
      shown('libs/stores/src/postgres/events/roles.int.spec.ts', 'do not let the application do: %s'),
    ),
    partly(
      '16.4.3',
      'Logs are sent to another system',
      'Traces are, where a collector is set. Lines of the log are left to the service manager.',
      shown(
        'test/e2e/http/server.e2e.spec.ts',
        'sends spans to OpenTelemetry in the trace of the caller, without sent text',
      ),
    ),
    met(
      '16.5.1',
      'Errors tell a client nothing of the inside',
      detailsInLog,
      permissions('is answered of a case that is not theirs as of one that there is not: /cases/{caseId}%s'),
    ),
    met(
      '16.5.2',
      'The server goes on safely when something outside fails',
      noStore,
      shown(
        'libs/stores/src/postgres/events/outage.int.spec.ts',
        'answers STORE_UNAVAILABLE while nothing listens, and again once it does',
      ),
      troubled('that is down holds up nobody who signs in otherwise, and is asked again when it is back'),
    ),
    met(
      '16.5.3',
      'When something fails, nothing is let through',
      shown(
        'test/faults/full-disk.e2e.spec.ts',
        'takes no command, goes on answering, and takes the same ones again when there is room',
      ),
      shown('test/faults/clock.e2e.spec.ts', 'takes no command and is not ready, until it is right again'),
      shown('libs/engine/src/access/policy.spec.ts', 'is nothing of a workflow that declares no matrix'),
      shown(
        'test/engine/reads.int.spec.ts',
        'is refused with READ_LOG_UNAVAILABLE by %s where it cannot be entered',
      ),
      troubled('that goes down in the middle of a sign-in signs nobody in'),
    ),
  ],
};
