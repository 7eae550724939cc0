import { days, hours, iso, startOfDay } from '../calendar.js';
import { caseOfficer, numbered, on, some, words, type Step } from './step.js';

const search = (date: string, area: string) => ({
  by: some('custody', 'search'),
  at: on(date),
  data: { area, result: 'not found' },
});

/** What happens to a person beside the procedure, and a permission to stay. */
export const fateSteps = {
  '85-GrantStay': {
    by: some('authority', 'stay'),
    confirmedBy: some('supervisor', 'stay'),
    at: on('2025-01-05'),
    data: {
      permitNo: numbered('STAY'),
      validUntil: words('permit', ['2025-02-10', '2025-07-31', '2025-12-31']),
      conditions: 'reports to the office of the district once a month',
    },
  },
  '85-RecordDeath': {
    by: some('medical', 'death'),
    confirmedBy: some('supervisor', 'death'),
    at: on('2025-01-02'),
    data: {
      certificateNo: numbered('DC'),
      diedAt: (_person, at) => iso(at - hours(3)),
      circumstances: 'died in hospital after an illness',
    },
  },
  '85-RecordIrregularCrossing': {
    by: some('protection', 'irregular crossing'),
    confirmedBy: some('supervisor', 'irregular crossing'),
    at: on('2025-01-06'),
    data: {
      crossedAt: ({ draw }, at) => iso(startOfDay(at) - days(2) + draw('night', hours(4))),
      crossingPoint: 'AL_QAIM',
      circumstances: words('taken across', [
        'taken across at night by persons who were not identified',
        'نُقل ليلاً عبر الحدود على يد أشخاص مجهولين',
      ]),
      reliability: words('irregular crossing', ['confirmed', 'probable']),
    },
  },
  '85-RecordSpontaneousDeparture': {
    by: some('supervisor', 'departure'),
    at: on('2024-12-29'),
    data: {
      report: words('departure', [
        'left on foot in the evening; phoned from home two days later',
        'غادر وحده، وأكّد أحد أقاربه وصوله',
      ]),
      reliability: 'probable',
      destination: 'SY',
    },
  },
  '85-ReportMissing': {
    by: caseOfficer,
    at: on('2025-01-02'),
    data: {
      lastSeen: 'at the evening count near the water tanks',
      lastSeenAt: (_person, at) => iso(startOfDay(at) - hours(5)),
    },
  },
  '86-RecordSearch': search('2025-01-04', 'camp and its surroundings'),
  '87-RecordSearch': search('2025-01-07', 'hospital and market'),
  '88-RecordSearch': search('2025-01-10', 'villages along the road'),
} as const satisfies Readonly<Record<string, Step>>;
