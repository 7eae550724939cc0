import { compareText } from '@safeconduct/workflow';
import { dayOf } from '../calendar.js';
import type { CasePath } from '../case-paths.js';
import type { FileName } from '../files.js';

type Files = readonly FileName[];

/** The files of a path, in order. */
export const filesOf = (...parts: readonly (FileName | Files)[]): Files => parts.flat().toSorted(compareText);

/** Makes paths that have all but their share and their files in common. */
export const pathsOf =
  (common: Omit<CasePath, 'share' | 'files'>) =>
  (share: number, ...parts: readonly (FileName | Files)[]): CasePath => ({
    ...common,
    share,
    files: filesOf(...parts),
  });

export const without = (files: Files, ...left: Files): Files => files.filter((file) => !left.includes(file));

/** To the first facility and its officer. */
export const placed = filesOf(
  '01-RegisterEntry',
  '02-RecordSurrender',
  '03-DeliverRights',
  '04-RecordIdentity',
  '06-CompleteScreening',
  '07-PlaceInFacility',
  '08-AssignOfficer',
);

/** With a review of custody, and an identity that a second source verified. */
export const staying = filesOf(placed, '10-ReviewCustody', '11-RecordIdentity');

/** A return from the counselling on. */
export const requested = filesOf('20-HoldCounselling', '21-AssessRisk', '22-RequestReturn');
export const consented = filesOf(requested, '23-GiveDisclosureConsent', '24-GiveReturnConsent');
export const verified = filesOf(consented, '25-VerifyVoluntariness');
export const manifested = filesOf(verified, '27-ClearReturn', '28-ConfirmReception', '29-AddToManifest');
export const handedOver = filesOf(manifested, '30-StartMovement', '31-ConfirmHandover');

/** The days of the first returns. */
export const eve = dayOf('2024-12-18');
export const firstReturn = dayOf('2024-12-19');
