import { jest } from '@jest/globals';
import { newProgram, type Program } from '../../apps/server/src/cli/program.js';
import type { CliRun } from './cli.js';

/**
 * Runs a command as the command line would, in this process, which is several times faster than one of its own. What other
 * code of this process writes meanwhile is caught as well.
 * @param add  adds the commands, such as `addReadCommands`
 */
export async function inProcess(
  add: (program: Program['program'], call: Program) => void,
  typed: readonly string[],
): Promise<CliRun> {
  const line = newProgram();
  add(line.program, line);
  const caught = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      caught[name] += String(text);
      return true;
    }),
  );
  try {
    const code = await line.run(typed);
    return { code, ...caught, json: <Value>() => JSON.parse(caught.stdout) as Value };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
