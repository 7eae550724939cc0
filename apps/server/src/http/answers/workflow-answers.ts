import type { WorkflowFile, WorkflowList } from '@safeconduct/contracts';
import { permissionsOf } from '@safeconduct/engine';
import {
  columnText,
  openCommands,
  purposes,
  tagLabel,
  valueText,
  viewText,
  walkStates,
  wordsOf,
  type Command,
  type Language,
  type View,
  type Words,
  type Workflow,
} from '@safeconduct/workflow';
import { inBoth } from './both-languages.js';
import { titlesIn } from './facet-answers.js';
import { commandFormAnswer } from './command-answers.js';
import { factAnswers, fieldAnswers, groupAnswers, valueAnswers } from './label-answers.js';

type Summary = WorkflowList['items'][number];

export function workflowSummaryAnswer(
  workflow: Workflow,
  { fingerprint, underConstruction }: Pick<AboutWorkflow, 'fingerprint' | 'underConstruction'>,
): Summary {
  return {
    name: workflow.name,
    version: workflow.version,
    fingerprint,
    titles: inBoth(workflow, ({ title }) => title, workflow.name),
    descriptions: inBoth(workflow, ({ description }) => description, workflow.name),
    underConstruction,
    opening: workflow.opening.name,
    naturalKey: workflow.opening.opens,
    compared: { ...workflow.source.compared },
  };
}

/** What the answer has besides the definition of the workflow. */
export interface AboutWorkflow {
  readonly fingerprint: string;
  /** Texts of it are missing or wrong. */
  readonly underConstruction: boolean;
  /** How the ids of those who hold a role begin. */
  readonly prefixesOf: (role: string) => readonly string[];
}

export function workflowAnswer(
  workflow: Workflow,
  { prefixesOf, ...about }: AboutWorkflow,
  language: Language,
): WorkflowFile {
  return {
    ...workflowSummaryAnswer(workflow, about),
    states: statesOf(workflow),
    commands: [...workflow.commands.values()].map((command) => commandAnswer(workflow, command, language)),
    events: [...workflow.events].map(([type, { version }]) => ({
      type,
      titles: inBoth(workflow, ({ events }) => events[type], type),
      version,
      fields: fieldAnswers(workflow, type),
    })),
    facts: factAnswers(workflow),
    groups: groupAnswers(workflow),
    values: valueAnswers(workflow),
    roles: workflow.roles.map((role) => roleAnswer(workflow, role, prefixesOf(role))),
    permissions: permissionsAnswer(workflow),
    words: {
      cases: wordIn(workflow, 'cases'),
      place: wordIn(workflow, 'place'),
    },
    tags: Object.entries(workflow.source.tags ?? {}).map(([name, codes]) => ({
      name,
      titles: inBoth(workflow, (texts) => tagLabel(texts, name), name),
      codes: codes.map((code) => ({
        code,
        titles: inBoth(workflow, (texts) => valueText(texts, code), code),
      })),
    })),
    zone: workflow.zone,
    inputs: { ...workflow.inputs },
    deadlines: Object.entries(workflow.deadlines).map(([name, { role, then }]) => ({
      name,
      titles: inBoth(workflow, ({ deadlines }) => deadlines[name], name),
      role,
      then: then ?? null,
    })),
    views: [...workflow.views.values()].map((view) => viewAnswer(workflow, view)),
  };
}

function permissionsAnswer(workflow: Workflow): WorkflowFile['permissions'] {
  const { units, classes, reads } = permissionsOf(workflow);
  return {
    units: [...units],
    classes: [...classes],
    titles: {
      classes: Object.fromEntries(classes.map((one) => [one, titlesIn('dataClasses', one)])),
      purposes: Object.fromEntries(purposes.map((one) => [one, titlesIn('purposes', one)])),
    },
    reads: reads.map(
      ({ role, purposes: readsFor, cases, sees, figures, recordsFigures, readLog, emergency, never }) => ({
        role,
        purposes: [...readsFor],
        cases: cases.map(({ of, states = null, purposes: only = null, withinHours = null }) => ({
          of,
          states: states && [...states],
          purposes: only && [...only],
          withinHours,
        })),
        sees: Object.fromEntries(
          Object.entries(sees).map(([one, sight]) => [one, typeof sight === 'object' ? sight.when : sight]),
        ),
        ...{ figures, recordsFigures, readLog },
        emergency: [...emergency],
        never: [...never],
      }),
    ),
  };
}

function viewAnswer(workflow: Workflow, view: View): WorkflowFile['views'][number] {
  const { name, columns, key, filters } = view;
  return {
    name,
    titles: inBoth(workflow, (texts) => viewText(texts, name), name),
    columns: columns.map((column) => ({
      ...column,
      titles: inBoth(workflow, (texts) => columnText(texts, name, column.name), column.name),
      key: key.includes(column),
      filter: filters.includes(column),
    })),
  };
}

const wordIn = ({ texts }: Workflow, word: keyof Words) => ({
  en: wordsOf(texts.en, 'en')[word],
  ar: wordsOf(texts.ar, 'ar')[word],
});

function statesOf(workflow: Workflow): WorkflowFile['states'] {
  const paths: string[] = [];
  walkStates(workflow.source.chart, (path) => paths.push(path));
  const leaves = new Set(workflow.chart.leaves);
  return paths.map((path) => ({
    path,
    titles: inBoth(workflow, ({ states }) => states[path], path),
    isLeaf: leaves.has(path),
    isEnd: workflow.chart.ends.has(path),
    commands: leaves.has(path) ? [...openCommands(workflow, path)] : [],
  }));
}

function commandAnswer(
  workflow: Workflow,
  command: Command,
  language: Language,
): WorkflowFile['commands'][number] {
  return {
    ...commandFormAnswer(workflow, command, language),
    opens: command.opens !== undefined,
    alwaysHeard: command.alwaysHeard === true,
    establishes: command.establishes === true,
    freeOfOrder: command.freeOfOrder === true,
    erases: command.erases === true,
    inBulk: command.inBulk === true,
    isNote: command.isNote === true,
    guards: command.guards.map(({ id, version, codes }) => ({
      id,
      version,
      titles: inBoth(workflow, ({ guards }) => guards[id], id),
      codes: [...codes],
    })),
    yields: [...command.yields],
  };
}

function roleAnswer(
  workflow: Workflow,
  role: string,
  prefixes: readonly string[],
): WorkflowFile['roles'][number] {
  const commands = [...workflow.commands.values()];
  const named = (found: readonly Command[]) => found.map(({ name }) => name);
  return {
    role,
    titles: inBoth(workflow, ({ roles }) => roles[role], role),
    prefixes: [...prefixes],
    sends: named(commands.filter(({ roles }) => roles.includes(role))),
    confirms: named(commands.filter(({ confirmedBy }) => confirmedBy?.includes(role) === true)),
  };
}
