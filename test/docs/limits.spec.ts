import { describe, it } from '@jest/globals';
import { draftBytesMax, draftKeptDays, draftsMax } from '@safeconduct/contracts';
import { bounds } from '@safeconduct/workflow';
import { defaultLimits, type HttpLimits } from '../../apps/server/src/http/limits.js';
import {
  commonWords,
  passwordCharactersMax,
  passwordCharactersMin,
} from '../../apps/server/src/sign-in/passwords.js';
import { expectInStep } from './generated.js';

const number = (value: number): string => value.toLocaleString('en');
const seconds = (ms: number): string => `${number(ms / 1000)} s`;
const bytes = (value: number): string => `${number(value / 1024)} KiB`;

const ofServer: Readonly<Record<keyof HttpLimits, (limit: number) => readonly [string, string]>> = {
  bodyBytes: (limit) => ['body of a request, also unpacked', bytes(limit)],
  jsonDepth: (limit) => ['levels of objects and lists in a body', number(limit)],
  bodyMs: (limit) => ['time for a body to arrive', seconds(limit)],
  importMs: (limit) => ['time for a bulk file to arrive', seconds(limit)],
  importBytes: (limit) => ['bulk file, also unpacked', bytes(limit)],
  viewsWaitMs: (limit) => ['wait of a read for the views', seconds(limit)],
  viewsStaleMs: (limit) => ['age of what the views lack, before the server is not ready', seconds(limit)],
  requestsPerMinute: (limit) => ['requests of one person in a minute, at one server', number(limit)],
  refusedPerMinute: (limit) => [
    'refused credentials from one address in a minute, at one server',
    number(limit),
  ],
  signInsPerMinute: (limit) => [
    'attempts to sign in from one address in a minute, at one server',
    number(limit),
  ],
  feedReaders: (limit) => ['readers of the feed at once', number(limit)],
  feedPulseMs: (limit) => ['silence of the feed, and life of a stream after its session', seconds(limit)],
  feedStalledMs: (limit) => ['time that a reader of the feed may take nothing', seconds(limit)],
  stopMs: (limit) => ['time for requests under way when the server stops', seconds(limit)],
};

const ofInputs: Readonly<Record<keyof typeof bounds, string>> = {
  values: 'values in one input',
  listItems: 'items of one list',
  text: 'characters of one text',
  depth: 'levels of objects and lists in one input',
  issues: 'issues in one answer; then how many more there are',
  name: 'characters of a name in an issue',
};

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const page = `# Limits

What one request, one reader and one file may take. This page is made from the code that keeps the limits. What a
procedure limits stands in its [reference](officer-case.md): rules, deadlines, and how long a proposal waits. How long a session
lives and how guessing is held up is in [the settings](configuration.md) and in the description of the API.

## Requests and files

| what | at most |
|---|---|
${keys(ofServer)
  .map((key) => row(ofServer[key](defaultLimits[key])))
  .join('\n')}

Bulk files are CSV or JSON Lines in UTF-8, by their media type; their names mean nothing. A row that cannot be read is refused
with its line and a reason, and stops no other. Queries that may take long are asked one after the other, in a thread of their own,
and long cases are read in steps, so that neither holds up a command ([ADR 0012](../adr/0012-long-questions-in-a-thread.md),
[ADR 0035](../adr/0035-long-cases-in-bounded-steps.md)).

## Inputs and answers

| what | at most |
|---|---|
${keys(ofInputs)
  .map((key) => row([ofInputs[key], number(bounds[key])]))
  .join('\n')}

Each form has limits of its own below these; they stand in the description of the API. Reasons: [ADR 0033](../adr/0033-bounds-of-inputs-and-answers.md).

## Drafts

| what | at most |
|---|---|
| drafts of one person | ${number(draftsMax)} |
| one draft, as JSON in UTF-8 | ${bytes(draftBytesMax)} |
| days for which a draft is kept after it was kept last | ${number(draftKeptDays)} |

A text in a draft is no longer than one of a command. Reasons: [ADR 0068](../adr/0068-drafts-that-outlast-the-page.md).

## Passwords

${passwordCharactersMin} to ${passwordCharactersMax} characters of any kind. A password is refused when it has fewer than six different
characters, or fewer than six besides the person’s own id, their names and these words: ${commonWords.map((word) => `\`${word}\``).join(', ')}. It is
refused as well when it is one of the million most used passwords that became known by breaches, or has five characters more than
one of them at most. Capital letters count as small ones. The list comes with the server, and nobody outside is asked.
`;

describe('docs/reference/limits.md', () => {
  it('is what the server and the engine keep', async () => {
    await expectInStep('docs/reference/limits.md', page);
  });
});
