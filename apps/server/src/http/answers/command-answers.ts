import type { CaseCommands, CommandForeseen, CommandForm } from '@safeconduct/contracts';
import type { CaseCommand, Foreseen } from '@safeconduct/engine';
import {
  isBySystem,
  needsSecondPerson,
  statesThatHear,
  type AskedGuard,
  type Command,
  type Language,
  type Workflow,
} from '@safeconduct/workflow';
import { codeText } from '../../texts/problem-text.js';
import { inBoth } from './both-languages.js';
import { stateParts } from './case-answers.js';
import { formOf } from './form.js';
import { whyNotAnswer } from './proposal-answers.js';

/** A command with its form, without saying whether it is open. */
export function commandFormAnswer(workflow: Workflow, command: Command, language: Language): CommandForm {
  return { ...commandHeadAnswer(workflow, command), form: formOf(workflow, command, language) };
}

const commandHeadAnswer = (workflow: Workflow, command: Command): Omit<CommandForm, 'form'> => ({
  command: command.name,
  titles: inBoth(workflow, (texts) => texts.commands[command.name], command.name),
  roles: [...command.roles],
  confirmedBy: command.confirmedBy === undefined ? null : [...command.confirmedBy],
});

interface AnsweredIn {
  readonly language: Language;
  readonly withForms: boolean;
}

/** A command of a case, as its reader sees it. */
export function caseCommandAnswer(
  workflow: Workflow,
  asked: CaseCommand,
  { language, withForms }: AnsweredIn,
): CaseCommands['commands'][number] {
  const { open, refusal, permitted, possibleHere, guards, occurredAt } = asked;
  const command = workflow.commands.get(asked.command) as Command;
  const whyNot = refusal && whyNotAnswer(refusal, workflow, language);
  return {
    ...commandHeadAnswer(workflow, command),
    form: withForms ? formOf(workflow, command, language) : null,
    ...{ open, permitted, possibleHere, possibleIn: [...statesThatHear(workflow, command)] },
    guards: guards.map((guard) => guardAnswer(workflow, command, { guard, language })),
    bySystem: isBySystem(workflow, command.name),
    decisive: needsSecondPerson(command),
    occurredAt: { ...occurredAt },
    whyNot: whyNot ?? null,
  };
}

function guardAnswer(
  workflow: Workflow,
  { guards }: Command,
  { guard, language }: { readonly guard: AskedGuard; readonly language: Language },
): CaseCommands['commands'][number]['guards'][number] {
  const { guard: id, version, holds, code, inputs } = guard;
  return {
    ...{ id, version, holds, code, inputs },
    titles: inBoth(workflow, (texts) => texts.guards[id], id),
    message: code === null ? null : codeText({ guard: id, code, inputs }, workflow, language),
    remedies: [...(guards.find((one) => one.id === id)?.remedies ?? [])],
  };
}

/** What a command would lead to. */
export const foreseenAnswer = (workflow: Workflow, foreseen: Foreseen): CommandForeseen => ({
  caseId: foreseen.caseId,
  revision: String(foreseen.revision),
  from: stateParts(foreseen.from),
  to: stateParts(foreseen.to),
  events: foreseen.events.map((type) => ({
    type,
    titles: inBoth(workflow, ({ events }) => events[type], type),
  })),
  deadlines: {
    starts: [...foreseen.deadlines.starts],
    moves: [...foreseen.deadlines.moves],
    ends: [...foreseen.deadlines.ends],
  },
  secondPerson: foreseen.secondPerson && [...foreseen.secondPerson],
});
