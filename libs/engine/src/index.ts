export { epochMsOf, instantOf } from '@safeconduct/workflow';
export {
  CheckpointConflictError,
  EngineError,
  HistoryDivergedError,
  RevisionConflictError,
  StoreCorruptError,
  StoreLockedError,
  StoreReadOnlyError,
  StoreTooNewError,
  StoreUnavailableError,
  ViewAheadError,
  ViewBehindError,
  ViewsDamagedError,
  ViewForeignError,
  type EngineErrorCode,
} from './errors.js';
export {
  createEngine,
  fingerprintOf,
  type CaseMoment,
  type Engine,
  type EngineOptions,
  type EnginePorts,
} from './engine.js';
export { refusedEventType, type CommandRefused } from './commands/refusal-log.js';
export type { Accepted, CommandOutcome, Refused, SentCommand } from './commands/sent-command.js';
export { registerOf, type CaseEvent, type Register } from './history/case-event.js';
export type { CaseState } from './history/case-state.js';
export { differences, type Difference } from './history/differences.js';
export { derivedId, uuidOf, type DueDates, type Envelope } from './history/envelope.js';
export type { Replay, ReplayStep } from './history/replay.js';
export { caseIdOf, caseOfStream, isCaseId, refusalsStream } from './history/streams.js';
export type { Pause } from './pause.js';
export type { Clock } from './ports/clock.js';
export type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  RecordedEvent,
  Revision,
  StreamWrite,
} from './ports/event-store.js';
export type { Ids } from './ports/ids.js';
export type { KeyRing } from './ports/key-ring.js';
export type {
  ColumnType,
  Generation,
  Row,
  TableChanges,
  TableDefinition,
  Value,
  ViewBatch,
  ViewDefinition,
  ViewStore,
} from './ports/view-store.js';
export { casesProjection } from './projections/cases.js';
export { populationProjection } from './projections/population.js';
export type { EventSource, ProjectedEvent, Projection, Rows } from './projections/projection.js';
export {
  ProjectionRunner,
  viewsReached,
  waitForViews,
  type ProjectionPorts,
  type RunnerOptions,
  type WaitOptions,
} from './projections/runner.js';
export { checkViewsOfLog } from './projections/views-of-log.js';
export { standardProjections } from './projections/standard.js';
export { timelineProjection } from './projections/timeline.js';
export type {
  CaseRow,
  DeadlineRow,
  LedgerRow,
  RefusalRow,
  StayRow,
  TimelineRow,
  ViewTables,
} from './projections/view-tables.js';
export { auditEvents, refusals, type AuditFilter, type AuditRange } from './queries/audit.js';
export { listCases, listedCase, type CasePage, type ListedCase } from './queries/case-list.js';
export {
  caseSorts,
  type CaseCursor,
  type CaseFilter,
  type CaseOrder,
  type CaseSort,
  type PageRange,
} from './queries/cases-asked.js';
export { inbox, type InboxCursor, type InboxFilter, type InboxItem } from './queries/inbox.js';
export { clocks, type ClockName, type Moment } from './queries/moment.js';
export { populationAt, populationSeries, type Counts, type Population } from './queries/population.js';
export { populationFlows, type Flow } from './queries/population-flows.js';
export { DeadlineRunner, deadlineActor, type DeadlineOptions } from './reactions/deadline-runner.js';
export { verifyLog, type LogReport, type Problem } from './verify/verify-log.js';
export { verifyViews } from './verify/verify-views.js';
