export { open as openBox, seal as sealBox } from './sealing/box.js';
export { purposeKey } from './sealing/purpose-key.js';
export {
  openStream,
  sealedLength,
  sealStream,
  SealedStreamError,
  StreamSealer,
} from './sealing/sealed-stream.js';
export {
  compareText,
  epochMsOf,
  instantOf,
  readTags,
  tagText,
  type Actor,
  type DataClass,
  type Instant,
} from '@safeconduct/workflow';
export {
  AppendTooLargeError,
  CapabilityMissingError,
  CheckpointConflictError,
  ClockImplausibleError,
  EngineError,
  HistoryDivergedError,
  SealBrokenError,
  SubjectErasedError,
  LeaseLostError,
  LeaseTakenError,
  LogsDifferError,
  ReadLogUnavailableError,
  ReadNotPermittedError,
  RevisionConflictError,
  StoreCorruptError,
  StoreLockedError,
  StoreMisconfiguredError,
  StoreReadOnlyError,
  StoreReplacedError,
  StoreTooNewError,
  StoreUnavailableError,
  ViewAheadError,
  ViewBehindError,
  ViewsDamagedError,
  ViewsUnavailableError,
  ViewForeignError,
  type EngineErrorCode,
  type ServingAddress,
} from './errors.js';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type EnginePorts,
  type EngineWithViews,
} from './engine.js';
export { hashOfEvent, type ErasureCertificate } from './erasure/certificate.js';
export { erasedBy } from './erasure/erasure-events.js';
export { personalTexts } from './erasure/personal-texts.js';
export { Erasures, type ErasurePorts, type FinishedErasure } from './erasure/erasures.js';
export { fingerprintOf } from './fingerprint.js';
export { commandsFor, handleFor, type CommandsFor } from './commands-for.js';
export { actorWithId, recordedActorWithId, sendersOf, type Senders } from './commands/senders.js';
export { proposalStatuses, type ProposalStatus } from './events/proposal-event.js';
export type { Ended, EndOutcome } from './proposals/end-proposal.js';
export type { SentProposalConfirmation } from './proposals/confirm-proposal.js';
export type { NamedProposal } from './proposals/found-proposal.js';
export { stepCommandId } from './proposals/proposals-of-case.js';
export type { Proposed, ProposalOutcome } from './proposals/propose.js';
export type { ShownProposal } from './proposals/shown-proposal.js';
export { proposals, proposalsProjection } from './projections/proposals.js';
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
export type { Awaitable } from './awaitable.js';
export { eventCodec, type EventCodec } from './events/codec.js';
export type { ProposalEvent } from './events/proposal-event.js';
export type { ProposalOfCase } from './proposals/proposals-made.js';
export type { CommonEnvelope, DueDates, Envelope } from './events/envelope.js';
export { derivedId, uuidOf } from './events/ids.js';
export { shownData, type ShownData } from './events/shown-data.js';
export {
  caseIdOf,
  caseOfStream,
  isCaseId,
  proposalsStream,
  refusalsStream,
  streamPrefixes,
} from './events/streams.js';
export type { CaseAt, CaseState, ReadCase } from './history/case-state.js';
export { differences, type Difference } from './history/differences.js';
export type { Replay, ReplayStep } from './history/replay.js';
export { LeasedWork, type LeasedWorkOptions, type LeaseOptions } from './following/leased-work.js';
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
export { eventText, LogDigest } from './pour/log-digest.js';
export { pourLog, type Poured, type PourOptions } from './pour/pour-log.js';
export type { PouredLogs } from './pour/compare-logs.js';
export { clocks, timeOfAsking, type CaseMoment, type ClockName, type Moment } from './moment.js';
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
export type { KeyedHashes, KeyRing } from './ports/key-ring.js';
export {
  isDestroyed,
  type DestroyedSubjectKey,
  type LiveSubjectKey,
  type SubjectKey,
  type SubjectKeys,
} from './ports/subject-keys.js';
export type { Lease, Leases } from './ports/leases.js';
export type {
  CountedReads,
  KeptReadEntry,
  NewReadEntry,
  ReadEntriesQuery,
  ReadKindCount,
  ReadLog,
  ReadLogHead,
} from './ports/read-log.js';
export { emptyReadLog, readHash } from './reads/read-hash.js';
export {
  keptText,
  readEntryIn,
  readWays,
  type ReadEntry,
  type ReadEntryFilter,
  type ReadWay,
} from './reads/read-entry.js';
export type {
  AccessReport,
  ReportedActor,
  ReportedDecision,
  ReportedEmergency,
  ReportedRead,
} from './reads/access-report.js';
export { notedHeads, ReadHeads, type NotingPorts } from './reads/noted-heads.js';
export { pourReads, type PouredReads } from './reads/pour-reads.js';
export { verifyReads, type ReadLogReport } from './reads/verify-reads.js';
export type { ListedReadEntry, ReadEntriesRequest } from './reads/listed-entries.js';
export { earliestOf, laterOf, logStart, positionOf, type Position } from './ports/position.js';
export {
  caseSorts,
  countedMax,
  isByInstant,
  openedMax,
  orderColumns,
  type AskedTags,
  type CaseCursor,
  type CaseFilter,
  type CaseGroup,
  type CaseListQuery,
  type CaseOrder,
  type CasePage,
  type AskedDeadlines,
  type AskedLeaves,
  type CaseSort,
  type CellFilter,
  type CellScope,
  type ColumnRange,
  type DeadlineCursor,
  type DeclaredRowsQuery,
  type InboxFilter,
  type InboxItem,
  type InboxQuery,
  type ListedCase,
  type PassedDeadline,
  type PassedDeadlinesQuery,
  type PastCaseFilter,
  type PastCaseListQuery,
  type PastCasesQuery,
  type RowOrder,
  type Total,
  type EarlierState,
  type MovedCases,
  type ViewQueries,
  type VisibleCases,
  type VisiblePart,
} from './ports/view-queries.js';
export type {
  Age,
  AgesQuery,
  Flow,
  FlowQuery,
  LedgerChange,
  LedgerChangesQuery,
  LedgerCounters,
  Move,
  MovesQuery,
  Period,
} from './ports/ledger-queries.js';
export type {
  ListedProposal,
  ProposalCursor,
  ProposalsFilter,
  ProposalsQuery,
} from './ports/proposal-queries.js';
export {
  defineTable,
  type ColumnType,
  type Generation,
  type Key,
  type Row,
  type RowOf,
  type ScanRange,
  type TableChanges,
  type TableDefinition,
  type Value,
  type ViewBatch,
  type ViewDefinition,
  type ViewStore,
  type ViewsAtOnce,
} from './ports/view-store.js';
export {
  caseCell,
  hasTags,
  isInFilter,
  isInScope,
  isRunning,
  listCell,
  readCaseCell,
  readListCell,
  type CaseCell,
  type ListCell,
} from './projections/case-cell.js';
export {
  assignedCells,
  caseCells,
  caseList,
  casesProjection,
  deadlines,
  nameOrder,
  neverDue,
  topOf,
} from './projections/cases.js';
export { caseSearch, caseWords } from './projections/case-search.js';
export { normalised } from './search/normal-form.js';
export type { SearchedWord } from './search/search-words.js';
export type { SearchToken } from './search/search-token.js';
export {
  dayMs,
  ledger,
  partMs,
  populationProjection,
  spanOf,
  spans,
  stays,
  type Span,
} from './projections/population.js';
export type { LogIndex, Projection, Rows } from './projections/projection.js';
export { refusals } from './projections/refusals.js';
export {
  ProjectionRunner,
  viewsReached,
  type ProjectionPorts,
  type RunnerOptions,
} from './projections/runner.js';
export { waitForViews, type WaitOptions } from './projections/views-waiting.js';
export { checkViewsOfLog } from './projections/views-of-log.js';
export { totalOf, type CaseException, type ExceptionsRequest } from './queries/exceptions.js';
export type { OpenCasesReport, StuckCase, StuckCases } from './definitions/open-cases.js';
export { checkedMark, type RecordedDefinition } from './definitions/recorded-definitions.js';
export { declaredName, declaredTable } from './projections/declared.js';
export { projectionsOf, standardProjections, standardProjectionsOf } from './projections/standard.js';
export {
  countSpans,
  rulesNotKept,
  timeline,
  timelineCounts,
  timelineProjection,
} from './projections/timeline.js';
export { auditFacets, type AuditAsked, type AuditEvent, type AuditFacet } from './ports/audit-queries.js';
export type { AuditFilter, AuditGroup, AuditPart, AuditPeriod, AuditRange } from './ports/audit-queries.js';
export type { AuditRefusal, EventFilter, RefusalFilter } from './ports/audit-queries.js';
export type { RuleCursor, RuleFilter, RuleNotKept } from './ports/audit-queries.js';
export type { AuditFacetCounts, AuditFacetsRequest } from './queries/audit-facets.js';
export type { AuditBars } from './queries/counted-bars.js';
export { onlyCaseOf, type AuditEntry, type EntryCursor, type EntryFilter } from './queries/audit-entries.js';
export { peopleFound, type FoundPerson } from './people/people-found.js';
export type { PossibleDuplicate } from './queries/possible-duplicates.js';
export type { RankedCase } from './queries/rank-cases.js';
export { UnknownNameError } from './queries/check-names.js';
export { AmbiguousReferenceError } from './queries/find-cases.js';
export type { ChangedDeadlines, Foreseen } from './proposals/dry-run.js';
export type { CaseChange, CaseCommand, CaseCommands, LogQueries } from './queries/log-queries.js';
export type { CountGroup, LedgerCount } from './queries/ledger-counts.js';
export type {
  Counts,
  Population,
  PopulationOfDay,
  PopulationRequest,
  SeriesPeriod,
} from './queries/population.js';
export { ageDays, type StateAges, type StateMoves } from './queries/state-times.js';
export type { ProposalListRequest, ProposalSearch } from './queries/listed-proposals.js';
export type { CaseListRequest, CaseSearch, CasesRequest, Queries } from './queries/queries.js';
export type { ViewProgress } from './queries/view-progress.js';
export type {
  ListedRow,
  ViewCondition,
  ViewCursor,
  ViewRowsPage,
  ViewRowsRequest,
} from './queries/view-rows.js';
export { isSystem, systemReader, type Reader, type ReadOrigin } from './queries/reader.js';
export type { ShownCase } from './queries/shown-case.js';
export { classOfEventField, classOfFactField } from './access/withheld.js';
export type { Withheld } from './access/withheld.js';
export { pseudonymOf } from './access/pseudonym.js';
export {
  permissionsOf,
  type CommandPermission,
  type Permissions,
  type ReadPermission,
} from './access/permissions.js';
export { accessPolicy, type AccessPolicy } from './access/policy.js';
export { ProposalRunner } from './reactions/proposal-runner.js';
export type { RoundsOptions } from './reactions/rounds.js';
export { proposalsActor } from './proposals/end-proposal.js';
export { gatedProposals, type ProposalCommands } from './proposals/proposal-commands.js';
export { deadlineActor } from './reactions/deadline-actor.js';
export { DeadlineRunner, type DeadlineOptions } from './reactions/deadline-runner.js';
export { verifyLog, type LogReport, type Problem } from './verify/verify-log.js';
export { type EmergencyRefusal } from './emergency/decide-emergency.js';
export {
  EmergencyAccess,
  type AskedAccess,
  type EmergencyOutcome,
  type EmergencyPorts,
  type ShownGrant,
} from './emergency/emergency-access.js';
export {
  emergencyMinutes,
  emergencyTriggers,
  emergencyVerdicts,
  type EmergencyGrant,
  type EmergencyStatus,
  type EmergencyTrigger,
  type EmergencyVerdict,
} from './emergency/grant.js';
export { compareFigures, type ComparedFigure, type Comparison } from './reported-figures/compare-figures.js';
export { figureRecorders, type FigureChange, type FigureRefusal } from './reported-figures/decide-figure.js';
export {
  figureRelations,
  type FigureContent,
  type FigureCounts,
  type FigureRelation,
  type ReportedFigure,
} from './reported-figures/figure.js';
export { ReportedFigures, type FigureOutcome } from './reported-figures/reported-figures.js';
export { aboutRule, figureVerdicts, type FigureVerdict } from './reported-figures/verdict.js';
export { changeNames, directoryRoles, type ChangeName } from './people/changes.js';
export { logVerifiers } from './access/log-verifiers.js';
export { emergencyClasses, readingPurposes } from './access/reading-purposes.js';
export { keepers, type ChangeRefusal } from './people/decide-change.js';
export type { CaseFacets, CaseFacetsRequest } from './queries/case-facets.js';
export type { FacetValue } from './queries/tallied.js';
export { dayOf, endOfDays } from './queries/days.js';
export type { Officer, OfficerLoad, WorkloadRequest } from './queries/workload.js';
export { Directory, type Absence, type Person } from './people/directory.js';
export { directoryIdentity } from './people/directory-identity.js';
export { People, type ChangeOutcome, type PeoplePorts, type SentChange } from './people/people.js';
export type { RecordedChange } from './people/person-events.js';
export { readStream } from './events/read-stream.js';
