import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { operatorToken, operatorTokenSecondsMax } from '../../sign-in/operator-token.js';
import { mustHaveData } from '../../start/open.js';
import { personIn } from '../person-option.js';
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
  const person = as === undefined ? null : personIn('--as', as);
  const location = await mustHaveData(line);
  const token = operatorToken(location.keys.masterHashes(), person, { seconds });
  if (line.json === true) printJson({ token });
  else print(token);
  return exit.ok;
}
