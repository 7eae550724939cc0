export { AskedTags, Id, Zone } from './scalars.js';
export type {
  AuditEventFacets,
  AuditEventPage,
  InboxPage,
  RefusalFacets,
  RefusalPage,
  RuleFacets,
  RuleNotKeptPage,
} from './audit.js';
export {
  caseFields,
  caseSorts,
  type CaseFacets,
  type CasePage,
  type ListedCase,
  type Total,
} from './case-lists.js';
export type { DuplicatesFound, SearchFound } from './search.js';
export type { CaseFile, CaseReplay, HistoryEvent, HistoryPage } from './cases.js';
export { countedProposals, type Counts } from './counts.js';
export { exceptionKinds, exceptionsMax, type Exception, type ExceptionList } from './exceptions.js';
export type { SystemState } from './system.js';
export type { OfficerLoad, Workload } from './workload.js';
export {
  CommandRequest,
  commandEnvelope,
  type CaseCommands,
  type CommandAccepted,
  type CommandForeseen,
  type CommandForm,
} from './commands.js';
export { FeedBusy, FeedErased, FeedEvent, FeedJob, FeedProposal, FeedPulse, FeedReset } from './feed.js';
export type { Ready } from './health.js';
export type { Meta } from './meta.js';
export { bulkCasesMax, bulkOutcomes, type BulkForeseen, type BulkRequest, type JobItemPage } from './bulk.js';
export { Job, jobKinds, jobStates, type JobPage } from './jobs.js';
export {
  problemsKeptMax,
  verificationSteps,
  type Verification,
  type VerificationPage,
  type VerificationProblems,
} from './verifications.js';
export type { AnswerOf, ParsedRequest, Operation, Success } from './operation.js';
export { operations, type Operations } from './operations/index.js';
export type { paths as ApiPaths } from '../client/paths.js';
export { apiBase } from './operations/parts.js';
export type { AccessReport } from './access-report.js';
export {
  draftBytesMax,
  draftKeptDays,
  draftsMax,
  DraftContent,
  type Draft,
  type DraftHead,
  type DraftList,
} from './drafts.js';
export type { EmergencyAccess, EmergencyList } from './emergency.js';
export type { ReadEntry, ReadEntryPage, ReadFacets } from './reads.js';
export type { AuditEntry, AuditEntryPage, EntryFacets } from './audit-entries.js';
export type { FigureReport, ReportedFigure, ReportedFigurePage } from './reported-figures.js';
export {
  Preferences,
  type Person,
  type PersonHistory,
  type PersonList,
  type RoleList,
  type Session,
} from './people.js';
export {
  scopes,
  type Account,
  type AccountList,
  type BrowserOptions,
  type CreatedToken,
  type EndedSessions,
  type SignedOut,
  type Invitation,
  type Scope,
  type TotpOffer,
} from './sign-in.js';
export type {
  Population,
  PopulationAges,
  PopulationFlows,
  PopulationMoves,
  PopulationSeries,
} from './population.js';
export { ErasureCertificate } from './erasures.js';
export { NewSavedList, type SavedLists } from './saved-lists.js';
export type { Issue } from './problem-members.js';
export { Problem, problemSchema, problemType } from './problem-schema.js';
export {
  commonProblems,
  freshProblems,
  localAccountProblems,
  signInProblems,
  problemCodes,
  problemKinds,
  type ProblemCode,
  type ProblemKind,
} from './problems.js';
export type {
  CaseProposals,
  ConfirmationVerdicts,
  ProposalEnded,
  ProposalFile,
  ProposalMade,
  ProposalPage,
  ProposalSummary,
} from './proposals.js';
export { answeredColumn, askedColumn, viewPageOf, viewQuery, viewRow, type ViewPage } from './views.js';
export type { DiagramData } from './diagrams.js';
export type { Registry } from './registries.js';
export type { WorkflowFile, WorkflowList } from './workflows.js';
