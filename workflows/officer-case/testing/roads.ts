import { travel, type Journey, type Road } from './journey.js';

const screened: Road = [
  'RegisterEntry',
  'RecordSurrender',
  'DeliverRights',
  'RecordIdentity',
  'CompleteScreening',
];
const settled: Road = [...screened, 'PlaceInFacility', 'HoldCounselling', 'AssessRisk'];
const effective: Road = [
  ...settled,
  'OpenAssuranceRoute',
  'GiveDisclosureConsent',
  'RequestAssurance',
  'RecordAssurance',
  'AssessAssurance',
  'AcceptAssurance',
];
const track: Road = [
  'RequestReturn',
  'GiveReturnConsent',
  'VerifyVoluntariness',
  'ClearReturn',
  'ConfirmReception',
  'AddToManifest',
  'StartMovement',
];
const abroad: Road = [
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
const crossed: Road = [...settled, ...track, 'ConfirmHandover'];

const onTrack = (count: number): Road => [...settled, ...track.slice(0, count)];
const assured = (count: number): Road => [...effective, ...track.slice(0, count)];
const leaving = (count: number): Road => [...settled, ...abroad.slice(0, count)];
const waiting = (count: number): Road => effective.slice(0, settled.length + count);

/** The plain road to each leaf state. */
export const roads = {
  'entered.intake': screened.slice(0, 4),
  'entered.screened': screened,
  'camped.settled': settled,
  'camped.returning.requested': onTrack(1),
  'camped.returning.consented': onTrack(2),
  'camped.returning.verified': onTrack(3),
  'camped.returning.cleared': onTrack(5),
  'camped.returning.manifested': onTrack(6),
  'camped.returning.inTransit': onTrack(7),
  'pendingAssurance.seeking': waiting(2),
  'pendingAssurance.requested': waiting(3),
  'pendingAssurance.offered': waiting(4),
  'pendingAssurance.assessed': waiting(5),
  'pendingAssurance.effective': effective,
  'pendingAssurance.returning.requested': assured(1),
  'pendingAssurance.returning.consented': assured(2),
  'pendingAssurance.returning.verified': assured(3),
  'pendingAssurance.returning.cleared': assured(5),
  'pendingAssurance.returning.manifested': assured(6),
  'pendingAssurance.returning.inTransit': assured(7),
  'relocating.referred': leaving(1),
  'relocating.assessed': leaving(2),
  'relocating.consented': leaving(3),
  'relocating.submitted': leaving(4),
  'relocating.accepted': leaving(5),
  'relocating.exitPending': leaving(6),
  'relocating.predeparture': leaving(7),
  'relocating.ready': leaving(8),
  'relocating.inTransit': leaving(9),
  'returned.monitoring': [...crossed, 'RecordContact'],
  'returned.alert': [...crossed, 'RecordContact', 'ReportIncident'],
  resolved: [...settled, 'GrantStay'],
} as const satisfies Record<string, Road>;
export type Leaf = keyof typeof roads;

export const leaves = Object.keys(roads) as readonly Leaf[];

const arrived = new Map<Leaf, Journey>();

/** A case that has just come to a leaf state. Journeys are values, so one is enough for everybody. */
export function at(leaf: Leaf): Journey {
  const journey = arrived.get(leaf) ?? travel(roads[leaf]);
  arrived.set(leaf, journey);
  return journey;
}
