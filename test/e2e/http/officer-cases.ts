import type { ProposalMade } from '@safeconduct/contracts';
import type { Accepted } from '@safeconduct/engine';
import type { TestServer } from './http-server.js';
import { actorOf, personsOf } from '../../../workflows/officer-case/testing/actors.js';

/** The commands that bring a person from the crossing into a camp. */
export const entry = (
  registrationNo: string,
  name = 'Ahmad Iyad al-Misri',
  nameArabic = 'أحمد إياد المصري',
) => ({
  registrationNo,
  nameArabic,
  nameLatin: name,
  birthDate: '1967',
  serviceCategory: 'officer',
  rank: 'Colonel',
  crossingPoint: 'AL_QAIM',
  crossedAt: '2024-12-07T06:00:21+03:00',
  language: 'ar',
});

const stepsToCamp = [
  { command: 'RecordSurrender', by: 'cus-01', data: { weaponsCount: 1, receiptNo: 'W-1' } },
  {
    command: 'DeliverRights',
    by: 'intake-01',
    data: { noticeVersion: '1', language: 'ar', receiptNo: 'N-1' },
  },
  {
    command: 'RecordIdentity',
    by: 'intake-01',
    data: { sourceType: 'militaryId', documentNo: 'M-1', verified: true },
  },
  {
    command: 'CompleteScreening',
    by: 'co-01',
    confirmedBy: 'sup-01',
    data: { category: 'COMBATANT_INTERNED', reasons: 'in uniform', interpreterId: 'int-01' },
  },
  {
    command: 'PlaceInFacility',
    by: 'sup-01',
    data: { facility: 'QAIM', orderNo: 'PO-1', legalBasis: 'HC V 1907, art. 11' },
  },
] as const;

/** Records what a person wishes. */
export const stateIntention = (
  { engine }: Pick<TestServer, 'engine'>,
  caseId: string,
  intention: string,
): Promise<Accepted> =>
  sent(engine, {
    ...{ target: { caseId }, command: 'StateIntention', actor: actorOf('co-01'), onBehalfOf: 'subject' },
    input: { intention },
  });

/** Gives a case to an officer, who sees it from then on. */
export const assign = (
  { engine }: Pick<TestServer, 'engine'>,
  caseId: string,
  officer: string,
): Promise<Accepted> =>
  sent(engine, {
    ...{ target: { caseId }, command: 'AssignOfficer', input: { officer }, actor: actorOf('sup-01') },
  });

/** Records that a registration was an error. */
export const voidRegistration = ({ engine }: Pick<TestServer, 'engine'>, caseId: string): Promise<Accepted> =>
  sent(engine, {
    ...{ target: { caseId }, command: 'VoidRegistration', input: { proofNo: 'E-1', reason: 'typed twice' } },
    ...personsOf({ by: 'sup-01', confirmedBy: 'co-01' }),
  });

/** What takes commands: the engine of a server in this process. */
type Commands = Pick<TestServer['engine'], 'handle'>;

interface Ended {
  readonly registrationNo: string;
  readonly latin: string;
  readonly arabic: string;
  /** Who is responsible for it; left out: nobody. */
  readonly officer?: string;
}

/** A case that ended so long ago that its person may be erased. */
export async function caseOfLongAgo(
  { engine }: { readonly engine: Commands },
  ended: Ended,
): Promise<string> {
  const { registrationNo, latin, arabic, officer } = ended;
  const at = (day: string) => ({ occurredAt: `2018-12-${day}T09:00:00+03:00`, importedBy: 'sys-import' });
  const input = { ...entry(registrationNo, latin, arabic), crossedAt: at('07').occurredAt };
  const { caseId } = await sent(engine, {
    ...{ target: { workflow: 'officer-case' }, command: 'RegisterEntry', input },
    ...{ actor: actorOf('intake-01'), ...at('07') },
  });
  if (officer !== undefined)
    await sent(engine, {
      ...{ target: { caseId }, command: 'AssignOfficer', input: { officer } },
      ...{ actor: actorOf('sup-01'), ...at('07') },
    });
  await sent(engine, {
    ...{ target: { caseId }, command: 'VoidRegistration', input: { proofNo: 'E-1', reason: 'typed twice' } },
    ...{ ...personsOf({ by: 'sup-01', confirmedBy: 'co-01' }), ...at('08') },
  });
  return caseId;
}

/** Sends something in the name of a person, to an address below `/api/v1/`. An answer that is no success is an error. */
export type Post = <Body>(
  path: string,
  by: string,
  body: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Body>;

/** A data protection officer proposes the erasure of the person, and a key custodian confirms it. */
export async function erase(post: Post, caseId: string): Promise<void> {
  const data = {
    legalGround: 'retentionOver',
    scheduleNo: 'RS-4',
    approvalNo: 'AP-1',
    archiveReceiptNo: 'AR-1',
  };
  const { proposalId, contentHash } = await post<ProposalMade>(
    `cases/${caseId}/commands/DestroySubjectKey`,
    'dpo-01',
    { data },
    { 'x-purpose': 'subjectRequest' },
  );
  await post(`cases/${caseId}/proposals/${proposalId}/confirm`, 'key-01', { contentHash });
}

interface HowFar {
  readonly name?: string;
  readonly nameArabic?: string;
  readonly camped?: boolean;
  readonly upTo?: 'RegisterEntry' | (typeof stepsToCamp)[number]['command'];
}

/** Registers a person and, by default, brings them into the camp at Al-Qaim, or up to a step before that. */
export async function officerCase(
  { engine }: Pick<TestServer, 'engine'>,
  registrationNo: string,
  { name, nameArabic, camped = true, upTo }: HowFar = {},
): Promise<Accepted> {
  let accepted = await sent(engine, {
    target: { workflow: 'officer-case' },
    command: 'RegisterEntry',
    actor: actorOf('intake-01'),
    input: entry(registrationNo, name, nameArabic),
  });
  if (!camped || upTo === 'RegisterEntry') return accepted;
  for (const { data, command, ...persons } of stepsToCamp) {
    const step = { target: { caseId: accepted.caseId }, command, input: data };
    accepted = await sent(engine, { ...step, ...personsOf(persons) });
    if (command === upTo) break;
  }
  return accepted;
}

async function sent(
  engine: Commands,
  command: Parameters<TestServer['engine']['handle']>[0],
): Promise<Accepted> {
  const outcome = await engine.handle(command);
  if (outcome.accepted) return outcome;
  throw new Error(`${command.command}: ${JSON.stringify(outcome.refusal)}`);
}
