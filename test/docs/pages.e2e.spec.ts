import { cliMain, serverMain } from '../built-programs.js';
import { temporaryFolder } from '../e2e/cli.js';
import { builtCommandLine } from '../e2e/cli-runners.js';
import { describePage } from './page.js';

const pages = [
  'docs/tutorial/first-case.md',
  'docs/how-to/import-recorded-decisions.md',
  'docs/how-to/check-a-reported-figure.md',
  'docs/how-to/back-up-and-restore.md',
  'docs/how-to/keep-the-keys.md',
  'docs/how-to/move-a-log.md',
  'docs/how-to/rebuild-views.md',
  'docs/how-to/simulate-a-workflow.md',
];

// `npx safeconduct` and `npm start --` with what was just built, in an empty folder.
const built = (file: string) => `exec "${process.execPath}" "${file}" "$@"`;
const programs = { npx: `shift\n${built(cliMain)}`, npm: `shift 2\n${built(serverMain)}` };

const commandLine = () => builtCommandLine;

for (const page of pages) describePage(page, { folder: temporaryFolder(), programs, commandLine });
