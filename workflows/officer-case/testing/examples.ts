import { initialFacts, type Facts } from '../facts.js';
import type { Event } from '../events.js';
import { officerCase } from '../index.js';
import { appealable } from '../code-lists.js';
import { actingOf } from './actors.js';
import { start } from './case-run.js';
import { commandNames, samples, type CommandName } from './samples.js';

const asked = { by: 'leg-1', at: start.now, correctionNo: 'CR-1', proof: 'P' };

/** Facts that a `decide` reads, by command. */
const known: Partial<Record<CommandName, readonly Partial<Facts>[]>> = {
  AssignOfficer: [{}, { officer: 'co-1' }],
  DecideAppeal: appealable.map((against) => ({ appeals: [{ appealNo: 'AP-1', against, at: start.now }] })),
  ApproveCorrection: [
    { corrections: [{ ...asked, field: 'death', claimed: 'lives' }], adult: true },
    { corrections: [{ ...asked, field: 'unit', claimed: 'unit' }], adult: true },
    { corrections: [{ ...asked, field: 'birthDate', claimed: '2010' }], crossedAt: start.now },
  ],
};

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
  return (known[name] ?? [{}]).flatMap((facts) => {
    const context = {
      input: command.input.parse(input),
      state: '',
      now: start.now,
      actor: actingOf(samples[name].by),
    };
    return officerCase.decide(command, { ...initialFacts, ...facts }, context) as readonly Event[];
  });
}
