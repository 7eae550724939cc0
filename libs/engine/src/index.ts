export { epochMsOf, instantOf, type Actor } from '@safeconduct/workflow';
export {
  CapabilityMissingError,
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
export { actorBehind, sendersBehind, type Senders } from './commands/senders.js';
export type {
  Accepted,
  CommandOutcome,
  Refused,
  SentCommand,
  SentConfirmation,
} from './commands/sent-command.js';
export {
  refusedEventType,
  registerOf,
  type CaseEvent,
  type CommandRefused,
  type OtherEvent,
  type ReadEvent,
  type RefusalEvent,
  type Register,
} from './events/case-event.js';
export { eventCodec, type Awaitable, type EventCodec } from './events/codec.js';
export type { CommonEnvelope, DueDates, Envelope } from './events/envelope.js';
export { derivedId, uuidOf } from './events/ids.js';
export { caseIdOf, caseOfStream, isCaseId, refusalsStream } from './events/streams.js';
export type { CaseState, ReadCaseState } from './history/case-state.js';
export { differences, type Difference } from './history/differences.js';
export type { Replay, ReplayStep } from './history/replay.js';
export {
  LogFollower,
  readLog,
  type FollowedLog,
  type LogBatch,
  type LogConsumer,
  type LogFollowerOptions,
} from './following/log-follower.js';
export type { Pause } from './following/pause.js';
export { RepeatedWork, type RepetitionOptions, type Turn } from './following/repeated-work.js';
export type { Clock } from './ports/clock.js';
export {
  eventStoreWith,
  type Appended,
  type EventStore,
  type EventStoreCapabilities,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  type Revision,
  type StreamCheck,
  type StreamWrite,
} from './ports/event-store.js';
export type { Identity } from './ports/identity.js';
export type { Ids } from './ports/ids.js';
export type { KeyRing } from './ports/key-ring.js';
export { earliestOf, laterOf, logStart, positionOf, type Position } from './ports/position.js';
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
export type { Projection, Rows } from './projections/projection.js';
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
