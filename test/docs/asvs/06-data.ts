import {
  canary,
  dockerfile,
  fuzz,
  inputs,
  matrix,
  met,
  notMet,
  packages,
  partly,
  permissions,
  problems,
  reading,
  shown,
  signIn,
  web,
  type Chapter,
  signInWays,
} from './requirement.js';

const noPersonalValue = canary(
  'is in no log, trace, figure, name or metadata of the log of events, or problem',
);
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
      'Reading, sealing and what logs may hold are documented. How long each class is kept is not.',
      shown('docs/explanation/access.md', '## Which data'),
    ),
    partly(
      '14.2.1',
      'No sensitive data in addresses',
      'A search by name stands in the address (`q=`). It is in no log of this server.',
      noPersonalValue,
    ),
    partly(
      '14.2.2',
      'Sensitive data are not left in caches of the server',
      'No cache between server and browser may keep them. The views hold names in the clear, and the server keeps cases in memory.',
      keptNowhere,
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
      'In the log it is. The views and the files of imports hold personal values in the clear.',
      shown('test/e2e/keys.e2e.spec.ts', 'leaves no name in the files of the log and of the keys'),
      matrix('shows a %s, %s, the data classes of their line and nothing of the others'),
    ),
    notMet(
      '14.3.1',
      'A browser forgets what it showed once somebody signs out',
      'Signing out does not tell the browser to forget.',
    ),
    met('14.3.2', 'Browsers keep no sensitive answer', keptNowhere),
    partly(
      '14.3.3',
      'Storage of browsers holds no sensitive data',
      'A cookie is all that is kept. The page where one signs in is being built.',
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
    notMet(
      '15.1.1 15.2.1',
      'Packages with known faults are replaced in a documented time',
      'No page says in which time.',
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
const requestLog = problems('has the pattern of the route, never the address');
const noStore = problems('is 503 with Retry-After, asks to repeat under the same key, and logs the details');
const acts = signInWays('logs no password, no code and no token');

export const logging: Chapter = {
  title: 'V16 Security logging and error handling',
  rows: [
    notMet('16.1.1', 'The documents list what is logged, where and for how long', 'No page does.'),
    partly(
      '16.2.1',
      'A log entry says when, where, who and what',
      'Events of the log of cases do. The log of requests names no person.',
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
    partly(
      '16.2.3',
      'Logs go to the documented places only',
      'They go to the standard output and, where that is set, to a collector. No page lists them.',
      noPersonalValue,
    ),
    met('16.2.4', 'Logs have a form that programs read', requestLog),
    met('16.2.5', 'Logs hold no sensitive data', noPersonalValue, acts),
    partly(
      '16.3.1',
      'Every sign-in is logged, also those that fail',
      'Those that succeed are kept with the account. Those that fail are counted, and only the request is logged.',
      holdsUp(),
    ),
    partly(
      '16.3.2',
      'What was refused for lack of rights is logged',
      'Refused commands are recorded. A refused read is one line of the log of requests.',
      shown(
        'libs/engine/src/commands/handle.spec.ts',
        'of %s under the same command id is another one, and is recorded too',
      ),
    ),
    partly(
      '16.3.3',
      'Attempts to pass by the protection are logged',
      'As requests with their status; nothing says which of them belong together.',
      requestLog,
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
      'The log of cases is. That of requests is as safe as the place where the service manager keeps it.',
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
    ),
  ],
};

function holdsUp() {
  return signIn('holds up whoever guesses, also with the right password, and nobody else');
}
