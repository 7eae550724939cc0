import { initialFacts } from '../facts.js';
import type { Event } from '../events.js';
import { officerCase } from '../index.js';
import { actingOf } from './actors.js';
import { start } from './case-run.js';
import { commandNames, samples, type CommandName } from './samples.js';

/**
 * Examples of every event: what the commands lead to for each of their sample inputs, and for each fact that a
 * `decide` reads.
 */
export const examples: readonly Event[] = commandNames.flatMap((name) =>
  samples[name].inputs(start.now).flatMap((input) => yieldsOf(name, input)),
);

function yieldsOf(name: CommandName, input: unknown): readonly Event[] {
  const command = officerCase.commands.get(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const officers = name === 'AssignOfficer' ? [undefined, 'co-1'] : [undefined];
  return officers.flatMap((officer) => {
    const context = {
      input: command.input.parse(input),
      state: '',
      now: start.now,
      actor: actingOf(samples[name].by),
    };
    return officerCase.decide(command, { ...initialFacts, officer }, context) as readonly Event[];
  });
}
