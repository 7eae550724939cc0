import { sendAll, type CaseRun, type Steps } from './case-run.js';

const screened: Steps = [
  'RegisterEntry',
  'RecordSurrender',
  'DeliverRights',
  'RecordIdentity',
  'CompleteScreening',
];
const settled: Steps = [...screened, 'PlaceInFacility', 'HoldCounselling', 'AssessRisk'];
const effective: Steps = [
  ...settled,
  'OpenAssuranceRoute',
  'GiveDisclosureConsent',
  'RequestAssurance',
  'RecordAssurance',
  'AssessAssurance',
  'AcceptAssurance',
];
const track: Steps = [
  'RequestReturn',
  'GiveReturnConsent',
  'VerifyVoluntariness',
  'ClearReturn',
  'GiveDisclosureConsent',
  'ConfirmReception',
  'AddToManifest',
  'StartMovement',
];
const abroad: Steps = [
  'OpenRelocation',
  'AssessRelocation',
  'GiveRelocationConsent',
  'SubmitToCountry',
  'RecordAcceptance',
  'RequestExit',
  'GrantExit',
  'CompletePreDeparture',
  'ConfirmDeparture',
];
const crossed: Steps = [...settled, ...track, 'ConfirmHandover'];

const onTrack = (count: number): Steps => [...settled, ...track.slice(0, count)];
const assured = (count: number): Steps => [...effective, ...track.slice(0, count)];
const leaving = (count: number): Steps => [...settled, ...abroad.slice(0, count)];
const waiting = (count: number): Steps => effective.slice(0, settled.length + count);

/** The shortest usual sequence of commands to each leaf state. */
export const stepsTo = {
  'entered.intake': screened.slice(0, 4),
  'entered.screened': screened,
  'entered.childTrack': [...screened.slice(0, 4), 'RaiseAgeDispute'],
  'camped.settled': settled,
  'camped.returning.requested': onTrack(1),
  'camped.returning.consented': onTrack(2),
  'camped.returning.verified': onTrack(3),
  'camped.returning.cleared': onTrack(6),
  'camped.returning.manifested': onTrack(7),
  'camped.returning.inTransit': onTrack(8),
  'pendingAssurance.seeking': waiting(2),
  'pendingAssurance.requested': waiting(3),
  'pendingAssurance.offered': waiting(4),
  'pendingAssurance.assessed': waiting(5),
  'pendingAssurance.effective': effective,
  'pendingAssurance.returning.requested': assured(1),
  'pendingAssurance.returning.consented': assured(2),
  'pendingAssurance.returning.verified': assured(3),
  'pendingAssurance.returning.cleared': assured(6),
  'pendingAssurance.returning.manifested': assured(7),
  'pendingAssurance.returning.inTransit': assured(8),
  'relocating.referred': leaving(1),
  'relocating.assessed': leaving(2),
  'relocating.consented': leaving(3),
  'relocating.submitted': leaving(4),
  'relocating.splitReview': [...leaving(4), 'RecordSplitDecision'],
  'relocating.accepted': leaving(5),
  'relocating.exitPending': leaving(6),
  'relocating.predeparture': leaving(7),
  'relocating.ready': leaving(8),
  'relocating.inTransit': leaving(9),
  'returned.monitoring': [...crossed, 'RecordContact'],
  'returned.overdue': [...crossed, 'MarkMonitoringOverdue'],
  'returned.alert': [...crossed, 'RecordContact', 'ReportIncident'],
  resolved: [...settled, 'GrantStay'],
} as const satisfies Record<string, Steps>;
export type Leaf = keyof typeof stepsTo;

export const leaves = Object.keys(stepsTo) as readonly Leaf[];

const arrived = new Map<Leaf, CaseRun>();

/** A case that has just reached a leaf state. A run is a value, so all specs share one for each state. */
export function at(leaf: Leaf): CaseRun {
  const run = arrived.get(leaf) ?? sendAll(stepsTo[leaf]);
  arrived.set(leaf, run);
  return run;
}
