import { logStart, systemReader, type Engine, type EventStore, type SentCommand } from '@safeconduct/engine';
import { findingLine, unfinishedTexts, type Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { namedWorkflow } from './named-workflow.js';

/** Kept beside a log that was begun to try workflows under construction. It goes along when the log is poured. */
export const constructionName = 'underConstruction';

/** What is said wherever data that were begun for construction are used. */
export const constructionBanner =
  'UNDER CONSTRUCTION: these data were begun to try workflows in; keep no real case here';

/** The workflows whose texts are not finished, and whether cases of them may be opened in these data. */
export interface Construction {
  /** The data were begun to try workflows in. */
  readonly isTrial: boolean;
  /** By name, each with what is to be written. */
  readonly unfinished: ReadonlyMap<string, string>;
}

/** The workflow is under construction, and these data may be real, so no case of it is opened in them. */
export class UnderConstructionError extends Error {
  readonly code = 'WORKFLOW_UNDER_CONSTRUCTION';
  constructor(workflow: string, what: string) {
    super(
      `${whatIsUnfinished(workflow, what)}; or try it in data of its own: SAFECONDUCT_UNDER_CONSTRUCTION=${workflow} ` +
        'and a new --data folder',
    );
  }
}

/** Workflows are to be tried in data that were not begun for it, which may hold cases of persons. */
export class RealDataError extends Error {
  readonly code = 'DATA_MAY_BE_REAL';
  constructor() {
    super(
      'SAFECONDUCT_UNDER_CONSTRUCTION is set, and these data were not begun to try workflows in: name a new folder ' +
        'with --data, or leave the setting out',
    );
  }
}

/** What is unfinished of the registered workflows, and what the data were begun for. Changes nothing. */
export async function constructionIn(events: EventStore): Promise<Construction> {
  return {
    isTrial: (await events.meta(constructionName)) !== undefined,
    unfinished: unfinishedOf(workflows),
  };
}

/**
 * Marks new data for construction when workflows are named that may be tried in them.
 * @throws UsageError  there is no workflow of that name
 * @throws RealDataError  the data were begun without this setting
 */
export async function beginConstruction(events: EventStore, tried: readonly string[]): Promise<Construction> {
  for (const name of tried) namedWorkflow(name);
  const found = await constructionIn(events);
  if (tried.length === 0 || found.isTrial) return found;
  if ((await events.head()) !== logStart) throw new RealDataError();
  // The same text in every log, because a pour compares it.
  await events.setMetaOnce(constructionName, 'yes');
  return { ...found, isTrial: true };
}

/**
 * The same engine, which opens no case of an unfinished workflow unless the data were begun to try workflows in. Cases that
 * are open go on: a text that is missing keeps nobody from a withdrawal.
 */
export function guarded<Guarded extends Engine>(
  engine: Guarded,
  { isTrial, unfinished }: Construction,
): Guarded {
  if (isTrial || unfinished.size === 0) return engine;
  return {
    ...engine,
    handle(sent) {
      const problem = problemOf(sent);
      return problem === undefined ? engine.handle(sent) : Promise.reject(problem);
    },
    proposals: {
      ...engine.proposals,
      handleOrPropose(sent) {
        const problem = problemOf(sent);
        return problem === undefined ? engine.proposals.handleOrPropose(sent) : Promise.reject(problem);
      },
      async confirm(sent) {
        const all = await engine.queries.proposalsOfCase(constructionReader, sent);
        const found = all.find(({ proposalId }) => proposalId === sent.proposalId)?.envelope;
        const problem = found && problemOf({ target: { workflow: found.workflow }, command: found.command });
        if (problem !== undefined) throw problem;
        return engine.proposals.confirm(sent);
      },
    },
  };

  function problemOf({ target, command }: Pick<SentCommand, 'target' | 'command'>): Error | undefined {
    const name = 'workflow' in target ? target.workflow : '';
    const what = unfinished.get(name);
    const opens = engine.register.get(name)?.opening.name === command;
    return what === undefined || !opens ? undefined : new UnderConstructionError(name, what);
  }
}

const constructionReader = systemReader('construction');

/** One line that says which workflow is under construction, what to write and where. */
export const whatIsUnfinished = (workflow: string, what: string): string =>
  `workflow ${workflow} is under construction: ${what}`;

function unfinishedOf(registered: readonly Workflow[]): ReadonlyMap<string, string> {
  return new Map(
    registered.flatMap((workflow) => {
      const [first, ...others] = unfinishedTexts(workflow);
      if (first === undefined) return [];
      const more = others.length === 0 ? '' : ` (and ${others.length} more: workflow check ${workflow.name})`;
      return [[workflow.name, findingLine(first) + more] as const];
    }),
  );
}
