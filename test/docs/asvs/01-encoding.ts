import {
  commands,
  doesNotApply,
  fuzz,
  imports,
  inputs,
  lint,
  met,
  problems,
  settings,
  shown,
  web,
  type Chapter,
} from './requirement.js';

const picture = shown('apps/server/src/diagrams/svg.spec.ts', 'writes texts as text');
const page = shown('apps/server/src/http/openapi/pages.spec.ts', 'writes texts as text');
const formula = shown(
  'apps/server/src/import/read/spreadsheet-formula.spec.ts',
  'comes back as it was, and no cell that is written begins like a formula',
);
const terminal = shown(
  'apps/server/src/console/table.spec.ts',
  'keeps what was recorded from moving the cursor, breaking the row or turning its direction',
);

export const encoding: Chapter = {
  title: 'V1 Encoding and sanitization',
  rows: [
    met(
      '1.1.1',
      'Input is decoded once, into one form, before it is checked',
      problems('is malformed, %s: 4xx'),
      inputs('and everything that looks like it open one case'),
    ),
    met('1.1.2', 'Output is escaped last, for the place it goes to', page, picture, formula, terminal),
    met(
      '1.2.1',
      'Escaping fits HTML, XML and headers',
      page,
      picture,
      web('that a browser shows allows its own style and nothing else: %s'),
    ),
    met(
      '1.2.2',
      'Values are encoded in addresses that are built; no harmful schemes',
      shown('test/e2e/http/filters.e2e.spec.ts', 'of the next page keeps the filter %s'),
    ),
    met(
      '1.2.3',
      'JSON and JavaScript that are built cannot be broken out of',
      fuzz('are all answered as documented, none with a fault, and record nothing'),
    ),
    met(
      '1.2.4',
      'Database queries have parameters',
      shown('libs/engine/src/testing/event-store/append-facts.ts', 'can be called %j'),
      shown(
        'libs/engine/src/testing/view-queries/text-facts.ts',
        'find a name in letters beyond U+FFFF by its beginning: %s',
      ),
      imports('report the planted violation of %s'),
    ),
    met('1.2.5', 'Nothing typed reaches a shell', imports('report the planted violation of %s')),
    doesNotApply('1.2.6 1.2.7 1.2.8', 'LDAP, XPath and LaTeX are safe', 'Nothing of them is used.'),
    doesNotApply(
      '1.2.9',
      'Input is escaped in regular expressions',
      'No regular expression is made from what somebody sends.',
    ),
    doesNotApply(
      '1.3.1',
      'HTML from editors is cleaned',
      'No input is taken as HTML; texts are shown as texts.',
    ),
    met('1.3.2', 'No text is run as a program', lint('report %s in %s')),
    met(
      '1.3.3',
      'What goes to a dangerous place is bounded and cleaned first',
      formula,
      terminal,
      problems('%s: 400'),
      inputs('is short, whatever was sent: %s'),
    ),
    doesNotApply(
      '1.3.4 1.3.5',
      'SVG, Markdown, style sheets and templates of users are cleaned',
      'Nobody can send any. Pictures are drawn from the chart.',
    ),
    doesNotApply(
      '1.3.6',
      'The server cannot be made to call an address of an attacker',
      'No input names an address to call. Those that are called stand in the settings, or are named by the issuer that stands there.',
    ),
    doesNotApply('1.3.7', 'Templates are not built from input', 'There is no template engine.'),
    doesNotApply('1.3.8 1.3.9 1.3.11', 'JNDI, memcache and mail are safe', 'Nothing of them is used.'),
    doesNotApply(
      '1.3.10',
      'Format strings are safe',
      'Sentences come from a catalogue; values are put in by name and never read as a format.',
    ),
    doesNotApply(
      '1.4.1',
      'Memory is used safely',
      'The code is TypeScript. What is native comes from SQLite, the drivers and the hash of passwords.',
    ),
    met(
      '1.4.2',
      'Whole numbers do not overflow',
      settings('%s=%s stops the start with one line that names it and an example, never the value'),
      shown('libs/stores/src/postgres/database.int.spec.ts', 'round no number'),
    ),
    met(
      '1.4.3',
      'Memory and resources are given back',
      shown(
        'apps/server/src/start/installation.int.spec.ts',
        'that cannot be opened leaves nothing open behind',
      ),
      shown(
        'test/chaos/soak.e2e.spec.ts',
        'has every command that it acknowledged, answers every list, and stops without an error',
      ),
    ),
    doesNotApply('1.5.1', 'XML parsers resolve nothing from outside', 'No XML is read.'),
    met(
      '1.5.2',
      'Data from outside become known shapes only',
      problems('%s: 400'),
      commands('refuses an invalid form with the path of each field, and never repeats the input'),
      shown('apps/server/src/import/rows/read-rows.spec.ts', 'keeps a key named like a prototype’s as data'),
    ),
  ],
};

const officerCase = shown('docs/reference/officer-case.md', '# Officer case');
const ruleNames = commands('names every rule that fails, the values it read, and what is possible instead');

export const validation: Chapter = {
  title: 'V2 Validation and business logic',
  rows: [
    met(
      '2.1.1',
      'The documents say which shape each input has',
      shown(
        'test/e2e/http/openapi.e2e.spec.ts',
        'has an operation for every command of every workflow, with the form the engine parses',
      ),
    ),
    met('2.1.2', 'The documents say how inputs must fit each other', referenceInStep(), officerCase),
    met(
      '2.1.3',
      'The documents say the limits, of each person and in all',
      referenceInStep(),
      shown('test/docs/limits.spec.ts', 'is what the server and the engine keep'),
    ),
    met(
      '2.2.1',
      'Input is checked against what is expected of it',
      fuzz('are all answered as documented, none with a fault, and record nothing'),
      commands('refuses an invalid form with the path of each field, and never repeats the input'),
      inputs('names an unknown field, and the one that was probably meant'),
    ),
    met(
      '2.2.2',
      'Input is checked by the server',
      shown(
        'test/e2e/http/fuzz/writing.e2e.spec.ts',
        'are in the log exactly once when accepted, and in no case when refused',
      ),
    ),
    met('2.2.3', 'Inputs that belong together are checked together', ruleNames),
    met(
      '2.3.1',
      'Steps go in their order, none is left out',
      commands('refuses what is not possible in this state with WRONG_STATE'),
      shown(
        'test/engine/verify-tampered.spec.ts',
        'finds an event that its command does not lead to, and a command that there is not',
      ),
    ),
    met(
      '2.3.2',
      'Limits of the business are kept',
      ruleNames,
      shown('test/e2e/http/proposals.e2e.spec.ts', 'expires when its time is over'),
    ),
    met(
      '2.3.3',
      'A step happens whole or not at all',
      shown('test/chaos/chaos.e2e.spec.ts', 'loses nothing that it acknowledged and records nothing twice'),
      shown(
        'libs/engine/src/testing/event-store/several-streams-facts.ts',
        'records nothing when one of them has moved on',
      ),
    ),
    met(
      '2.3.4',
      'Nothing is taken twice by two at once',
      commands('lets exactly one win for each revision with If-Match; the others get 412'),
      shown(
        'libs/engine/src/proposals/proposals.spec.ts',
        'by several persons in several processes at once is of one of them',
      ),
    ),
    met(
      '2.4.1',
      'Too many calls are held up',
      web('has to wait; others need not, and who has a token need not either'),
      web('has to wait also when each guess is at another person, with a password, a passkey or a code'),
      shown(
        'apps/server/src/http/rate-limits.spec.ts',
        'is counted by person, and not for the operator of the machine',
      ),
      shown(
        'test/e2e/http/feed.e2e.spec.ts',
        'says to more readers than it takes that it is busy, and when to come again',
      ),
    ),
  ],
};

function referenceInStep() {
  return shown(
    'test/docs/reference.spec.ts',
    '%s is in step with its definition; else: npx safeconduct workflow <name> --reference > docs/reference/<name>.md',
  );
}
