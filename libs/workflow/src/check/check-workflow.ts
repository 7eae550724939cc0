import type { AnyWorkflowSource, Workflow } from '../define-workflow.js';
import { checkAccess } from './access.js';
import { checkChartEvents } from './chart-events.js';
import { checkChartPaths, chartPathsOf } from './chart-paths.js';
import { checkChartShape } from './chart-shape.js';
import { checkCommands } from './commands.js';
import { checkDeadlines } from './deadlines.js';
import { checkDecisions } from './decisions.js';
import { checkEvents } from './events.js';
import { checkFormerNames } from './former-names.js';
import { throwFindings, WorkflowUnsoundError, type Finding } from './finding.js';
import { checkOtherKeys } from './known-keys.js';
import { checkCompared, checkNaturalKey, checkOpening } from './opening.js';
import { checkPersonalFields } from './personal-fields.js';
import { checkRegistries } from './registries.js';
import { checkReleases } from './releases.js';
import { checkRoles } from './roles.js';
import { checkSummary } from './summary.js';
import { checkTexts } from './texts.js';
import { checkViews } from './views.js';

/** Every fault of a workflow that the compiler cannot find; empty when it is sound. */
export const checkWorkflow = ({ source }: Pick<Workflow, 'source'>): readonly Finding[] =>
  findingsOf(source, checkTexts(source));

/** @param ofTexts  what is found of the texts */
function findingsOf(source: AnyWorkflowSource, ofTexts: readonly Finding[]): readonly Finding[] {
  const basis = [...checkChart(source), ...checkEvents(source)];
  return [
    ...basis,
    ...checkOtherKeys(source),
    ...checkPersonalFields(source),
    ...checkOpening(source),
    ...checkNaturalKey(source),
    ...checkCompared(source),
    ...checkCommands(source),
    ...checkDecisions(source),
    ...checkRoles(source),
    ...checkRegistries(source),
    ...checkAccess(source),
    ...checkDeadlines(source),
    ...checkSummary(source),
    ...checkViews(source),
    ...ofTexts,
    // A chart or an event that is not sound cannot be compared.
    ...(basis.length > 0 ? [] : checkReleases(source)),
  ];
}

/**
 * Lets a sound workflow pass.
 * @throws WorkflowUnsoundError  with every finding
 */
export function assertSound(workflow: Workflow): void {
  throwFindings(workflow.name, checkWorkflow(workflow));
}

/**
 * The workflows a process runs, by name. One whose texts alone are not finished is among them; see `unfinishedTexts`.
 * @throws WorkflowUnsoundError  something else of one of them is not sound, or two have the same name
 */
export function registerWorkflows(workflows: readonly Workflow[]): ReadonlyMap<string, Workflow> {
  const register = new Map<string, Workflow>();
  for (const workflow of workflows) {
    throwFindings(workflow.name, findingsOf(workflow.source, []));
    if (register.has(workflow.name))
      throw new WorkflowUnsoundError(
        `workflows/index.ts: two workflows are named '${workflow.name}'; rename one`,
      );
    register.set(workflow.name, workflow);
  }
  return register;
}

/** What is missing or wrong in the texts of a workflow. It is under construction as long as there is anything. */
export const unfinishedTexts = ({ source }: Pick<Workflow, 'source'>): readonly Finding[] =>
  checkTexts(source);

/** The paths through a chart are checked once its shape is valid. */
function checkChart(source: AnyWorkflowSource): readonly Finding[] {
  const shape = checkChartShape(source);
  if (shape.length > 0) return shape;
  const paths = chartPathsOf(source);
  return [...checkFormerNames(source), ...checkChartPaths(source, paths), ...checkChartEvents(source, paths)];
}
