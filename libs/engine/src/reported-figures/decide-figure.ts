import {
  didYouMean,
  isSameJson,
  type Actor,
  type Instant,
  type Issue,
  type Workflow,
} from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import { checkNames, UnknownNameError } from '../queries/check-names.js';
import { beginOf, endOf, type FigureContent, type ReportedFigure } from './figure.js';
import type { FigureFact } from './figure-facts.js';

/** What somebody wants to be recorded of a figure. */
export type FigureChange =
  | { readonly kind: 'report'; readonly content: FigureContent }
  | {
      readonly kind: 'correct';
      readonly figure: string;
      readonly content: FigureContent;
      readonly reason: string;
    }
  | { readonly kind: 'withdraw'; readonly figure: string; readonly reason: string };

export type FigureRefusal =
  | { readonly refusal: 'NOT_PERMITTED'; readonly requiredRoles: readonly string[] }
  | { readonly refusal: 'FIGURE_NOT_FOUND' }
  | { readonly refusal: 'FIGURE_WITHDRAWN' }
  | { readonly refusal: 'FIGURE_INVALID'; readonly issues: readonly Issue[] };

/** What is recorded, or the figure that says the same already, or why nothing is recorded. */
export type FigureDecision =
  { readonly fact: FigureFact; readonly role: string } | { readonly same: string } | FigureRefusal;

export interface DecisionGround {
  readonly figures: ReadonlyMap<string, ReportedFigure>;
  readonly register: Register;
  readonly now: Instant;
  /** Of a figure that is new. */
  readonly newId: string;
}

/** The roles that record figures about a workflow. */
export const figureRecorders = ({ access }: Workflow): readonly string[] => access.figureRecorders ?? [];

/** Pure: by everything that is recorded, and by who asks. */
export function decideFigure(change: FigureChange, by: Actor, ground: DecisionGround): FigureDecision {
  const known = change.kind === 'report' ? undefined : ground.figures.get(change.figure);
  if (change.kind !== 'report' && known === undefined) return { refusal: 'FIGURE_NOT_FOUND' };
  const named = known?.content.workflow ?? (change.kind === 'report' ? change.content.workflow : '');
  const workflow = ground.register.get(named);
  if (workflow === undefined) return invalid([{ ...unknown, path: 'workflow' }]);
  const requiredRoles = figureRecorders(workflow);
  const role = by.roles.find((one) => requiredRoles.includes(one));
  if (role === undefined) return { refusal: 'NOT_PERMITTED', requiredRoles };
  if (known?.withdrawal !== undefined) return { refusal: 'FIGURE_WITHDRAWN' };
  const decided = change.kind === 'withdraw' ? undefined : contentDecision(change, workflow, ground);
  return decided ?? { fact: factOf(change, ground), role };
}

function factOf(change: FigureChange, { newId }: DecisionGround): FigureFact {
  switch (change.kind) {
    case 'report':
      return { type: 'FigureReported', data: { figure: newId, content: change.content } };
    case 'correct': {
      const { figure, content, reason } = change;
      return { type: 'FigureCorrected', data: { figure, content, reason } };
    }
    case 'withdraw':
      return { type: 'FigureWithdrawn', data: { figure: change.figure, reason: change.reason } };
  }
}

/** `undefined` where the content is recorded. */
function contentDecision(
  change: Exclude<FigureChange, { kind: 'withdraw' }>,
  workflow: Workflow,
  ground: DecisionGround,
): FigureDecision | undefined {
  const { content } = change;
  const own = change.kind === 'correct' ? change.figure : undefined;
  const issues = [
    ...(content.workflow === workflow.name ? [] : [{ ...unknown, path: 'workflow' }]),
    ...nameIssues(content, ground.register),
    ...timeIssues(content, workflow, ground.now),
    ...eventIssues(content),
    ...partIssues(content, own, ground.figures),
  ];
  if (issues.length > 0) return invalid(issues);
  // A correction that changes nothing, or a figure that is there already.
  const others = [...ground.figures.values()].filter(({ id }) => own === undefined || id === own);
  const same = others.find((one) => one.withdrawal === undefined && isSameJson(one.content, content));
  return same && { same: same.id };
}

const invalid = (issues: readonly Issue[]): FigureRefusal => ({ refusal: 'FIGURE_INVALID', issues });
const unknown = { code: 'unknown_name', message: 'is not known' } as const;

const fieldOf: Readonly<Partial<Record<UnknownNameError['kind'], string>>> = {
  state: 'states',
  outcome: 'outcomes',
  place: 'facility',
  type: 'event',
};

function nameIssues({ workflow, counts }: FigureContent, register: Register): readonly Issue[] {
  const { states: state, outcomes: outcome, place, tags, event: type } = counts;
  try {
    checkNames(register, { workflow, state, outcome, place, tags, type });
    return [];
  } catch (error) {
    if (!(error instanceof UnknownNameError)) throw error;
    const { kind, nearest, known } = error;
    const path = `counts.${fieldOf[kind] ?? 'tags'}`;
    const message = `is not known${didYouMean(nearest)}`;
    return [{ path, code: unknown.code, message, params: { allowed: known } }];
  }
}

const late = (path: string, message: string): Issue => ({ path, code: 'date_too_late', message });

/** A figure is of the past: it speaks of a moment before it was published, and was published before now. */
function timeIssues(
  { published, speaksOf, counts }: FigureContent,
  { zone }: Workflow,
  now: Instant,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (beginOf(published, zone) > now) issues.push(late('published', 'must not lie in the future'));
  if (beginOf(speaksOf, zone) > now) issues.push(late('speaksOf', 'must not lie in the future'));
  else if (beginOf(speaksOf, zone) > endOf(published, zone))
    issues.push(late('speaksOf', 'must not lie after the publication'));
  if (counts.since !== undefined && beginOf(counts.since, zone) > endOf(speaksOf, zone))
    issues.push(late('counts.since', 'must not lie after the moment that the figure speaks of'));
  return issues;
}

/** The ledger counts events without state, outcome and place. */
function eventIssues({ counts }: FigureContent): readonly Issue[] {
  const { event, since, states, outcomes, place } = counts;
  if (event === undefined)
    return since === undefined
      ? []
      : [{ path: 'counts.since', code: 'invalid_value', message: 'must stand beside an event' }];
  return Object.entries({ states, outcomes, facility: place })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({
      path: `counts.${name}`,
      code: 'invalid_value',
      message: 'must not stand beside an event',
    }));
}

/** Parts are other figures of the workflow that stand, and no figure is a part of itself. */
function partIssues(
  { parts, workflow }: FigureContent,
  own: string | undefined,
  figures: ReadonlyMap<string, ReportedFigure>,
): readonly Issue[] {
  return parts.flatMap((id, index) => {
    const path = `parts.${index}`;
    const part = figures.get(id);
    if (part === undefined || part.withdrawal !== undefined || part.content.workflow !== workflow)
      return [{ path, code: 'unknown_name', message: 'must be a figure that stands' }];
    if (own !== undefined && withPartsOf(id, figures).has(own))
      return [{ path, code: 'invalid_value', message: 'must not be made of this figure itself' }];
    return parts.indexOf(id) < index ? [{ path, code: 'invalid_value', message: 'must be named once' }] : [];
  });
}

/** A figure, its parts, and theirs. */
function withPartsOf(
  id: string,
  figures: ReadonlyMap<string, ReportedFigure>,
  found = new Set<string>(),
): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const part of figures.get(id)?.content.parts ?? []) withPartsOf(part, figures, found);
  return found;
}
