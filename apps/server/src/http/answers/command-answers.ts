import type { CaseCommands, CommandForm } from '@safeconduct/contracts';
import type { CaseCommand } from '@safeconduct/engine';
import {
  fieldText,
  isBySystem,
  needsSecondPerson,
  statesThatHear,
  valueText,
  type AskedGuard,
  type Command,
  type Language,
  type Workflow,
} from '@safeconduct/workflow';
import { z } from 'zod';
import { codeText } from '../../texts/problem-text.js';
import { inBoth } from './both-languages.js';
import { whyNotAnswer } from './proposal-answers.js';

type Schema = Record<string, unknown>;

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

const forms = new WeakMap<Command, Map<Language, Schema>>();

/**
 * The JSON Schema of a command's form. Made once a language: definitions do not change while a process runs.
 */
export function formOf(workflow: Workflow, command: Command, language: Language): Schema {
  const known = forms.get(command) ?? new Map<Language, Schema>();
  forms.set(command, known);
  let form = known.get(language);
  if (form === undefined) {
    form = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' });
    addTexts(form, { workflow, command, language });
    known.set(language, form);
  }
  return form;
}

interface Labelling {
  readonly workflow: Workflow;
  readonly command: Command;
  readonly language: Language;
}

/** Labels every field, also those in the branches of a union, and the values of choices. */
function addTexts(schema: Schema, labelling: Labelling): void {
  const { workflow, command, language } = labelling;
  for (const [name, field] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
    const titles = inBoth(workflow, (texts) => fieldText(texts, command.name, name), name);
    field['title'] = titles[language];
    field['x-titles'] = titles;
    addValueTexts(field, workflow);
    if (typeof field['items'] === 'object') addValueTexts(field['items'] as Schema, workflow);
  }
  for (const branch of [schema['anyOf'], schema['oneOf'], schema['allOf']]) {
    for (const inner of (branch ?? []) as Schema[]) addTexts(inner, labelling);
  }
}

function addValueTexts(field: Schema, workflow: Workflow): void {
  const values = field['enum'];
  if (!Array.isArray(values)) return;
  const text = (value: string) => inBoth(workflow, (texts) => valueText(texts, value), value);
  field['x-values'] = Object.fromEntries(values.map((value) => [String(value), text(String(value))]));
}
