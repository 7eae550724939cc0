import { days, hours, plus, type Instant } from '@safeconduct/workflow';
import type { Missing } from '../fates/facts.js';
import { officerCase } from '../index.js';
import { roles } from '../roles.js';
import { prefixes } from './actors.js';
import { send, start, type Answer, type CaseRun, type Sending } from './case-run.js';
import type { Leaf } from './state-paths.js';
import { commandNames, samples, type CommandName } from './samples.js';

/** One random choice: the kind of step, which step of that kind, and how long it waits. */
export interface Choice {
  readonly kind: 'forward' | 'open' | 'deadline' | 'stray';
  readonly number: number;
  readonly wait: number;
}

/** One command that was sent, accepted or refused. */
export interface Attempt {
  readonly before: CaseRun;
  readonly name: CommandName;
  readonly sending: Sending;
  readonly answer: Answer;
  readonly after: CaseRun;
}

/**
 * A random walk through the procedure. Most steps lead on, so that the late states are reached. After a
 * refusal the step that the guard asks for usually follows. The other steps are open commands, due deadlines,
 * and commands that should be refused.
 */
export function randomWalk(choices: readonly Choice[]): readonly Attempt[] {
  const attempts = [attempt(start, 'RegisterEntry', {})];
  for (const choice of choices) attempts.push(step(attempts.at(-1), choice));
  return attempts;
}

/** Lists the usual step three times, so that most walks go on. */
const mostly = (usual: CommandName, ...others: readonly CommandName[]): readonly CommandName[] => [
  ...[usual, usual, usual],
  ...others,
];

const track = {
  requested: mostly('GiveReturnConsent'),
  consented: mostly('VerifyVoluntariness', 'DoubtVoluntariness'),
  verified: mostly('ClearReturn', 'DenyClearance'),
  cleared: mostly('AddToManifest', 'RefuseReception'),
  manifested: mostly('StartMovement', 'RemoveFromManifest'),
  inTransit: ['ConfirmHandover', 'ConfirmHandover', 'AbortMovement'] as const,
};

const leadingOn: Readonly<Record<Leaf, readonly CommandName[]>> = {
  'entered.intake': ['RecordSurrender', 'DeliverRights', 'RecordIdentity', 'CompleteScreening'],
  'entered.screened': mostly('PlaceInFacility', 'ReferCivilian'),
  'entered.childTrack': mostly('DetermineAge', 'TransferToChildProtection'),
  'camped.settled': ['RequestReturn', 'OpenAssuranceRoute', 'OpenAssuranceRoute', 'OpenRelocation'],
  'camped.returning.requested': track.requested,
  'camped.returning.consented': track.consented,
  'camped.returning.verified': track.verified,
  'camped.returning.cleared': track.cleared,
  'camped.returning.manifested': track.manifested,
  'camped.returning.inTransit': track.inTransit,
  'pendingAssurance.seeking': ['RequestAssurance'],
  'pendingAssurance.requested': mostly('RecordAssurance', 'RecordRefusal'),
  'pendingAssurance.offered': ['AssessAssurance'],
  'pendingAssurance.assessed': mostly('AcceptAssurance', 'DeclineAssurance'),
  'pendingAssurance.effective': mostly('RequestReturn', 'OpenRelocation'),
  'pendingAssurance.returning.requested': track.requested,
  'pendingAssurance.returning.consented': track.consented,
  'pendingAssurance.returning.verified': track.verified,
  'pendingAssurance.returning.cleared': track.cleared,
  'pendingAssurance.returning.manifested': track.manifested,
  'pendingAssurance.returning.inTransit': track.inTransit,
  'relocating.referred': ['AssessRelocation'],
  'relocating.assessed': ['GiveRelocationConsent'],
  'relocating.consented': ['SubmitToCountry'],
  'relocating.submitted': mostly(
    'RecordAcceptance',
    ...(['RecordDenial', 'RecordSplitDecision', 'RecordInterview', 'RecordDeferral'] as const),
  ),
  'relocating.splitReview': ['ResolveSplit'],
  'relocating.accepted': ['RequestExit'],
  'relocating.exitPending': mostly('GrantExit', 'RefuseExit'),
  'relocating.predeparture': ['CompletePreDeparture'],
  'relocating.ready': ['ConfirmDeparture'],
  'relocating.inTransit': mostly('ConfirmArrival', 'RecordRefusalAtDestination'),
  'returned.monitoring': ['RecordContact', 'CloseMonitoring', 'ReportIncident'],
  'returned.overdue': ['RecordContact'],
  'returned.alert': ['ResolveAlert'],
  resolved: mostly(
    'ReopenCase',
    'AssignOfficer',
    'RecordReEntry',
    'Locate',
    'RecordLateFact',
    'RenewStay',
    'RenewStay',
  ),
};

/** The command that removes the reason of a refusal, by its code. */
const remedies: Readonly<Record<string, readonly [CommandName, Sending?]>> = {
  SURRENDER_NOT_RECORDED: ['RecordSurrender'],
  IDENTITY_NOT_RECORDED: ['RecordIdentity'],
  RIGHTS_NOT_DELIVERED: ['DeliverRights'],
  RIGHTS_NOT_UNDERSTOOD: ['DeliverRights', { variant: 1 }],
  NOT_COUNSELLED: ['HoldCounselling'],
  COUNSELLING_TOO_OLD: ['HoldCounselling'],
  COUNSELLED_WITHOUT_LAWYER: ['HoldCounselling'],
  RENUNCIATION_NOT_DECLARED: ['DeclareRenunciation'],
  RENUNCIATION_NOT_VERIFIED: ['VerifyRenunciation'],
  RISK_NOT_ASSESSED: ['AssessRisk'],
  RISK_NOT_EXCLUDED: ['AssessRisk'],
  RISK_ASSESSMENT_TOO_OLD: ['AssessRisk'],
  RECEPTION_NOT_CONFIRMED: ['ConfirmReception'],
  CONSENT_EXPIRED: ['ExpireReturnConsent'],
  DISCLOSURE_NOT_AGREED: ['GiveDisclosureConsent'],
  CONTACT_MISSING: ['RecordContact'],
  LAST_CONTACT_OF_CONCERN: ['RecordContact'],
  ASSURANCE_ENDED: ['ExpireAssurance'],
  REOPENS_ELSEWHERE: ['ReopenCase', { variant: 1 }],
  PERSON_MISSING: ['Locate'],
  APPEAL_PENDING: ['DecideAppeal', { variant: 1 }],
  REOPENED_BY_OTHER_COMMAND: ['RequestCorrection', { variant: 1 }],
  HANDOVER_DISPUTED: ['AbortMovement'],
  ADMISSION_EXPIRED: ['ExpireRelocationValidity'],
  EXIT_PERMIT_EXPIRED: ['ExpireRelocationValidity'],
};

function step(last: Attempt | undefined, choice: Choice): Attempt {
  const run = last?.after ?? start;
  const state = run.folded?.state as Leaf;
  const remedy = last === undefined ? undefined : remedyFor(last.answer, run);
  if (remedy !== undefined && choice.kind !== 'stray') return attempt(run, remedy[0], remedy[1] ?? {});
  switch (choice.kind) {
    case 'forward': {
      const open = answering(run);
      if (open !== undefined && choice.wait % 3 === 0) return attempt(run, open[0], open[1] ?? {});
      // Mostly the usual input; every fifth time another input of the sample.
      const variant = choice.number % 5 === 0 ? choice.number : 0;
      return attempt(run, pick(leadingOn[state], choice.number), { variant });
    }
    case 'open':
      return attempt(run, pick(openIn(state), choice.number), {
        variant: choice.wait,
        at: plus(run.now, hours(choice.wait % 200)),
      });
    case 'deadline':
      return atDeadline(run, choice);
    case 'stray':
      return attempt(run, pick(commandNames, choice.number), {
        variant: choice.wait,
        by: pick(everybody, choice.wait),
        confirmedBy: pick([null, ...everybody], choice.number),
      });
  }
}

/** The command that ends something which stands open beside the state. */
function answering({ folded, now }: CaseRun): readonly [CommandName, Sending?] | undefined {
  if (folded?.facts.bringBackFrom !== undefined) return ['ConfirmBroughtBack'];
  if ((folded?.facts.appeals.length ?? 0) > 0) return ['DecideAppeal'];
  if ((folded?.facts.corrections.length ?? 0) > 0) return ['ApproveCorrection'];
  if (folded?.facts.missing !== undefined) return answerToMissing(folded.facts.missing, now);
  return undefined;
}

function answerToMissing({ at, searches }: Missing, now: Instant): readonly [CommandName, Sending?] {
  if (searches < 3) return ['RecordSearch'];
  const closesAt = plus(at, days(30));
  return searches % 2 === 0 ? ['Locate'] : ['CloseAsAbsconded', { at: now > closesAt ? now : closesAt }];
}

const everybody = roles.map((role) => `${prefixes[role]}1`);

/** The commands that are open in a state and that people send. */
function openIn(state: Leaf): readonly CommandName[] {
  const open = commandNames.filter((name) => {
    const command = officerCase.commands.get(name);
    return command?.yields.some((type) => officerCase.chart.candidates(state, type).length > 0) === true;
  });
  return open.filter((name) => samples[name].by !== 'sys-deadlines');
}

/** Sends the command of a deadline when it is due; without a deadline it lets a day pass. */
function atDeadline(run: CaseRun, { number }: Choice): Attempt {
  const due = Object.entries(run.folded === undefined ? {} : officerCase.dueDates(run.folded));
  const sent = due.filter(([name]) => officerCase.deadlines[name]?.then !== undefined);
  const [deadline = '', dueAt = ''] = sent[number % sent.length] ?? [];
  const name = commandNames.find((each) => each === officerCase.deadlines[deadline]?.then);
  return name === undefined
    ? attempt(run, 'AssignOfficer', { variant: number, at: plus(run.now, days(1)) })
    : attempt(run, name, {
        input: { deadline, dueAt },
        at: dueAt > run.now ? dueAt : run.now,
      });
}

function remedyFor(answer: Answer, { folded, now }: CaseRun): readonly [CommandName, Sending?] | undefined {
  const code = 'refusal' in answer ? (answer.refusal.refusals?.[0]?.code ?? '') : '';
  if (code === 'COOLING_OFF_RUNNING') return ['AddToManifest', { at: plus(now, hours(24)) }];
  if (code === 'OBSERVATION_RUNNING') return ['VerifyRenunciation', { at: plus(now, days(90)) }];
  const holdNo = folded?.facts.holds[0]?.holdNo;
  return code === 'HOLD_ACTIVE' ? ['ReleaseHold', { variant: holdNo === 'HOLD-2' ? 1 : 0 }] : remedies[code];
}

function attempt(before: CaseRun, name: CommandName, sending: Sending): Attempt {
  const { answer, run } = send(before, name, sending);
  return { before, name, sending, answer, after: run };
}

function pick<A>(among: readonly A[], number: number): A {
  const picked = among[number % among.length];
  if (picked === undefined) throw new Error('nothing to choose from');
  return picked;
}
