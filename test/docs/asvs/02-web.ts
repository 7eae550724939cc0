import {
  doesNotApply,
  fuzz,
  jobs,
  met,
  partly,
  privatePages,
  problems,
  provider,
  shown,
  signIn,
  signInPages,
  web,
  type Chapter,
  credentials,
} from './requirement.js';

const everyAnswer = web('%s may neither load, run nor be framed, and sends no address on');
const ownStyle = web('that a browser shows allows its own style and nothing else: %s');
const ownScripts = signInPages(
  'is answered to everybody, and loads the style and the scripts of this server alone: %s',
);
const crossSite = web('can send no command, as %j says');
const cookie = signIn('comes with a cookie that no script reads and no other site sends');
const elsewhere = (title: string) => shown('test/e2e/listening-elsewhere.e2e.spec.ts', title);

export const frontend: Chapter = {
  title: 'V3 Web frontend',
  rows: [
    met(
      '3.2.1',
      'A browser takes no answer for something it is not',
      everyAnswer,
      web('can read nothing, and may have a link'),
    ),
    met(
      '3.2.2',
      'Texts are shown as texts',
      privatePages('shows markup in the names of people and things as the text that it is'),
      shown('apps/server/src/http/openapi/pages.spec.ts', 'writes texts as text'),
      shown('apps/server/src/diagrams/svg.spec.ts', 'writes texts as text'),
      signInPages('leads nobody astray: %j'),
    ),
    partly(
      '3.3.1',
      'Cookies are sent over TLS alone, and their names say so',
      'Over TLS they are. On the loopback of one machine, the only other way to listen, there is no TLS.',
      elsewhere('signs people in with a cookie for TLS and for this host alone'),
    ),
    met('3.3.2', 'Cookies say which sites may send them', cookie),
    partly(
      '3.3.3',
      'The names of cookies bind them to this host',
      'Over TLS they do. On the loopback of one machine a browser does not take such a name.',
      elsewhere('signs people in with a cookie for TLS and for this host alone'),
    ),
    met('3.3.4', 'No script reads the cookie of a session', cookie),
    partly(
      '3.4.1',
      'Browsers are told to stay with TLS for a year, on all subdomains',
      'A year, where the server is reached over TLS. Subdomains are left out: they need not be of this installation.',
      elsewhere('signs people in with a cookie for TLS and for this host alone'),
    ),
    met('3.4.2', 'No other origin is let in by CORS', everyAnswer),
    met('3.4.3', 'A Content-Security-Policy allows what is needed only', everyAnswer, ownStyle, ownScripts),
    met('3.4.4', 'Every answer says nosniff', everyAnswer, problems('is no HTTP: 400')),
    met('3.4.5', 'Addresses are not sent on to other sites', everyAnswer),
    met('3.4.6', 'No other page can frame one', everyAnswer),
    met(
      '3.5.1',
      'Requests of other sites are refused (CSRF)',
      crossSite,
      signIn('acts for no page of another site'),
    ),
    met(
      '3.5.2',
      'Nothing rests on a preflight that a simple request avoids',
      crossSite,
      problems('has the media type %p: 415'),
    ),
    met(
      '3.5.3',
      'Safe methods change nothing',
      fuzz('are all answered as documented, none with a fault, and record nothing'),
    ),
    doesNotApply('3.5.4', 'Each application has its own host', 'An installation is one application.'),
    doesNotApply('3.5.5', 'Messages of other windows are checked', 'No page listens to messages.'),
    met('3.7.1', 'Only technology that browsers still support', ownStyle, ownScripts),
    met(
      '3.7.2',
      'Browsers are led to known hosts only',
      provider('asks for a code with PKCE, and comes back to this server'),
      provider('is refused when it would lead on to %s'),
      shown('apps/server/src/http/sign-in/own-path.spec.ts', 'is never %j'),
      signInPages('leads nobody astray: %j'),
    ),
  ],
};

export const api: Chapter = {
  title: 'V4 API and web service',
  rows: [
    met(
      '4.1.1',
      'Each answer has its true media type, texts with their character set',
      fuzz('are all answered as documented, none with a fault, and record nothing'),
      problems('has a page where its type leads: %s'),
    ),
    met(
      '4.1.2',
      'A request without TLS is not quietly led to TLS',
      elsewhere(
        'refuses what came to the proxy without TLS, what names another host, and pages of other origins',
      ),
    ),
    met(
      '4.1.3',
      'Headers that a proxy sets are believed from that proxy alone',
      elsewhere('is not believed what they say of TLS'),
      credentials('are refused: an operator token that came through a proxy, as %s says'),
    ),
    met(
      '4.2.1',
      'Where a request ends is read in one way (request smuggling)',
      problems('could hide a second request behind %s: 400'),
    ),
    doesNotApply('4.3.1 4.3.2', 'GraphQL is bounded', 'There is no GraphQL.'),
    doesNotApply(
      '4.4.1 4.4.2 4.4.3 4.4.4',
      'WebSockets are safe',
      'There are none. The feed is server-sent events over HTTP.',
    ),
  ],
};

export const files: Chapter = {
  title: 'V5 File handling',
  rows: [
    met(
      '5.1.1',
      'The documents say which files are taken, how large, and what happens to bad ones',
      shown('docs/how-to/import-recorded-decisions.md', '# Import recorded decisions'),
      shown('test/docs/limits.spec.ts', 'is what the server and the engine keep'),
    ),
    met(
      '5.2.1',
      'A file has a size that can be worked on',
      jobs('refuses a file that is too large, with 413, and keeps nothing of it'),
      shown(
        'test/faults/full-disk.e2e.spec.ts',
        'ends as failed, the server goes on, and the same file again has every row',
      ),
    ),
    met(
      '5.2.2',
      'A file is what it says it is',
      jobs('refuses %s %j with %s and leaves no folder behind'),
      shown('apps/server/src/import/read/encoding.spec.ts', 'is named with the remedy when it is %s'),
      shown('apps/server/src/import/rows/read-rows.spec.ts', 'lets no bad row stop the others'),
    ),
    met(
      '5.2.3',
      'What is packed is bounded unpacked',
      problems('is small and unpacks to 10 MB: 413 with the limit'),
      jobs('refuses a file that is small and unpacks to one that is too large'),
    ),
    doesNotApply('5.3.1', 'Files of users are not run', 'No folder is served, and no file is run.'),
    met(
      '5.3.2',
      'Paths are made of own names',
      jobs('is not there under another id'),
      problems('is malformed, %s: 4xx'),
    ),
    met(
      '5.4.1 5.4.2',
      'A download has a file name of our own, safely written',
      jobs('answers 202 at once, and the job says what became of the rows'),
    ),
    doesNotApply(
      '5.4.3',
      'Files of others are scanned before they are served',
      'No file is handed on. Rejected rows are written anew as text, for whoever sent them.',
    ),
  ],
};
