import type { WorkflowFile } from '@safeconduct/contracts';
import { classOfEventField, classOfFactField } from '@safeconduct/engine';
import {
  eventTitleOf,
  labelledFacts,
  labelledFields,
  languages,
  onlyGroup,
  titleOf,
  type Workflow,
} from '@safeconduct/workflow';
import { inBoth } from './both-languages.js';

type Facts = WorkflowFile['facts'];

/** What everything is called that can be known of a case, in the order in which it is shown. */
export const factAnswers = (workflow: Workflow): Facts =>
  labelledFacts(workflow.source).map(({ path, type, group }, order) => ({
    ...{ path, type, group, order },
    titles: inBoth(workflow, (texts) => titleOf(texts, path), path),
    dataClass: classOfFactField(workflow, path) ?? null,
  }));

/** The same of the data of an event, which are in no group. */
export function fieldAnswers(workflow: Workflow, event: string): Facts {
  const commands = [...workflow.commands.values()]
    .filter(({ yields }) => yields.includes(event))
    .map(({ name }) => name);
  return labelledFields(workflow.source, event).map(({ path, type }, order) => ({
    ...{ path, type, order, group: null },
    titles: inBoth(workflow, (texts) => eventTitleOf(texts, path, commands), path),
    dataClass: classOfEventField(workflow, event, path) ?? null,
  }));
}

const ofOnlyGroup = { en: 'details', ar: 'التفاصيل' };

export function groupAnswers(workflow: Workflow): WorkflowFile['groups'] {
  const { facts, factGroups } = workflow.source;
  if (facts === undefined) return [];
  if (factGroups === undefined) return [{ name: onlyGroup, titles: { ...ofOnlyGroup } }];
  return Object.keys(factGroups).map((name) => ({
    name,
    titles: inBoth(workflow, ({ groups }) => groups[name], name),
  }));
}

/** The text of every code that has one in some language. */
export function valueAnswers(workflow: Workflow): WorkflowFile['values'] {
  const codes = new Set(languages.flatMap((language) => Object.keys(workflow.texts[language].values)));
  return Object.fromEntries(
    [...codes].map((code) => [code, inBoth(workflow, ({ values }) => values[code], code)]),
  );
}
