import { identityForm, idPattern } from '@safeconduct/workflow';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { operatorToken, operatorTokenSecondsMax } from '../../sign-in/operator-token.js';
import { mustHaveData } from '../../start/open.js';
import { wholeNumber } from '../whole-number.js';

const minute = 60;

/** A token by which programs of this machine ask the server that holds the data, in a person's name or in nobody's. */
export async function runToken(
  line: CommandLine,
  { as, minutes }: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const seconds = minutes === undefined ? minute : wholeNumber('--minutes', minutes) * minute;
  if (seconds < minute || seconds > operatorTokenSecondsMax)
    throw new UsageError(`--minutes takes 1 to ${operatorTokenSecondsMax / minute}`);
  if (as !== undefined && !idPattern.test(identityForm(as)))
    throw new UsageError('--as takes the id of a person, such as co-01');
  const location = await mustHaveData(line);
  const token = operatorToken(location.keys.masterHashes(), as ?? null, { seconds });
  if (line.json === true) printJson({ token });
  else print(token);
  return exit.ok;
}
