import { facilities } from './registers/facilities.js';
import { criteria } from './code-lists.js';

const countries = ['OM', 'DE'];
const each = (finding: unknown) => Object.fromEntries(criteria.map((criterion) => [criterion, finding]));
const favourable = each({ answer: 'yes' });

/**
 * Example values for fields whose form alone does not imply them. A value that is listed twice is drawn twice
 * as often.
 */
export const examples: Readonly<Record<string, readonly unknown[]>> = {
  birthDate: ['1979', '1979-08-28', '1991-02-28', '1968', '1985', '1972-11-03', '1990', '2010'],
  crossedAt: ['2024-12-07T06:13:39+03:00'],
  language: ['ar', 'ar', 'kmr'],
  otherLanguages: [['kmr', 'tr'], ['en']],
  facility: Object.keys(facilities),
  officer: ['co-1', 'co-2', 'co-3'],
  interpreterId: ['int-1', 'int-2'],
  category: ['COMBATANT_INTERNED', 'CIVILIAN_STAFF', 'MEDICAL_OR_RELIGIOUS', 'UNDETERMINED'],
  counselOffered: [true, true, true, false],
  'AssessRisk.destination': ['SY', 'SY', 'SY', 'OM'],
  'AssessRisk.outcome': [
    'NO_SUBSTANTIAL_GROUNDS',
    'NO_SUBSTANTIAL_GROUNDS',
    'REAL_RISK',
    'INSUFFICIENT_INFO',
  ],
  authority: ['SY_TRANSITIONAL_ADMINISTRATION'],
  criteria: [
    favourable,
    favourable,
    { ...favourable, recordOfCompliance: { answer: 'unknown', note: 'no record yet' } },
    { ...favourable, specific: { answer: 'no' } },
  ],
  holdNo: ['HOLD-1', 'HOLD-2'],
  appealNo: ['AP-1', 'AP-2'],
  correctionNo: ['CR-1', 'CR-2'],
  claimed: ['1975', '2010'],
  country: countries,
  countries: [countries],
  'OpenRelocation.channel': ['BILATERAL', 'BILATERAL', 'FAMILY', 'UNHCR'],
  'AssessRelocation.outcome': ['eligible', 'eligible', 'ineligible', 'excluded'],
};
