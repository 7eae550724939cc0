import { days, hours } from '@safeconduct/workflow';

/**
 * The time limits of this version of the workflow. Marks: [S n] a source of the domain notes, [M] known and
 * not opened, [E] a choice of this project and not a norm. They are part of the version: change one, raise
 * the version.
 */
export const limits = {
  /** [E] From registration to the category; ExCom Conclusion 94 asks for it as early as possible [S9]. */
  screening: hours(72),
  /** [E] How long after its registration an entry can be declared an error. */
  voidRegistration: days(7),
  /** [E] From the doubt about an age to its determination, or to the transfer to child protection. */
  childProtection: days(7),
  /** [E] From registration to the category, where that is late already. */
  lateScreening: days(7),
  /** [E] From the category to a place in a facility. */
  placement: hours(72),
  /** [E] From the departure to the receipt of the receiving side. */
  arrival: days(7),
  /** [E] From registration to an identity verified by a second source. */
  verifiedIdentity: days(14),
  /**
   * [E] From a stated wish to a counselling session: a wish without any action infringes the right to return.
   */
  counselling: days(14),
  /**
   * [E] From the placement to the first review of custody, and between two reviews. GC IV, arts 43 and 78 by analogy:
   * promptly, then at least twice a year [M].
   */
  firstCustodyReview: days(7),
  custodyReview: days(30),
  /** [E] From a review that ends in release to the decision on the stay. */
  release: days(14),
  /** [E] Before the end of a permit to stay, so that nobody's stay ends unseen. */
  stayReview: days(30),
  /** [M] How long a former combatant is observed before a renunciation is verified; practice mentions about three months. */
  renunciation: days(90),
  /** [E] A counselling session older than this does not count any more. */
  counsellingLife: days(30),
  /** [E] Consent to return; the decision is a process, not a pronouncement [S11]. */
  returnConsentLife: days(30),
  /**
   * [E] Between the signature and the manifest: one may change one's mind until the day of departure [S10].
   */
  coolingOff: hours(24),
  /**
   * [E] Between the reconfirmation and the movement; reconfirming after the clearance is UNHCR's practice
   * [S8].
   */
  reconfirmationLife: hours(24),
  /** [E] An individual risk assessment (CAT General Comment 4, para 18 [S13] asks that there be one). */
  riskLife: days(90),
  /** [E] Between two reminders to the authority asked for an assurance. */
  assuranceChase: days(14),
  /** [E] Between two reviews of a case that waits for an assurance. */
  assuranceReview: days(30),
  /**
   * [E] How long an assurance must still be valid when it is relied upon, so that it covers the monitoring.
   */
  assuranceWindow: days(30),
  /**
   * [E] From the request of a return to the clearance or its denial: who prevents a return infringes a right as
   * well; IOM needs 20 to 90 days from request to departure [S10].
   */
  returnDecision: days(30),
  /** [E] To turn round a transport with a person who may not cross, or to settle what stops them. */
  heldOnTheWay: hours(4),
  /** [E] To bring back a person who does not cross. */
  bringBack: hours(24),
  /** [E] Days after the crossing on which the returned person is contacted; afterwards every year. */
  contactDays: [7, 30, 90, 180],
  yearDays: 365,
  /** [E] A contact up to this much before its day counts as the contact of that day. */
  contactEarly: days(3),
  /** [E] Between two searches for a missing person. */
  missingSearch: hours(72),
  /** [E] How long a person is missing at least before the case is closed. */
  missingLeast: days(30),
  /** [E] Searches without which the log is not complete. */
  searchesLeast: 3,
  /** [E] To find out why a contact is missing. */
  missingContact: days(14),
  /** [E] To look into an alert after the return. */
  alert: days(7),
  /** [E] Between two reviews of a hold that sets no day of its own. */
  holdReview: days(30),
  /** [E] From an appeal to the decision on it. It suspends what it is against. */
  appeal: days(15),
  /** [E] From the request of a correction to the decision on it. */
  correction: days(15),
  /** [E] Appeals that are pending, and corrections that wait, at the same time. */
  appealsMax: 20,
  correctionsMax: 20,
  /**
   * [E] From the outcome of a case to the day on which its person may be erased: how long a decision can still be
   * questioned. Each authority sets its own.
   */
  retention: days(5 * 365),
  /** [E] Restrictions of one erasure that stand at the same time. */
  restrictionsMax: 20,
  /** [E] Holds that stand on one case at the same time. */
  holdsMax: 100,
} as const;

/** The age of majority (Convention on the Rights of the Child, art. 1 [M]). */
export const adultFromYears = 18;

/** Iraq keeps UTC+3 all year. A document "valid until" a day is valid to the end of that day there. */
export const hostOffset = '+03:00';
export const hostOffsetMs = hours(3);
