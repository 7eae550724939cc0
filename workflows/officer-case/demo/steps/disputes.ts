import { between, caseOfficer, daysAfter, numbered, on, some, type Step } from './step.js';

const supervisor = some('supervisor', 'correction');

/** Appeals, and corrections of what is recorded. */
export const disputeSteps = {
  '40-FileAppeal': {
    by: some('counsel', 'counsel'),
    onBehalfOf: 'subject',
    at: daysAfter('appeal', 1, 3),
    data: {
      appealNo: numbered('AP'),
      against: 'clearance',
      grounds: 'the decision gives no reason that concerns the person',
    },
  },
  '41-DecideAppeal': {
    by: some('protection', 'appeal'),
    confirmedBy: some('legalAdviser', 'appeal'),
    at: on('2025-01-07'),
    data: {
      appealNo: numbered('AP'),
      decisionNo: numbered('APD'),
      result: 'upheld',
      reasons: 'the ground of the denial concerns another person of the same name',
    },
  },
  '43-RequestCorrection': {
    by: caseOfficer,
    at: between('2024-12-28', '2024-12-29'),
    data: {
      correctionNo: numbered('COR'),
      field: 'unit',
      claimed: 'Logistics 7',
      proof: numbered('LETTER'),
    },
  },
  '44-ApproveCorrection': {
    by: supervisor,
    at: on('2025-01-02'),
    data: { correctionNo: numbered('COR') },
  },
  '44-RejectCorrection': {
    by: supervisor,
    at: on('2025-01-02'),
    data: {
      correctionNo: numbered('COR'),
      reasons: 'the letter names another person',
      disagreement: 'says that the letter is theirs',
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
