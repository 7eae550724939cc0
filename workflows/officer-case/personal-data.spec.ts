import { describe, expect, it } from '@jest/globals';
import { availability, personalFields, type DataClass } from '@safeconduct/workflow';
import { criteria } from './code-lists.js';
import { officerCase } from './index.js';
import type { CaseRun } from './testing/case-run.js';
import { everyWalk, logOf } from './testing/every-walk.js';
import { plantedLanguage } from './testing/sample.js';

/**
 * Every personal field of every event, with its class. Fields that are not listed here are stored in the
 * clear.
 */
const classes: Readonly<Record<string, Readonly<Record<string, DataClass>>>> = {
  EntryRegistered: {
    ...{ nameArabic: 'identity', nameLatin: 'identity', birthDate: 'identity' },
    ...{ rank: 'identity', unit: 'identity', language: 'identity', otherLanguages: 'identity' },
  },
  RightsNoticeDelivered: { language: 'identity' },
  IdentityRecorded: { documentNo: 'identity' },
  ScreeningCompleted: { reasons: 'narrative' },
  RegistrationVoided: { reason: 'narrative' },
  AgeDisputeRaised: { ground: 'narrative' },
  AgeDetermined: { reasons: 'narrative' },
  TransferredToChildProtection: { guardian: 'identity' },
  IntentionStated: { statement: 'narrative' },
  CustodyReviewed: { grounds: 'narrative' },
  RouteDenied: { reasons: 'narrative', remedy: 'narrative' },
  StayRenewed: { conditions: 'narrative' },
  RenunciationVerified: { reasons: 'narrative' },
  RenunciationNotVerified: { reasons: 'narrative' },
  StayGranted: { conditions: 'narrative' },
  ReturnConsentGiven: { witness: 'witness' },
  VoluntarinessDoubted: { reasons: 'narrative' },
  ReturnClearanceDenied: { reasons: 'narrative', remedy: 'narrative' },
  ReceptionRefused: { message: 'narrative' },
  RemovedFromManifest: { reason: 'narrative' },
  ReturnMovementAborted: { details: 'narrative' },
  ReturnCrossingConfirmed: { receivingOfficer: 'identity' },
  ReturnConsentWithdrawn: { statement: 'narrative', heardBy: 'witness', asHeard: 'narrative' },
  AssuranceRouteOpened: { fears: 'narrative', wantedAssurance: 'narrative' },
  AssuranceReceived: { carveOuts: 'narrative', monitoring: 'narrative' },
  AssuranceAssessed: Object.fromEntries(
    criteria.map((criterion) => [`criteria.${criterion}.note`, 'narrative' as const]),
  ),
  AssuranceAcceptedByPerson: { statement: 'narrative' },
  AssuranceDeclinedByPerson: { statement: 'narrative' },
  AssuranceRouteClosed: { statement: 'narrative' },
  RelocationAssessed: { reasons: 'narrative' },
  RelocationDeferred: { question: 'narrative' },
  RelocationSplit: { 'members.relative': 'identity' },
  SplitResolved: { statement: 'narrative' },
  RelocationArrivalRefused: { report: 'narrative' },
  RelocationClosed: { reason: 'narrative' },
  ExitClearanceRefused: { reasons: 'narrative', remedy: 'narrative' },
  PreDepartureCompleted: { medicalRef: 'medical', documentNo: 'identity' },
  RelocationConsentWithdrawn: { statement: 'narrative', asHeard: 'narrative' },
  PostReturnIncidentReported: { report: 'narrative' },
  AlertResolved: { findings: 'narrative' },
  MonitoringClosed: { summary: 'narrative', earlyReason: 'narrative' },
  CaseReopened: { ground: 'narrative' },
  PersonReportedMissing: { lastSeen: 'narrative' },
  SearchRecorded: { result: 'narrative' },
  PersonLocated: { where: 'narrative' },
  AbscondedClosed: { reasons: 'narrative' },
  DepartedSpontaneously: { report: 'narrative' },
  PersonDeceased: { certificateNo: 'medical', circumstances: 'narrative' },
  IrregularCrossingRecorded: { circumstances: 'narrative' },
  HandoverDisputed: { details: 'narrative' },
  LateFactRecorded: { source: 'witness', fact: 'narrative' },
  ErasureRestricted: { ground: 'narrative' },
  ErasureRestrictionLifted: { reason: 'narrative' },
  AppealFiled: { grounds: 'narrative' },
  AppealDecided: { reasons: 'narrative' },
  CorrectionRequested: { claimed: 'identity' },
  DataCorrected: {
    ...{ nameArabic: 'identity', nameLatin: 'identity', birthDate: 'identity' },
    ...{ rank: 'identity', unit: 'identity', language: 'identity' },
  },
  CorrectionRejected: { reasons: 'narrative', disagreement: 'narrative' },
  HoldPlaced: { ground: 'narrative' },
  HoldReviewed: { reason: 'narrative' },
  HoldReleased: { reason: 'narrative' },
  NoteRecorded: { note: 'narrative' },
};

/** The values that the samples put into every personal field. */
const planted = new RegExp(`SEALED|1979-08-28|\\b${plantedLanguage}\\b`);

describe('the personal data of a case', () => {
  it('carries its class in the schema of every event', () => {
    const found = [...officerCase.events]
      .map(([type, { schema }]) => [type, Object.fromEntries(personalFields(schema))] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0);
    expect(Object.fromEntries(found)).toEqual(classes);
  });

  it('stands in the personal fields of an event and in no other', () => {
    everyWalk((attempts) => {
      for (const { type, data } of logOf(attempts)) {
        const personal = Object.keys(classes[type] ?? {}).filter((path) => valueAt(data, path) !== undefined);
        // The fields of a list have the path of the list.
        const found = new Set(plantedPaths(data, '').map((path) => path.replaceAll(/\.\d+/g, '')));
        expect([type, ...found].sort()).toEqual([type, ...personal].sort());
      }
    }, 100);
  });

  it('reaches no transcript, no refusal, no summary and no deadline', () => {
    everyWalk((attempts) => {
      for (const { transcript } of logOf(attempts)) expect(JSON.stringify(transcript)).not.toMatch(planted);
      for (const { answer, after } of attempts) {
        if ('refusal' in answer) expect(JSON.stringify(answer.refusal)).not.toMatch(planted);
        expect(JSON.stringify(shownOf(after))).not.toMatch(planted);
      }
    }, 100);
  });

  it('is kept in the facts only as far as the head of a case file shows it', () => {
    const kept = new Set<string>();
    everyWalk((attempts) => {
      const { folded } = attempts.at(-1)?.after ?? {};
      for (const path of plantedPaths(folded?.facts, '')) kept.add(path.replaceAll(/\.\d+/g, ''));
    }, 100);
    expect([...kept].sort()).toEqual([
      ...['birthDate', 'corrections.claimed', 'identity.documentNo', 'language'],
      ...['nameArabic', 'nameLatin', 'otherLanguages', 'rank'],
      ...['relocation.preparation.documentNo', 'rights.language', 'unit'],
    ]);
  });
});

/** The data that lists and the inbox show of a case without opening its file. */
function shownOf({ folded, now }: CaseRun) {
  if (folded === undefined) return [];
  return [
    officerCase.summary(folded),
    officerCase.dueDates(folded),
    availability(officerCase, folded, { now }),
  ];
}

function valueAt(data: unknown, path: string): unknown {
  // Of a list the first item stands for all.
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => ([value].flat()[0] as Record<string, unknown> | undefined)?.[name],
      data,
    );
}

function plantedPaths(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return planted.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    plantedPaths(inner, path === '' ? name : `${path}.${name}`),
  );
}
