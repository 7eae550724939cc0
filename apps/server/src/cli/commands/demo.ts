import { commandCount } from '../../demo/fates.js';
import { generateCaseload } from '../../demo/generate-caseload.js';
import { UsageError } from '../../console/usage-error.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { wholeNumber } from '../whole-number.js';

/** Writes an invented caseload of any size as bulk files. */
export async function runDemo(
  { json }: CommandLine,
  action: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  if (action !== 'generate')
    throw new UsageError('demo knows one action: demo generate --persons N --seed S --out DIR');
  const persons = wholeNumber('--persons', options['persons'] ?? '');
  const seed = wholeNumber('--seed', options['seed'] ?? '');
  const bar = progressBar(process.stderr, { label: 'generate', total: commandCount(persons) });
  const onProgress = (done: number) => {
    bar.update(done);
  };
  const written = await generateCaseload({ persons, seed, out: options['out'] ?? '', onProgress });
  bar.stop();
  if (json === true) printJson(written);
  else print(`${written.commands} commands for ${written.persons} persons in ${written.files} files`);
  return exit.ok;
}
