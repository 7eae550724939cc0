/** Where the browser is in which the pages are tested. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** In the order in which they are taken. What has no window at all takes about a third less of the processor. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** The program of the browser: the one that CHROMIUM names, else one of the search path; undefined: there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const usual = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM ?? '', ...usual].find((path) => path !== '' && isProgram(path));
}

/** Which it is, or what is not tested because there is none. */
export function describeChromium() {
  const path = findChromium();
  if (path === undefined)
    return 'NONE FOUND: the pages were tested in no browser; install chromium-headless-shell or chromium, or name one in CHROMIUM';
  return spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout?.trim() || path;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
