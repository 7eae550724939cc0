import type { Instant } from '@safeconduct/workflow';
import type { EventData, Events } from '../events.js';
import type { HoldKind, Outcome } from '../vocabulary.js';

/**
 * What is known of a case, as far as a rule, a list or the head of the case file needs it. What somebody told or wrote
 * in confidence is not repeated here: it stays in the event, sealed.
 */
export interface Facts extends Registration {
  readonly registeredAt: Instant;
  readonly screeningOverdue: boolean;
  readonly surrender?: Dated<'WeaponsSurrendered'> | undefined;
  readonly rights?: Dated<'RightsNoticeDelivered'> | undefined;
  readonly identity?: Dated<'IdentityRecorded'> | undefined;
  readonly screening?: Signed<'ScreeningCompleted', 'reasons'> | undefined;
  readonly facility?: string | undefined;
  readonly counselling?: Dated<'CounsellingHeld'> | undefined;
  readonly intention?: Dated<'IntentionStated', 'statement'> | undefined;
  /** When the person last said where he wants to go. */
  readonly wishAt?: Instant | undefined;
  readonly risk?: Signed<'RiskAssessed'> | undefined;
  /** The return under way, or the one that ended at the crossing. */
  readonly return?: ReturnTrack | undefined;
  /** Set while a person who is not crossing any more has still to be brought back from the way there. */
  readonly bringBackFrom?: Instant | undefined;
  /** Whether he returns only under an assurance. He alone can give that up. */
  readonly assuranceRequired: boolean;
  readonly assurance?: Assurance | undefined;
  readonly relocation?: Relocation | undefined;
  readonly stay?: Dated<'StayGranted', 'conditions'> | undefined;
  readonly monitoring?: Monitoring | undefined;
  readonly holds: readonly Hold[];
  readonly officer?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

type Registration = Readonly<EventData<'EntryRegistered'>>;

/** What an event said, without its confidential fields, and when it happened. */
export type Dated<T extends keyof Events, Confidential extends string = never> = Readonly<
  Omit<EventData<T>, Confidential> & { at: Instant }
>;

/** The same with who decided it, where another rule asks for a different person. */
export type Signed<T extends keyof Events, Confidential extends string = never> = Dated<T, Confidential> & {
  readonly by: string;
  readonly confirmedBy?: string | undefined;
};

export interface ReturnTrack {
  readonly requestedAt: Instant;
  readonly wishedDate?: string | undefined;
  readonly consent?: Signed<'ReturnConsentGiven', 'witness'> | undefined;
  readonly voluntariness?: Signed<'VoluntarinessVerified'> | undefined;
  readonly clearance?: Dated<'ReturnCleared'> | undefined;
  readonly reception?: Dated<'ReceptionConfirmed'> | undefined;
  readonly manifest?: Dated<'ManifestedForReturn'> | undefined;
  readonly movement?: Dated<'ReturnMovementStarted'> | undefined;
  readonly crossing?: Dated<'ReturnCrossingConfirmed', 'receivingOfficer'> | undefined;
}

export interface Assurance {
  readonly openedAt: Instant;
  /** When the waiting case was last put before somebody for review. */
  readonly reviewedAt: Instant;
  readonly disclosures: readonly Dated<'DisclosureConsentGiven'>[];
  readonly refusals: number;
  readonly request?: Dated<'AssuranceRequested'> | undefined;
  /** When the authority was last asked or reminded. */
  readonly chasedAt?: Instant | undefined;
  readonly instrument?: Dated<'AssuranceReceived'> | undefined;
  readonly assessment?: Signed<'AssuranceAssessed'> | undefined;
  readonly acceptance?: Dated<'AssuranceAcceptedByPerson', 'statement'> | undefined;
}

export interface Relocation extends Dated<'RelocationOpened'> {
  readonly assessment?: Signed<'RelocationAssessed', 'reasons'> | undefined;
  readonly consent?: Dated<'RelocationConsentGiven'> | undefined;
  readonly submission?: Dated<'RelocationSubmitted'> | undefined;
  readonly denials: readonly Dated<'RelocationDenied'>[];
  readonly acceptance?: Dated<'RelocationAccepted'> | undefined;
  readonly exit?: Dated<'ExitClearanceRequested'> | undefined;
  readonly exitRefusals: number;
  readonly permit?: Dated<'ExitCleared'> | undefined;
  readonly preparation?: Dated<'PreDepartureCompleted', 'medicalRef'> | undefined;
  readonly departure?: Dated<'RelocationDeparted'> | undefined;
  readonly arrival?: Dated<'RelocationArrived'> | undefined;
  /** Papers that were valid until then, or shorter, have been reported as run out. */
  readonly lapsedAt?: Instant | undefined;
}

export interface Monitoring {
  readonly crossedAt: Instant;
  readonly contacts: number;
  readonly lastContact?: Dated<'MonitoringContactRecorded'> | undefined;
  readonly incidents: number;
  /** Contacts that were due until then have been reported as missing. */
  readonly lapsedAt?: Instant | undefined;
}

export interface Hold {
  readonly kind: HoldKind;
  readonly placedBy: string;
  readonly at: Instant;
}
