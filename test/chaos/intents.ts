import { staff, type Registered } from '../e2e/registering.js';
import type { Random } from '../e2e/http/fuzz/random.js';
import type { Intent } from './promised.js';

/** A case as its client knows it. */
export interface KnownCase {
  readonly caseId: string;
  revision: number;
}

/** Long ago, so that the deadline of the screening has passed as soon as the case is open. */
const enteredAt = '2024-12-07T06:13:39+03:00';
const casesPerClient = 40;

interface Step {
  readonly command: string;
  readonly actor: string;
  data(token: string): Readonly<Record<string, unknown>>;
}

const steps: readonly Step[] = [
  {
    command: 'RecordSurrender',
    actor: 'cus-01',
    data: (token) => ({ weaponsCount: 1, receiptNo: token, nilDeclaration: false }),
  },
  {
    command: 'DeliverRights',
    actor: 'intake-01',
    data: (token) => ({ noticeVersion: '2024-12', language: 'ar', receiptNo: token }),
  },
  {
    command: 'HoldCounselling',
    actor: 'pro-01',
    data: (token) => ({ sessionNo: token, interpreterId: 'int-01', packVersion: '1', counselOffered: true }),
  },
  // No unique word: an officer is somebody of the directory.
  { command: 'AssignOfficer', actor: 'sup-01', data: () => ({ officer: 'co-01' }) },
];

/** Not possible before a return was requested, so always refused; and the authority does not see the case before. */
const refusedStep: Step = {
  command: 'ClearReturn',
  actor: 'aut-01',
  data: (token) => ({ decisionNo: token }),
};

/** Who sends it, and whom it names. They see the cases, so they are told why something is refused. */
export const staffOfCases: Readonly<Record<string, Registered>> = {
  ...staff,
  'aut-01': { roles: ['authority'], unit: 'QAIM' },
};

/**
 * Invents what one client sends, from a seed: new cases, steps of its own cases, steps that must be refused.
 */
export class Intents {
  readonly #cases: KnownCase[] = [];
  #count = 0;

  constructor(
    private readonly client: string,
    private readonly random: Random,
  ) {}

  next(): Intent {
    this.#count += 1;
    const name = `${this.client}-${this.#count}`;
    const { random } = this;
    if (this.#cases.length === 0 || random.chance(0.2)) return opening(name);
    const known = random.pick(this.#cases);
    const step = random.chance(0.05) ? refusedStep : random.pick(steps);
    const token = `tok-${name}`;
    return {
      key: `key-${name}`,
      command: step.command,
      actor: step.actor,
      caseId: known.caseId,
      body: { data: step.data(token) },
      token,
      ...(random.chance(0.4) && { ifMatch: `"${known.revision}"` }),
    };
  }

  /** Records the revision of a case from an answer. */
  heard(caseId: string, revision: number): void {
    const known = this.#cases.find((one) => one.caseId === caseId);
    if (known !== undefined) known.revision = revision;
    else this.#cases.push({ caseId, revision });
    // Drops old cases, so that new ones are opened.
    if (this.#cases.length > casesPerClient) this.#cases.shift();
  }
}

const opening = (name: string): Intent => ({
  key: `key-${name}`,
  command: 'RegisterEntry',
  actor: 'intake-01',
  body: {
    occurredAt: enteredAt,
    data: {
      registrationNo: `CHAOS-${name}`,
      nameArabic: 'سامر الحسن',
      nameLatin: 'Samir al-Hasan',
      birthDate: '1988',
      serviceCategory: 'officer',
      crossingPoint: 'AL_QAIM',
      crossedAt: '2024-12-07T06:03:39+03:00',
      language: 'ar',
    },
  },
});
