import type { CasePath } from '../case-paths.js';
import { filesOf, pathsOf, staying, without } from './parts.js';

const inBaghdad = filesOf(staying, '12-StateIntention', '13-TransferFacility', '90-ReviewCustody');

const seeking = filesOf(inBaghdad, '50-OpenAssuranceRoute', '51-HoldCounselling');
const asked = filesOf(seeking, '52-GiveDisclosureConsent', '53-RequestAssurance');
const offered = filesOf(asked, '54-RecordAssurance');
const assessed = filesOf(offered, '55-AssessAssurance');

const referred = filesOf(inBaghdad, '60-OpenRelocation', '62-HoldCounselling');
const eligible = filesOf(referred, '61-AssessRelocation');
const declared = filesOf(eligible, '63-GiveRelocationConsent');
const submitted = filesOf(declared, '64-SubmitToCountry');
const heardByCountry = filesOf(submitted, '65-RecordInterview');
const accepted = filesOf(heardByCountry, '66-RecordAcceptance');
const permitted = filesOf(accepted, '67-RequestExit', '68-GrantExit');

/** From the permission to leave to the departure. */
export const departed = ['69-CompletePreDeparture', '70-ConfirmDeparture'] as const;
/** From the wish for another country to the permission to leave. */
export const leaving = permitted.filter((file) => file > '60' && file < '70');

const waiting = pathsOf({ state: 'camped', movedTo: 'BAGHDAD' });
const pending = pathsOf({ state: 'pendingAssurance', movedTo: 'BAGHDAD' });
const relocating = pathsOf({ state: 'relocating', movedTo: 'BAGHDAD' });

/** The officers in Baghdad who refuse to return, by the way they take. */
export const waitingInBaghdad: readonly CasePath[] = [waiting(5, inBaghdad, '16-HoldCounselling')];

export const pendingAssurance: readonly CasePath[] = [
  pending(10, seeking),
  pending(6, without(seeking, '90-ReviewCustody')),
  pending(21, asked),
  pending(4, without(asked, '08-AssignOfficer')),
  pending(8, asked, '54-RecordRefusal'),
  pending(7, offered),
  pending(3, assessed),
  pending(2, assessed, '56-AcceptAssurance'),
];

export const relocatingFromBaghdad: readonly CasePath[] = [
  relocating(8, referred),
  relocating(5, eligible),
  relocating(3, declared),
  relocating(2, submitted),
  relocating(1, heardByCountry, '66-RecordDeferral'),
  relocating(1, heardByCountry, '66-RecordDenial'),
  relocating(2, accepted),
  relocating(1, permitted),
  relocating(1, permitted, departed, '71-RecordRefusalAtDestination'),
];
