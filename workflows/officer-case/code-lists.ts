import type { DataClass } from '@safeconduct/workflow';

// The code lists of the procedure. Their codes are recorded in events, so none is ever renamed; a new one may
// be added.

export const serviceCategories = ['officer', 'nco', 'soldier', 'civilianStaff'] as const;
export const identitySources = ['militaryId', 'civilId', 'passport', 'familyBooklet', 'declaration'] as const;
export const personCategories = [
  'COMBATANT_INTERNED',
  'CIVILIAN_STAFF',
  'MEDICAL_OR_RELIGIOUS',
  'UNDETERMINED',
] as const;
export type PersonCategory = (typeof personCategories)[number];

/** What puts an age in doubt: the date of birth at the registration, or something that was seen or heard later. */
export const raisedBases = ['appearance', 'document', 'statement', 'otherSource'] as const;
export const ageDisputeBases = ['registration', 'correction', ...raisedBases] as const;
export const ageResults = ['minor', 'adult'] as const;

export const intentions = ['return', 'stay', 'relocate', 'undecided', 'refuse'] as const;
export const riskOutcomes = ['NO_SUBSTANTIAL_GROUNDS', 'REAL_RISK', 'INSUFFICIENT_INFO'] as const;

export const custodyReviews = ['continue', 'relax', 'release'] as const;
/** The ways on from the camp. */
export const routes = ['return', 'stay', 'relocate'] as const;
export const renunciationResults = ['verified', 'notVerified'] as const;

/**
 * Why a movement to the crossing was stopped. The last two end the return; after the others it can be tried
 * again.
 */
export const abortReasons = [
  'closedCrossing',
  'security',
  'illness',
  'listMismatch',
  'hold',
  'consent',
  'risk',
] as const;
type AbortReason = (typeof abortReasons)[number];
export const reasonEndsReturn = (reason: AbortReason): boolean => reason === 'consent' || reason === 'risk';

export const verdicts = ['adequate', 'inadequate', 'clarify'] as const;
export const answers = ['yes', 'no', 'unknown'] as const;
/**
 * The tests of Othman v. United Kingdom (2012), § 189, in the order of the judgment. Each is put so that `yes`
 * speaks for the assurance.
 */
export const criteria = [
  'termsDisclosed',
  'specific',
  'issuerCanBind',
  'localAuthoritiesAbide',
  'lawfulTreatmentOnly',
  'contractingState',
  'recordOfCompliance',
  'independentlyVerifiable',
  'protectionAgainstTorture',
  'noEarlierIllTreatment',
  'reliabilityExamined',
] as const;
export type Criterion = (typeof criteria)[number];

/** The kinds of instrument. A public amnesty is none that names the person; the assessment has to say so. */
export const instrumentTypes = [
  'noteVerbale',
  'decree',
  'memorandum',
  'publicAmnesty',
  'letter',
  'courtDecision',
] as const;
/** What an instrument may cover. */
export const assuranceScopes = [
  'arrest',
  'prosecution',
  'illTreatment',
  'property',
  'travel',
  'family',
] as const;
/** What of a person may be disclosed to an authority. */
export const disclosedItems = ['name', 'rank', 'unit', 'birthDate', 'photo', 'fears'] as const;

export const relocationChannels = ['UNHCR', 'BILATERAL', 'FAMILY', 'LABOUR', 'OTHER'] as const;
export const relocationReasons = ['thirdCountry', 'familyReunification'] as const;
/** How a country decides on the members of a family; a question is no denial. */
export const memberDecisions = ['accepted', 'denied', 'deferred'] as const;
export const ownDecisions = ['accepted', 'denied'] as const;
/** What a person does when the country decides differently on the members of the family. */
export const splitChoices = ['separate', 'together'] as const;
export const relocationOutcomes = ['eligible', 'ineligible', 'excluded'] as const;

export const findings = ['safe', 'concern', 'unreachable'] as const;
export const reliabilities = ['confirmed', 'probable', 'unconfirmed'] as const;

export const holdKinds = [
  'legal',
  'court',
  'appeal',
  'medical',
  'child',
  'dataProtection',
  'security',
] as const;
export type HoldKind = (typeof holdKinds)[number];
/** What a hold may stop. */
export const holdScopes = ['return', 'relocation', 'transfer', 'stay'] as const;
export type HoldScope = (typeof holdScopes)[number];

/** Why data are kept although their time is over. */
export const restrictionKinds = [
  'legal',
  'court',
  'appeal',
  'dataProtection',
] as const satisfies readonly HoldKind[];
export type RestrictionKind = (typeof restrictionKinds)[number];

/** Why a person is erased. */
export const erasureGrounds = ['retentionOver', 'subjectRequest'] as const;
/** The classes of data whose keys an erasure destroys: all that there are. */
export const dataClasses = [
  'identity',
  'narrative',
  'medical',
  'witness',
] as const satisfies readonly DataClass[];

export const outcomes = [
  'RETURNED_VOLUNTARILY',
  'RELOCATED',
  'REMAINS_IN_HOST',
  'TRANSFERRED_CHILD_PROTECTION',
  'TRANSFERRED_CIVIL',
  'TRANSFERRED_JUSTICE',
  'REGISTERED_IN_ERROR',
  'ABSCONDED',
  'SPONTANEOUS_DEPARTURE',
  'DECEASED',
  'REMOVED_IRREGULARLY',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcomes after which a person has left the host country, and may enter again. */
export const departures = [
  'RETURNED_VOLUNTARILY',
  'RELOCATED',
  'ABSCONDED',
  'SPONTANEOUS_DEPARTURE',
  'REMOVED_IRREGULARLY',
] as const satisfies readonly Outcome[];

/** The decisions against which a person may appeal. */
export const appealable = [
  'clearance',
  'risk',
  'assurance',
  'relocation',
  'exit',
  'closing',
  'other',
] as const;
export type Appealable = (typeof appealable)[number];
export const appealResults = ['upheld', 'dismissed'] as const;

/** What can be corrected. The correction of a death says that it was a mistake of identity. */
export const correctable = [
  'nameArabic',
  'nameLatin',
  'birthDate',
  'rank',
  'unit',
  'language',
  'death',
] as const;

/** Why it is doubtful that a crossing was a handover under the rules. */
export const disputeGrounds = ['listsDisagree', 'consentWithdrawn'] as const;

/** The outcomes of cases that turned out to be no person. */
export const notPersons: readonly Outcome[] = ['REGISTERED_IN_ERROR'];

/** The states to which a closed case may be reopened, depending on its outcome. */
export const reopenTargets = [
  'camped.settled',
  'returned.alert',
  'entered.intake',
  'entered.screened',
  'entered.childTrack',
] as const;
export type ReopenTarget = (typeof reopenTargets)[number];
