import type { Decide } from '@safeconduct/workflow';
import type { commands } from './commands.js';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import { isAdult } from './field.js';
import type { Role } from './roles.js';
import { origins, type Origin } from './vocabulary.js';

type Rules = Decide<typeof commands, Events, Facts, Role>;

const entry = {
  RegisterEntry: (data, _facts, { now }) => [
    // Of age at the crossing; a crossing that is said to lie ahead makes nobody older.
    {
      type: 'EntryRegistered',
      data: { ...data, adult: isAdult(data.birthDate, data.crossedAt < now ? data.crossedAt : now) },
    },
  ],
  RecordSurrender: (data) => [{ type: 'WeaponsSurrendered', data }],
  DeliverRights: (data) => [{ type: 'RightsNoticeDelivered', data }],
  RecordIdentity: (data) => [{ type: 'IdentityRecorded', data }],
  CompleteScreening: (data) => [{ type: 'ScreeningCompleted', data }],
  PlaceInFacility: (data) => [{ type: 'PlacedInFacility', data }],
  MarkScreeningOverdue: (data) => [{ type: 'ScreeningOverdue', data }],
} satisfies Partial<Rules>;

const custody = {
  TransferFacility: (data) => [{ type: 'FacilityTransferred', data }],
  HoldCounselling: (data) => [{ type: 'CounsellingHeld', data }],
  StateIntention: (data) => [{ type: 'IntentionStated', data }],
  AssessRisk: (data) => [{ type: 'RiskAssessed', data }],
  GrantStay: (data) => [{ type: 'StayGranted', data }],
} satisfies Partial<Rules>;

const wayBack = {
  RequestReturn: (data) => [{ type: 'ReturnRequested', data }],
  GiveReturnConsent: (data) => [{ type: 'ReturnConsentGiven', data }],
  VerifyVoluntariness: (data) => [{ type: 'VoluntarinessVerified', data }],
  DoubtVoluntariness: (data) => [{ type: 'VoluntarinessDoubted', data }],
  ClearReturn: (data) => [{ type: 'ReturnCleared', data }],
  DenyClearance: (data) => [{ type: 'ReturnClearanceDenied', data }],
  ConfirmReception: (data) => [{ type: 'ReceptionConfirmed', data }],
  RefuseReception: (data) => [{ type: 'ReceptionRefused', data }],
  AddToManifest: (data) => [{ type: 'ManifestedForReturn', data }],
  RemoveFromManifest: (data) => [{ type: 'RemovedFromManifest', data }],
  StartMovement: (data) => [{ type: 'ReturnMovementStarted', data }],
  AbortMovement: (data) => [{ type: 'ReturnMovementAborted', data }],
  ConfirmHandover: (data) => [{ type: 'ReturnCrossingConfirmed', data }],
  WithdrawConsent: (data) => [{ type: 'ReturnConsentWithdrawn', data }],
  ExpireReturnConsent: (data) => [{ type: 'ReturnConsentExpired', data }],
} satisfies Partial<Rules>;

const assurance = {
  OpenAssuranceRoute: (data) => [{ type: 'AssuranceRouteOpened', data }],
  GiveDisclosureConsent: (data) => [{ type: 'DisclosureConsentGiven', data }],
  RequestAssurance: (data) => [{ type: 'AssuranceRequested', data }],
  RecordAssurance: (data) => [{ type: 'AssuranceReceived', data }],
  RecordRefusal: (data) => [{ type: 'AssuranceRefused', data }],
  AssessAssurance: (data) => [{ type: 'AssuranceAssessed', data }],
  AcceptAssurance: (data) => [{ type: 'AssuranceAcceptedByPerson', data }],
  DeclineAssurance: (data) => [{ type: 'AssuranceDeclinedByPerson', data }],
  CloseAssuranceRoute: (data, _facts, { actor }) => [
    {
      type: 'AssuranceRouteClosed',
      data: { ...data, closedBy: actor.role === 'supervisor' ? 'office' : 'person' },
    },
  ],
  MarkAssuranceOverdue: (data) => [{ type: 'AssuranceOverdue', data }],
  MarkAssuranceReviewDue: (data) => [{ type: 'AssuranceReviewDue', data }],
  ExpireAssurance: (data) => [{ type: 'AssuranceExpired', data }],
} satisfies Partial<Rules>;

const relocation = {
  OpenRelocation: (data, _facts, { state }) => [
    { type: 'RelocationOpened', data: { ...data, origin: originOf(state) } },
  ],
  AssessRelocation: (data) => [{ type: 'RelocationAssessed', data }],
  GiveRelocationConsent: (data) => [{ type: 'RelocationConsentGiven', data }],
  SubmitToCountry: (data) => [{ type: 'RelocationSubmitted', data }],
  RecordDenial: (data) => [{ type: 'RelocationDenied', data }],
  RecordAcceptance: (data) => [{ type: 'RelocationAccepted', data }],
  RequestExit: (data) => [{ type: 'ExitClearanceRequested', data }],
  GrantExit: (data) => [{ type: 'ExitCleared', data }],
  RefuseExit: (data) => [{ type: 'ExitClearanceRefused', data }],
  CompletePreDeparture: (data) => [{ type: 'PreDepartureCompleted', data }],
  ConfirmDeparture: (data) => [{ type: 'RelocationDeparted', data }],
  ConfirmArrival: (data) => [{ type: 'RelocationArrived', data }],
  WithdrawRelocation: (data) => [{ type: 'RelocationConsentWithdrawn', data }],
  ExpireRelocationValidity: (data) => [{ type: 'RelocationValidityExpired', data }],
} satisfies Partial<Rules>;

const after = {
  RecordContact: (data) => [{ type: 'MonitoringContactRecorded', data }],
  MarkMonitoringOverdue: (data) => [{ type: 'MonitoringOverdue', data }],
  ReportIncident: (data) => [{ type: 'PostReturnIncidentReported', data }],
  ResolveAlert: (data) => [{ type: 'AlertResolved', data }],
  CloseMonitoring: (data) => [{ type: 'MonitoringClosed', data }],
  ReopenCase: (data) => [{ type: 'CaseReopened', data }],
} satisfies Partial<Rules>;

const across = {
  PlaceHold: (data) => [{ type: 'HoldPlaced', data }],
  ReleaseHold: (data) => [{ type: 'HoldReleased', data }],
  AssignOfficer: (data, { officer: previousOfficer }) => [
    previousOfficer === undefined
      ? { type: 'CaseAssigned', data }
      : { type: 'CaseReassigned', data: { ...data, previousOfficer } },
  ],
} satisfies Partial<Rules>;

/** Which command yields which facts. Almost all record what was said; the few that add to it say why. */
export const decide: Rules = {
  ...entry,
  ...custody,
  ...wayBack,
  ...assurance,
  ...relocation,
  ...after,
  ...across,
};

/** The chart opens a relocation from these states only. */
const originOf = (state: string): Origin => origins.find((origin) => origin === state) ?? 'camped.settled';
