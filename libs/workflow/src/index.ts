export {
  accessOf,
  allSeen,
  allWithheld,
  dataClasses,
  purposes,
  purposesOfNoRole,
  rulesClass,
  type Access,
  type AccessSource,
  type BuiltInClass,
  type CaseScope,
  type FigureScope,
  type Purpose,
  type ReadLogScope,
  type RoleAccess,
  type Sight,
  type SightIf,
} from './access/access.js';
export { inRole, isIndependentOf, type Actor, type ActorInRole, type Confirmation } from './actor.js';
export { canonicalJson, isSameJson } from './canonical-json.js';
export { boundedIssues, bounds, boundsIssue } from './bounds.js';
export { canonicalDefinition, definitionOf, type Definition } from './canonical-definition.js';
export { chartOf, type Chart, type ChartGuard, type ChartState, type Transition } from './chart.js';
export { assertSound, checkWorkflow, registerWorkflows, unfinishedTexts } from './check/check-workflow.js';
export { findingLine, WorkflowUnsoundError, type Finding } from './check/finding.js';
export { commandsOf, type CommandDefinition, type CommandSources, type NeedsDecide } from './command.js';
export { transitionsOf, walkStates } from './chart-states.js';
export { compileChart, type Candidate, type CompiledChart } from './compile-chart.js';
export { deadlinePassed, dueGuard, type Deadline, type DeadlinePassed } from './deadline.js';
export {
  availability,
  isBySystem,
  statesThatHear,
  type AskedGuard,
  type Availability,
} from './availability.js';
export {
  decideCommand,
  openCommands,
  parseInput,
  possibleCommands,
  type CommandRequest,
  type DecidedEvent,
  type Decision,
  type Persons,
} from './decision.js';
export {
  decideAsConfirmed,
  decideProposal,
  defaultConfirmedWithinMs,
  mayConfirm,
  needsSecondPerson,
  type ProposalDecision,
  type ProposedRequest,
} from './proposal.js';
export { unsatisfiablePairs, type UnsatisfiablePair } from './unsatisfiable-pairs.js';
export {
  defineWorkflow,
  evolveOf,
  type Command,
  type DefinedWorkflow,
  type Examples,
  type FactsByEvent,
  type RecordedSummary,
  type ComparedFields,
  type Subject,
  type Summary,
  type Workflow,
} from './define-workflow.js';
export type { Caseload, CaseloadFile, CaseloadRequest, Demo, DemoFigure, DemoPerson } from './demo.js';
export { codeFrom, lineFrom, registriesOf, type Registry } from './registry.js';
export { peopleRegistry, registryKey, type RegistryMark } from './registry-mark.js';
export {
  givingCommands,
  personIn,
  personRolesKey,
  personsNamedIn,
  rolesNamedIn,
  type NamedPerson,
} from './person-fields.js';
export { partsThatFit, type Parts } from './parts-that-fit.js';
export { movesCase } from './moves-case.js';
export { diagramOf, type Arrow, type Box, type Diagram } from './diagram/diagram.js';
export { compoundStates, type DiagramLevel } from './diagram/level.js';
export {
  outlineOf,
  type Outline,
  type OutlineArrow,
  type OutlineBox,
  type OutlineTransition,
} from './diagram/outline.js';
export { drawsOf, type Draw } from './draws.js';
export { mermaid, type DiagramOptions } from './diagram/mermaid.js';
export {
  personal,
  personalFields,
  versioned,
  type DataClass,
  type DataOf,
  type EventDefinition,
  type EventOf,
  type EventSources,
  type NewFact,
  type Upcaster,
} from './event.js';
export { dateFieldsOf, dateIssues, type DateField } from './date-fields.js';
export { askedMomentIssue, future, lifetime, past, rangeIssue, type DateRange } from './date-range.js';
export {
  asHeardField,
  codeOf,
  day,
  dayWithin,
  identifier,
  identifierCharactersMax,
  instant,
  instantField,
  instantWithin,
  line,
  paragraph,
  personId,
  wordsAsHeard,
  yearWithin,
} from './field.js';
export { type FactEvent, type Fold, type Folded } from './fold.js';
export {
  fails,
  holds,
  holdsWith,
  type DecisionContext,
  type Guard,
  type GuardRecord,
  type Inputs,
  type Verdict,
} from './guard.js';
export {
  eventTitleOf,
  labelledFacts,
  labelledFields,
  onlyGroup,
  titleOf,
  unlabelledFacts,
  type Labelled,
  type LabelledFact,
} from './labels/labels.js';
export { meaning, valueTypes, type ValueType } from './labels/value-type.js';
export { fieldsOf, widgetOf, widgets, type Widget } from './labels/widget.js';
export { inputFaults, inputKinds, inputText, type InputKind, type InputKinds } from './inputs.js';
export type { CaseHistory, Invariant, PastEvent, PastRefusal } from './invariant.js';
export { didYouMean, nearestOf } from './nearest.js';
export { referencePage } from './reference/reference-page.js';
export { changedDefinition, type DefinitionChange } from './release/changed-definition.js';
export { releasesText, type Release } from './release/release.js';
export {
  commandRefusalCodes,
  refusalCodes,
  type GuardRefusal,
  type Issue,
  type Refusal,
  type RefusalCode,
} from './refusal.js';
export { readJson } from './strict-json.js';
export { readTags, tagText, tagsText, type TagLists, type Tags } from './tags.js';
export { compareText } from './text-order.js';
export { countMissingTexts, textSkeleton } from './text-skeleton.js';
export { formIssues } from './form-issues.js';
export { brokenRule, orRule } from './rule.js';
export { asciiDigits, idPattern, identityForm } from './identity-form.js';
export {
  columnText,
  fieldText,
  hintText,
  fillText,
  languages,
  tagLabel,
  valueText,
  viewText,
  wordsOf,
  type Language,
  type Texts,
  type Words,
} from './texts.js';
export {
  days,
  endOfDay,
  epochMsOf,
  hours,
  instantOf,
  isCalendarDay,
  msBetween,
  parseInstant,
  plus,
  type Day,
  type Instant,
} from './time.js';
export { upcast } from './upcast.js';
export {
  columnKinds,
  isOfKind,
  type Column,
  type ColumnKind,
  type ColumnType,
  type ColumnValue,
} from './views/column.js';
export { changesRows, keyText, nextRows, ViewRowsError } from './views/next-rows.js';
export {
  viewNamed,
  viewsOf,
  type AnyViewSource,
  type KeptRow,
  type RowsByEvent,
  type View,
  type ViewSource,
} from './views/view.js';
export { caseMachine, statePath, type CaseMachine } from './xstate-machine.js';
