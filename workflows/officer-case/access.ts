import { accessOf, allSeen, allWithheld, type BuiltInClass, type CaseScope } from '@safeconduct/workflow';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import { facilities } from './registers/facilities.js';
import type { Role } from './roles.js';

/** Military record, risk and reasons, and assurances are stored in the clear, and are classes of their own. */
const ownClasses = ['military', 'risk', 'assurance'] as const;
type Sees = Readonly<Record<BuiltInClass | (typeof ownClasses)[number], 'seen' | 'withheld'>>;

const nothing: Sees = { ...allWithheld, military: 'withheld', risk: 'withheld', assurance: 'withheld' };

/** What the officers who decide together see. Medical records and the names of witnesses are not among it. */
const caseFile: Sees = {
  ...{ ...allSeen, medical: 'withheld', witness: 'withheld' },
  ...{ military: 'seen', risk: 'seen', assurance: 'seen' },
};

/** What can be needed of the case of somebody else when there is no time to have it assigned. */
const emergencyFile = [
  'identity',
  'narrative',
  'medical',
  'rules',
  'military',
  'risk',
  'assurance',
] as const satisfies readonly (keyof Sees)[];
/** Why a person is afraid to go back. Those who deal with the other side never see it. */
const reasons = ['narrative', 'risk'] as const;

const unit: CaseScope = { of: 'unit' };
const assigned: CaseScope = { of: 'assigned' };
const nobody = { purposes: [], cases: [], sees: nothing, figures: 'none' } as const;

const manifested = ['manifested', 'inTransit'].flatMap((state) => [
  `camped.returning.${state}`,
  `pendingAssurance.returning.${state}`,
]);

const disclosed = {
  when: 'disclosed',
  holds: ({ disclosures }: Facts) => Object.keys(disclosures).length > 0,
};
const consentedToRelocate = {
  when: 'consentedToRelocate',
  holds: ({ relocation }: Facts) => relocation?.consent !== undefined,
};
const mayBeChild = {
  when: 'mayBeChild',
  holds: ({ adult, asChild }: Facts) => !adult || asChild !== undefined,
};

/**
 * Who may read what. The unit of a case is the facility where the person is.
 *
 * Nobody records yet whose client a person is. Until that is recorded, counsel sees only cases that are assigned to them,
 * and so none: nobody reads the file of somebody who is not their client.
 */
export const access = accessOf<Facts, keyof Events, Role>()({
  units: Object.keys(facilities),
  classes: ownClasses,
  events: {
    EntryRegistered: { serviceCategory: 'military' },
    WeaponsSurrendered: 'military',
    RenunciationDeclared: 'military',
    RenunciationVerified: 'military',
    RenunciationNotVerified: 'military',
    RiskAssessed: 'risk',
    IntentionStated: 'risk',
    VoluntarinessVerified: 'risk',
    VoluntarinessDoubted: 'risk',
    AssuranceRequested: 'assurance',
    AssuranceReceived: 'assurance',
    AssuranceRefused: 'assurance',
    AssuranceAssessed: 'assurance',
  },
  facts: {
    nameArabic: 'identity',
    nameLatin: 'identity',
    birthDate: 'identity',
    rank: 'identity',
    unit: 'identity',
    language: 'identity',
    otherLanguages: 'identity',
    'rights.language': 'identity',
    'identity.documentNo': 'identity',
    'corrections.claimed': 'identity',
    'relocation.preparation.documentNo': 'identity',
    'refused.relocation.preparation.documentNo': 'identity',
    serviceCategory: 'military',
    surrender: 'military',
    weaponsTaken: 'military',
    renunciation: 'military',
    intention: 'risk',
    wishAt: 'risk',
    risks: 'risk',
    riskSetAsideAt: 'risk',
    'return.voluntariness': 'risk',
    'refused.return.voluntariness': 'risk',
    assurance: 'assurance',
    'refused.assurance': 'assurance',
  },
  tags: { intention: 'risk', service: 'military' },
  reviewers: { unit: ['supervisor'], all: ['dataProtection'] },
  figureRecorders: ['supervisor', 'auditor'],
  roles: {
    intake: {
      purposes: ['intake'],
      cases: [{ of: 'registered', withinHours: 72 }],
      sees: { ...nothing, identity: 'seen', rules: 'seen', military: 'seen' },
      figures: 'unit',
      emergency: ['identity', 'military'],
    },
    custody: {
      purposes: ['custody'],
      cases: [unit],
      sees: { ...nothing, identity: 'seen', rules: 'seen', military: 'seen' },
      figures: 'unit',
      emergency: ['identity', 'medical'],
    },
    caseOfficer: {
      purposes: ['counselling', 'intake', 'custody', 'assurance', 'return', 'relocation', 'monitoring'],
      cases: [assigned],
      sees: caseFile,
      figures: 'unit',
      readLog: 'own',
      emergency: emergencyFile,
    },
    supervisor: {
      purposes: ['custody', 'intake', 'counselling', 'assurance', 'return', 'relocation', 'monitoring'],
      cases: [unit],
      sees: caseFile,
      figures: 'unit',
      readLog: 'unit',
      emergency: emergencyFile,
    },
    protection: {
      purposes: ['risk', 'counselling', 'assurance', 'return', 'relocation', 'monitoring'],
      cases: [unit],
      sees: caseFile,
      figures: 'all',
      readLog: 'own',
      emergency: emergencyFile,
    },
    counsel: {
      purposes: ['counselling'],
      cases: [assigned],
      sees: caseFile,
      figures: 'none',
      readLog: 'case',
      emergency: emergencyFile,
    },
    legalAdviser: {
      purposes: ['assurance', 'risk'],
      cases: [unit],
      sees: caseFile,
      figures: 'none',
      readLog: 'own',
      emergency: emergencyFile,
    },
    interpreter: nobody,
    medical: {
      purposes: ['custody', 'relocation'],
      cases: [unit],
      sees: { ...nothing, medical: 'seen', rules: 'seen' },
      figures: 'none',
      readLog: 'own',
      emergency: ['identity', 'medical', 'narrative'],
    },
    liaison: {
      purposes: ['assurance', 'return'],
      cases: [{ of: 'all', states: ['pendingAssurance', 'camped.returning'] }],
      sees: { ...nothing, identity: disclosed, assurance: 'seen' },
      figures: 'none',
      readLog: 'own',
      emergency: ['identity', 'assurance'],
      never: reasons,
    },
    relocation: {
      purposes: ['relocation'],
      cases: [{ of: 'unit', states: ['relocating'] }],
      sees: {
        ...nothing,
        identity: 'seen',
        rules: 'seen',
        military: 'seen',
        narrative: consentedToRelocate,
        risk: consentedToRelocate,
      },
      figures: 'unit',
      readLog: 'own',
      emergency: ['identity', 'medical'],
    },
    crossing: {
      purposes: ['return', 'relocation'],
      cases: [{ of: 'all', states: [...manifested, 'relocating.ready', 'relocating.inTransit'] }],
      sees: { ...nothing, identity: 'seen' },
      figures: 'none',
      emergency: ['identity', 'medical'],
      never: reasons,
    },
    monitor: {
      purposes: ['monitoring'],
      cases: [{ of: 'all', states: ['returned'] }],
      sees: { ...nothing, identity: 'seen' },
      figures: 'none',
      readLog: 'own',
      emergency: emergencyFile,
    },
    childProtection: {
      purposes: ['counselling', 'custody'],
      cases: [unit],
      sees: { ...nothing, identity: mayBeChild, narrative: mayBeChild, rules: 'seen', risk: mayBeChild },
      figures: 'none',
      readLog: 'own',
      emergency: emergencyFile,
    },
    authority: {
      purposes: ['return', 'assurance', 'relocation', 'custody'],
      cases: [{ of: 'all', states: ['camped', 'pendingAssurance', 'relocating'] }],
      sees: { ...caseFile, narrative: 'withheld' },
      figures: 'all',
    },
    dataProtection: {
      purposes: ['audit', 'subjectRequest'],
      cases: [{ of: 'all', purposes: ['subjectRequest'] }],
      sees: { ...nothing, identity: 'seen', rules: 'seen' },
      figures: 'all',
      readLog: 'all',
    },
    auditor: {
      purposes: ['audit'],
      cases: [{ of: 'all' }],
      sees: { ...nothing, rules: 'seen', military: 'seen', assurance: 'seen' },
      figures: 'all',
      readLog: 'all',
    },
    // Confirms the destruction of keys, and sees of a case what says whether they may be destroyed.
    keyCustodian: {
      purposes: ['subjectRequest'],
      cases: [{ of: 'all', states: ['resolved'] }],
      sees: { ...nothing, rules: 'seen' },
      figures: 'none',
    },
    system: nobody,
  },
});
