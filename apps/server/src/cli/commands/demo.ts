import { UsageError } from '../../console/usage-error.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { workflowWithDemo } from '../../start/named-workflow.js';
import { wholeNumber } from '../whole-number.js';
import { writeCaseload } from '../../start/write-caseload.js';

/** Writes an invented caseload of any size as bulk files. */
export async function runDemo(
  { json }: CommandLine,
  action: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  if (action !== 'generate')
    throw new UsageError('demo knows one action: demo generate --persons N --seed S --out DIR');
  const { demo } = workflowWithDemo(options['workflow']);
  const persons = wholeNumber('--persons', options['persons'] ?? String(demo.persons));
  const seed = wholeNumber('--seed', options['seed'] ?? '');
  const caseload = demo.generate({ persons, seed });
  const { commands, ledger } = caseload;
  const bar = progressBar(process.stderr, { label: 'generate', total: commands });
  const files = await writeCaseload(caseload, options['out'] ?? '', (rows) => {
    bar.update(rows);
  });
  bar.stop();
  if (json === true) printJson({ persons, commands, files, ledger });
  else print(`${commands} commands for ${persons} persons in ${files} files`);
  return exit.ok;
}
