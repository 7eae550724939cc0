import { instant, meaning } from '@safeconduct/workflow';
import { z } from 'zod';
import { appealable, holdKinds, holdScopes, outcomes, restrictionKinds } from './code-lists.js';
import { events } from './events.js';
import type { Facts } from './facts.js';
import { validUntil } from './field.js';

// What a case can know, in the order in which it is shown. Most of it is the data of an event, without what is
// confidential, and when it happened: `Dated`, `Signed`.

const at = instant;
const person = meaning('person', z.string());
const role = meaning('code', z.string());
const signed = { at, by: person, confirmedBy: person.optional() };
const count = z.int();

const {
  EntryRegistered,
  WeaponsSurrendered,
  RightsNoticeDelivered,
  IdentityRecorded,
  ScreeningCompleted,
  ...later
} = events;

const entry = {
  ...EntryRegistered.shape,
  registeredAt: instant,
  episode: count,
  surrender: WeaponsSurrendered.extend({ at }).optional(),
  weaponsTaken: count,
  rights: RightsNoticeDelivered.extend({ at, understood: z.boolean() }).optional(),
  identity: IdentityRecorded.extend({ at }).optional(),
  screening: ScreeningCompleted.omit({ reasons: true }).extend(signed).optional(),
  screeningOverdue: z.boolean(),
  asChild: z.strictObject({ at, determined: z.boolean() }).optional(),
  ageDeterminedAt: instant.optional(),
};

const custody = {
  facility: meaning('code', z.string()).optional(),
  placedAt: instant.optional(),
  bringBackFrom: instant.optional(),
  counselling: later.CounsellingHeld.extend({ at }).optional(),
  intention: later.IntentionStated.omit({ statement: true }).extend({ at }).optional(),
  wishAt: instant.optional(),
  risks: z.record(z.string(), later.RiskAssessed.extend(signed)),
  riskSetAsideAt: instant.optional(),
  custodyReview: later.CustodyReviewed.omit({ grounds: true }).extend(signed).optional(),
  icrcAccess: later.IcrcAccessRecorded.extend({ at }).optional(),
  deniedRoutes: z.array(later.RouteDenied.omit({ reasons: true, remedy: true }).extend({ at })),
  stay: later.StayGranted.omit({ conditions: true }).extend({ at }).optional(),
  renunciation: z
    .strictObject({ declarationNo: z.string(), at, verified: z.boolean().optional() })
    .optional(),
};

const returning = z
  .strictObject({
    requestedAt: instant,
    ...later.ReturnRequested.shape,
    consent: later.ReturnConsentGiven.omit({ witness: true }).extend(signed).optional(),
    voluntariness: later.VoluntarinessVerified.extend(signed).optional(),
    clearance: later.ReturnCleared.extend({ at }).optional(),
    reception: later.ReceptionConfirmed.extend({ at }).optional(),
    manifest: later.ManifestedForReturn.extend({ at }).optional(),
    movement: later.ReturnMovementStarted.extend({ at }).optional(),
    disputedAt: instant.optional(),
    crossing: later.ReturnCrossingConfirmed.omit({ receivingOfficer: true }).extend({ at }).optional(),
  })
  .optional();

const assurance = z
  .strictObject({
    openedAt: instant,
    reviewedAt: instant,
    refusals: count,
    request: later.AssuranceRequested.extend({ at }).optional(),
    chasedAt: instant.optional(),
    instrument: later.AssuranceReceived.omit({ carveOuts: true, monitoring: true }).extend({ at }).optional(),
    assessment: later.AssuranceAssessed.omit({ criteria: true }).extend(signed).optional(),
    acceptance: later.AssuranceAcceptedByPerson.omit({ statement: true }).extend({ at }).optional(),
  })
  .optional();

const relocation = later.RelocationOpened.extend({
  at,
  assessment: later.RelocationAssessed.omit({ reasons: true }).extend(signed).optional(),
  consent: later.RelocationConsentGiven.extend({ at }).optional(),
  submission: later.RelocationSubmitted.extend({ at }).optional(),
  denials: z.array(later.RelocationDenied.extend({ at })),
  interview: later.SelectionInterviewHeld.extend({ at }).optional(),
  deferral: later.RelocationDeferred.omit({ question: true }).extend({ at }).optional(),
  split: later.RelocationSplit.omit({ members: true }).extend({ at }).optional(),
  acceptance: later.RelocationAccepted.extend({ at }).optional(),
  exit: later.ExitClearanceRequested.extend({ at }).optional(),
  exitRefusals: count,
  permit: later.ExitCleared.extend({ at }).optional(),
  preparation: later.PreDepartureCompleted.omit({ medicalRef: true }).extend({ at }).optional(),
  departure: later.RelocationDeparted.extend({ at }).optional(),
  arrival: later.RelocationArrived.extend({ at }).optional(),
  lapsedAt: instant.optional(),
}).optional();

const afterwards = {
  monitoring: z
    .strictObject({
      crossedAt: instant,
      contacts: count,
      lastContact: later.MonitoringContactRecorded.extend({ at }).optional(),
      incidents: count,
      lapsedAt: instant.optional(),
      alertAt: instant.optional(),
    })
    .optional(),
  missing: z.strictObject({ at, searches: count, lastSearchAt: instant.optional() }).optional(),
  irregular: later.IrregularCrossingRecorded.omit({ circumstances: true }).extend({ at }).optional(),
  death: later.PersonDeceased.omit({ certificateNo: true, circumstances: true }).extend({ at }).optional(),
};

const objections = {
  holds: z.array(
    z.strictObject({
      kind: z.enum(holdKinds),
      holdNo: z.string(),
      placedBy: person,
      role,
      at,
      scope: z.array(z.enum(holdScopes)).optional(),
      until: validUntil.optional(),
      reviewAt: later.HoldPlaced.shape.reviewAt,
      reviewedAt: instant.optional(),
    }),
  ),
  appeals: z.array(z.strictObject({ appealNo: z.string(), against: z.enum(appealable), at })),
  refused: z
    .union([
      z.strictObject({ of: z.literal('clearance'), return: returning }),
      z.strictObject({ of: z.literal('assurance'), assurance }),
      z.strictObject({ of: z.enum(['relocation', 'exit']), relocation }),
    ])
    .optional(),
  corrections: z.array(later.CorrectionRequested.extend({ at, by: person })),
};

/** Everything that can be known of a case. */
export const factShape = z.strictObject({
  ...entry,
  ...custody,
  return: returning,
  assuranceRequired: z.boolean(),
  assurance,
  disclosures: z.record(z.string(), later.DisclosureConsentGiven.extend({ at })),
  relocation,
  ...afterwards,
  ...objections,
  officer: person.optional(),
  assignedAt: instant.optional(),
  outcome: z.enum(outcomes).optional(),
  endedAt: instant.optional(),
  restrictions: z.array(z.strictObject({ restrictionNo: z.string(), kind: z.enum(restrictionKinds), at })),
  erasedAt: instant.optional(),
});

/** The groups in which the facts are shown. */
export const factGroups: Readonly<Record<string, readonly (keyof Facts)[]>> = {
  person: [
    ...(['registrationNo', 'nameArabic', 'nameLatin', 'birthDate', 'adult', 'asChild'] as const),
    ...(['ageDeterminedAt', 'serviceCategory', 'rank', 'unit', 'language', 'otherLanguages'] as const),
  ],
  entry: [
    ...(['crossingPoint', 'crossedAt', 'registeredAt', 'episode', 'surrender', 'weaponsTaken'] as const),
    ...(['rights', 'identity', 'screening', 'screeningOverdue'] as const),
  ],
  custody: [
    ...(['facility', 'placedAt', 'bringBackFrom', 'counselling', 'intention', 'wishAt', 'risks'] as const),
    ...(['riskSetAsideAt', 'custodyReview', 'icrcAccess', 'deniedRoutes', 'stay', 'renunciation'] as const),
  ],
  return: ['return'],
  assurance: ['assuranceRequired', 'assurance', 'disclosures'],
  relocation: ['relocation'],
  afterwards: ['monitoring', 'missing', 'irregular', 'death'],
  objections: ['holds', 'appeals', 'refused', 'corrections'],
  handling: ['officer', 'assignedAt', 'outcome', 'endedAt', 'restrictions', 'erasedAt'],
};
