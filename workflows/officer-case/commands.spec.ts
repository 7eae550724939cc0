import { describe, expect, it } from '@jest/globals';
import { checkWorkflow, days, findingLine, plus } from '@safeconduct/workflow';
import { officerCase } from './index.js';
import { roles } from './roles.js';
import { prefixes } from './testing/actors.js';
import { send, start, sendAll, type Answer, type CaseRun, type Sending } from './testing/case-run.js';
import { at, leaves, type Leaf } from './testing/state-paths.js';
import { commandNames, samples, type CommandName } from './testing/samples.js';

/** Each command with a state that accepts it, and the state after it. `=`: the state stays. */
const steps: readonly (readonly [CommandName, Leaf, string, Sending?])[] = [
  ['RecordSurrender', 'entered.intake', '='],
  ['DeliverRights', 'entered.screened', '='],
  ['RecordIdentity', 'camped.settled', '='],
  ['CompleteScreening', 'entered.intake', 'entered.screened'],
  ['PlaceInFacility', 'entered.screened', 'camped.settled'],
  ['RaiseAgeDispute', 'entered.screened', 'entered.childTrack'],
  ['RaiseAgeDispute', 'relocating.ready', '='],
  ['DetermineAge', 'entered.childTrack', 'entered.intake'],
  ['DetermineAge', 'entered.childTrack', '=', { variant: 1 }],
  ['TransferToChildProtection', 'entered.childTrack', 'resolved'],
  ['MarkScreeningOverdue', 'entered.intake', '='],
  ['TransferFacility', 'pendingAssurance.seeking', '='],
  ['HoldCounselling', 'relocating.referred', '='],
  ['StateIntention', 'entered.intake', '='],
  ['AssessRisk', 'camped.settled', '='],
  ['AssessRisk', 'camped.returning.cleared', 'camped.settled', { variant: 2 }],
  ['AssessRisk', 'pendingAssurance.returning.inTransit', 'pendingAssurance.effective', { variant: 2 }],
  ['ReviewCustody', 'camped.settled', '='],
  ['ReviewCustody', 'relocating.accepted', '='],
  ['StateIntention', 'resolved', '='],
  ['RecordIcrcAccess', 'entered.intake', '='],
  ['DenyRoute', 'camped.settled', '='],
  ['RenewStay', 'resolved', '='],
  ['DeclareRenunciation', 'camped.settled', '='],
  ['GrantStay', 'pendingAssurance.offered', 'resolved'],
  ['RequestReturn', 'camped.settled', 'camped.returning.requested'],
  ['RequestReturn', 'pendingAssurance.effective', 'pendingAssurance.returning.requested'],
  ['GiveReturnConsent', 'camped.returning.requested', 'camped.returning.consented'],
  ['VerifyVoluntariness', 'camped.returning.consented', 'camped.returning.verified'],
  ['DoubtVoluntariness', 'camped.returning.consented', 'camped.settled'],
  ['ClearReturn', 'pendingAssurance.returning.verified', 'pendingAssurance.returning.cleared'],
  ['DenyClearance', 'camped.returning.verified', 'camped.settled'],
  ['ConfirmReception', 'camped.returning.cleared', '='],
  ['RefuseReception', 'pendingAssurance.returning.cleared', 'pendingAssurance.effective'],
  ['AddToManifest', 'camped.returning.cleared', 'camped.returning.manifested'],
  ['RemoveFromManifest', 'camped.returning.manifested', 'camped.returning.cleared'],
  ['StartMovement', 'camped.returning.manifested', 'camped.returning.inTransit'],
  ['AbortMovement', 'camped.returning.inTransit', 'camped.returning.manifested'],
  ['AbortMovement', 'camped.returning.inTransit', 'camped.settled', { variant: 1 }],
  ['GiveReturnConsent', 'pendingAssurance.returning.manifested', 'pendingAssurance.returning.consented'],
  ['GiveDisclosureConsent', 'camped.returning.requested', '='],
  ['ConfirmHandover', 'camped.returning.inTransit', 'returned.monitoring'],
  ['ConfirmHandover', 'pendingAssurance.returning.inTransit', 'returned.monitoring'],
  ['WithdrawConsent', 'camped.returning.inTransit', 'camped.settled'],
  ['ExpireReturnConsent', 'camped.returning.manifested', 'camped.returning.requested'],
  ['OpenAssuranceRoute', 'camped.settled', 'pendingAssurance.seeking'],
  ['GiveDisclosureConsent', 'pendingAssurance.seeking', '='],
  ['AcceptAssurance', 'pendingAssurance.assessed', 'pendingAssurance.effective'],
  ['DeclineAssurance', 'pendingAssurance.assessed', 'pendingAssurance.seeking'],
  ['CloseAssuranceRoute', 'pendingAssurance.requested', 'camped.settled'],
  ['RequestAssurance', 'pendingAssurance.seeking', 'pendingAssurance.requested'],
  ['RecordAssurance', 'pendingAssurance.requested', 'pendingAssurance.offered'],
  ['RecordRefusal', 'pendingAssurance.requested', 'pendingAssurance.seeking'],
  ['AssessAssurance', 'pendingAssurance.offered', 'pendingAssurance.assessed'],
  ['AssessAssurance', 'pendingAssurance.offered', 'pendingAssurance.requested', { variant: 1 }],
  ['AssessAssurance', 'pendingAssurance.offered', 'pendingAssurance.seeking', { variant: 2 }],
  ['MarkAssuranceOverdue', 'pendingAssurance.requested', '='],
  ['MarkAssuranceReviewDue', 'pendingAssurance.effective', '='],
  ['ExpireAssurance', 'pendingAssurance.returning.manifested', 'pendingAssurance.seeking'],
  ['OpenRelocation', 'pendingAssurance.offered', 'relocating.referred'],
  ['AssessRelocation', 'relocating.referred', 'relocating.assessed'],
  ['AssessRelocation', 'relocating.referred', 'camped.settled', { variant: 1 }],
  ['GiveRelocationConsent', 'relocating.assessed', 'relocating.consented'],
  ['SubmitToCountry', 'relocating.consented', 'relocating.submitted'],
  ['RecordDenial', 'relocating.submitted', 'relocating.assessed'],
  ['RecordAcceptance', 'relocating.submitted', 'relocating.accepted'],
  ['RecordAcceptance', 'relocating.exitPending', '='],
  ['RecordInterview', 'relocating.submitted', '='],
  ['RecordDeferral', 'relocating.submitted', '='],
  ['RecordSplitDecision', 'relocating.submitted', 'relocating.splitReview'],
  ['ResolveSplit', 'relocating.splitReview', 'relocating.accepted'],
  ['ResolveSplit', 'relocating.splitReview', 'relocating.assessed', { variant: 1 }],
  ['RevokeAcceptance', 'relocating.ready', 'relocating.assessed'],
  ['RecordRefusalAtDestination', 'relocating.inTransit', 'camped.settled'],
  ['RecordRefusalAtDestination', 'relocating.inTransit', 'relocating.accepted', { variant: 1 }],
  ['CloseRelocation', 'relocating.predeparture', 'camped.settled'],
  ['RequestExit', 'relocating.accepted', 'relocating.exitPending'],
  ['GrantExit', 'relocating.exitPending', 'relocating.predeparture'],
  ['RefuseExit', 'relocating.exitPending', 'relocating.accepted'],
  ['CompletePreDeparture', 'relocating.predeparture', 'relocating.ready'],
  ['ConfirmDeparture', 'relocating.ready', 'relocating.inTransit'],
  ['ConfirmArrival', 'relocating.inTransit', 'resolved'],
  ['WithdrawRelocation', 'relocating.ready', 'camped.settled'],
  ['ExpireRelocationValidity', 'relocating.ready', 'relocating.accepted'],
  ['RecordContact', 'returned.alert', '='],
  ['RecordContact', 'returned.overdue', 'returned.monitoring'],
  ['RecordContact', 'returned.monitoring', 'returned.alert', { variant: 1 }],
  ['RecordContact', 'returned.overdue', 'returned.alert', { variant: 1 }],
  ['MarkMonitoringOverdue', 'returned.monitoring', 'returned.overdue'],
  ['ReportIncident', 'returned.monitoring', 'returned.alert'],
  ['ResolveAlert', 'returned.alert', 'returned.monitoring'],
  ['CloseMonitoring', 'returned.monitoring', 'resolved'],
  ['ReopenCase', 'resolved', 'camped.settled'],
  ['FileAppeal', 'resolved', '='],
  ['RequestCorrection', 'entered.intake', '='],
  ['ReportMissing', 'entered.screened', '='],
  ['RecordSpontaneousDeparture', 'pendingAssurance.seeking', 'resolved'],
  ['RecordDeath', 'returned.alert', 'resolved'],
  ['RecordIrregularCrossing', 'camped.returning.verified', 'returned.alert'],
  ['ContestHandover', 'camped.returning.inTransit', '='],
  ['ContestHandover', 'returned.monitoring', 'returned.alert'],
  ['WithdrawConsent', 'camped.settled', '='],
  ['WithdrawConsent', 'returned.monitoring', 'returned.alert'],
  ['RecordReEntry', 'returned.overdue', 'entered.intake'],
  ['TransferToJustice', 'camped.settled', 'resolved'],
  ['RecordLateFact', 'resolved', '='],
  ['PlaceHold', 'returned.monitoring', '='],
  ['AssignOfficer', 'resolved', '='],
  ['RecordNote', 'resolved', '='],
  ['RestrictErasure', 'resolved', '='],
  ['DestroySubjectKey', 'resolved', '='],
];
const monthLater = plus(at('camped.settled').now, days(31));
const searched = sendAll(
  ['ReportMissing', 'RecordSearch', 'RecordSearch', ['RecordSearch', { at: monthLater }]],
  at('camped.settled'),
);

/** Each command that another case than the usual one in a state accepts, with the state after it. */
const prepared: readonly (readonly [CommandName, CaseRun, string])[] = [
  ['ReferCivilian', sendAll([['CompleteScreening', { variant: 2 }]], at('entered.intake')), 'resolved'],
  ['VoidRegistration', sendAll(['RegisterEntry']), 'resolved'],
  ['VerifyRenunciation', sendAll(['DeclareRenunciation'], at('camped.settled')), '='],
  ['ReleaseHold', sendAll(['PlaceHold'], at('relocating.ready')), '='],
  ['LiftErasureRestriction', sendAll(['RestrictErasure'], at('resolved')), '='],
  ['ReviewHold', sendAll(['PlaceHold'], at('camped.settled')), '='],
  ['ConfirmBroughtBack', sendAll(['AbortMovement'], at('camped.returning.inTransit')), '='],
  ['RecordSearch', sendAll(['ReportMissing'], at('camped.settled')), '='],
  ['Locate', sendAll(['ReportMissing'], at('relocating.ready')), '='],
  ['CloseAsAbsconded', searched, 'resolved'],
  ['DecideAppeal', sendAll([['FileAppeal', { variant: 2 }]], at('camped.settled')), '='],
  [
    'DecideAppeal',
    sendAll(['DenyClearance', 'FileAppeal'], at('camped.returning.verified')),
    'camped.returning.verified',
  ],
  ['DecideAppeal', sendAll([['FileAppeal', { variant: 1 }]], at('resolved')), 'camped.settled'],
  ['ApproveCorrection', sendAll(['RequestCorrection'], at('relocating.ready')), '='],
  [
    'ApproveCorrection',
    sendAll(['RecordDeath', ['RequestCorrection', { variant: 1 }]], at('camped.settled')),
    'camped.settled',
  ],
  ['RejectCorrection', sendAll(['RequestCorrection'], at('returned.alert')), '='],
];

const codeOf = (answer: Answer) =>
  'refusal' in answer ? answer.refusal.code : answer.accepted ? 'accepted' : 'COMMAND_INVALID';

describe('officer-case', () => {
  it('has nothing that a check of its definition would find', () => {
    expect(checkWorkflow(officerCase).map(findingLine)).toEqual([]);
  });

  it('opens a case at the intake', () => {
    expect(sendAll(['RegisterEntry']).folded?.state).toBe('entered.intake');
  });

  it.each(leaves.map((leaf) => [leaf]))('reaches %s', (leaf) => {
    expect(at(leaf).folded?.state).toBe(leaf);
  });

  it.each(steps.map(([name, leaf, to, sending = {}]) => ({ name, leaf, to, sending })))(
    'accepts $name in $leaf and is then in $to',
    ({ name, leaf, to, sending }) => {
      const { answer, run } = send(at(leaf), name, sending);
      expect(codeOf(answer)).toBe('accepted');
      expect(run.folded?.state).toBe(to === '=' ? leaf : to);
    },
  );

  it.each(prepared.map(([name, ready, to]) => ({ name, ready, to })))(
    'accepts $name where the case is ready for it, and is then in $to',
    ({ name, ready, to }) => {
      const { answer, run } = send(ready, name);
      expect(codeOf(answer)).toBe('accepted');
      expect(run.folded?.state).toBe(to === '=' ? ready.folded?.state : to);
    },
  );

  it('has a step above for every command', () => {
    const shown = new Set<string>(['RegisterEntry', ...[...steps, ...prepared].map(([name]) => name)]);
    expect(commandNames.filter((name) => !shown.has(name))).toEqual([]);
  });
});

const whereItBelongs = new Map<CommandName, CaseRun>([
  ...steps.map(([name, leaf]) => [name, at(leaf)] as const),
  ...prepared.map(([name, ready]) => [name, ready] as const),
]);
const before = (name: CommandName) => whereItBelongs.get(name) ?? start;

describe.each(commandNames.map((name) => [name]))('%s', (name) => {
  const command = officerCase.commands.get(name);
  const leavesOutside = leaves.filter((leaf) =>
    (command?.yields ?? []).every((type) => officerCase.chart.candidates(leaf, type).length === 0),
  );

  it('refuses a role that may not send it, with NOT_PERMITTED', () => {
    const others = roles.filter((role) => command?.roles.includes(role) === false);
    expect(others.length).toBeGreaterThan(0);
    for (const role of others) {
      expect(codeOf(send(before(name), name, { by: `${prefixes[role]}9` }).answer)).toBe('NOT_PERMITTED');
    }
  });

  it('refuses an actor with an unknown role, with NOT_PERMITTED', () => {
    expect(codeOf(send(before(name), name, { by: 'somebody' }).answer)).toBe('NOT_PERMITTED');
  });

  it('is refused in every state that does not know it, with WRONG_STATE', () => {
    const runs = [...leavesOutside.map((leaf) => at(leaf)), ...(name === 'RegisterEntry' ? [] : [start])];
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      if (run.folded === undefined) continue;
      expect(codeOf(send(run, name).answer)).toBe('WRONG_STATE');
    }
  });

  if (samples[name].confirmedBy !== undefined) {
    it('refuses to be sent by one person, with SECOND_PERSON_REQUIRED and SECOND_PERSON_INVALID', () => {
      const { by } = samples[name];
      expect(codeOf(send(before(name), name, { confirmedBy: null }).answer)).toBe('SECOND_PERSON_REQUIRED');
      expect(codeOf(send(before(name), name, { confirmedBy: by }).answer)).toBe('SECOND_PERSON_INVALID');
      expect(codeOf(send(before(name), name, { confirmedBy: 'aud-1' }).answer)).toBe('SECOND_PERSON_INVALID');
    });
  }

  it('refuses a field it does not know, with COMMAND_INVALID', () => {
    const [usual] = samples[name].inputs(start.now);
    const input = { ...(usual as object), unheardOf: true };
    expect(codeOf(send(before(name), name, { input }).answer)).toBe('COMMAND_INVALID');
  });
});

/** The guards of each command, from the transition table; commands without a line have none. */
const askedBy: Readonly<Record<string, readonly string[]>> = {
  DeliverRights: ['G-INTERPRETER'],
  CompleteScreening: ['G-DIS', 'G-ID1', 'G-RIGHTS', 'G-INTERPRETER'],
  ReferCivilian: ['G-CIVILIAN'],
  VoidRegistration: ['G-VOID'],
  DetermineAge: ['G-CHILD'],
  TransferToChildProtection: ['G-CHILD'],
  PlaceInFacility: ['G-FAC', 'G-SCR'],
  TransferFacility: ['G-FAC', 'G-NOHOLD'],
  RecordIdentity: ['G-HOST'],
  HoldCounselling: ['G-HOST', 'G-INTERPRETER'],
  StateIntention: ['G-HOST'],
  RecordIcrcAccess: ['G-HOST'],
  AssessRisk: ['G-HOST', 'G-COUNSEL-RISK'],
  ReviewCustody: ['G-REVIEW'],
  RenewStay: ['G-STAY'],
  DeclareRenunciation: ['G-RIGHTS'],
  VerifyRenunciation: ['G-OBSERVED'],
  GrantStay: ['G-NOHOLD', 'G-ID2'],
  RequestReturn: ['G-ADULT', 'G-ASR'],
  GiveReturnConsent: ['G-COUNSEL', 'G-ADULT'],
  VerifyVoluntariness: ['G-4E'],
  ClearReturn: ['G-RISK', 'G-NOHOLD', 'G-ASR'],
  AddToManifest: ['G-CONSENT', 'G-RISK', 'G-RCV', 'G-COOL', 'G-NOHOLD', 'G-ASR'],
  ConfirmReception: ['G-DISC'],
  StartMovement: ['G-CONSENT', 'G-RECON', 'G-RISK', 'G-NOHOLD', 'G-ASR'],
  ConfirmBroughtBack: ['G-BRING-BACK'],
  ConfirmHandover: ['G-CONSENT', 'G-RISK', 'G-NOHOLD', 'G-ASR', 'G-UNDISPUTED'],
  OpenAssuranceRoute: ['G-ADULT'],
  GiveDisclosureConsent: ['G-COUNSEL'],
  AcceptAssurance: ['G-LAWYER', 'G-INSTRUMENT'],
  RequestAssurance: ['G-DISC'],
  AssessAssurance: ['G-CRITERIA'],
  OpenRelocation: ['G-ADULT', 'G-RIGHTS'],
  AssessRelocation: ['G-ID2', 'G-REN'],
  GiveRelocationConsent: ['G-COUNSEL', 'G-WISHED'],
  SubmitToCountry: ['G-CONSENT-COUNTRY', 'G-RISK-COUNTRY'],
  RecordDenial: ['G-SUBMITTED'],
  RecordAcceptance: ['G-SUBMITTED'],
  RecordInterview: ['G-INTERPRETER'],
  RecordDeferral: ['G-SUBMITTED'],
  RecordSplitDecision: ['G-SUBMITTED'],
  RevokeAcceptance: ['G-SUBMITTED'],
  RequestExit: ['G-NOHOLD'],
  GrantExit: ['G-ID2'],
  ConfirmDeparture: ['G-CONSENT-DEPARTURE', 'G-NOHOLD', 'G-AUTH', 'G-ADMISSION', 'G-RISK-ADMISSION'],
  CloseMonitoring: ['G-CONTACT', 'G-PLAN'],
  ReopenCase: ['G-REOPEN', 'G-REOPEN-BY'],
  FileAppeal: ['G-APPEAL-NO', 'G-APPEALS-MAX'],
  DecideAppeal: ['G-APPEALED', 'G-APPEAL-KNOWN', 'G-APPEAL-4E'],
  RequestCorrection: ['G-CORRECTION-NO', 'G-CORRECTIONS-MAX'],
  ApproveCorrection: ['G-CORRECTION', 'G-CORRECTION-KNOWN', 'G-CORRECTION-4E'],
  RejectCorrection: ['G-CORRECTION', 'G-CORRECTION-KNOWN', 'G-CORRECTION-4E'],
  ReportMissing: ['G-NOT-MISSING'],
  RecordSearch: ['G-MISSING'],
  Locate: ['G-MISSING'],
  CloseAsAbsconded: ['G-MISSING', 'G-SEARCH'],
  RecordIrregularCrossing: ['G-CONSENT', 'G-RISK', 'G-NOHOLD', 'G-ASR'],
  RecordReEntry: ['G-ID1'],
  TransferToJustice: ['G-RISK-DESTINATION', 'G-NOAPPEAL'],
  PlaceHold: ['G-HOLDER', 'G-HOLD-NO', 'G-HOLDS-MAX'],
  ReviewHold: ['G-HELD', 'G-HOLD-KNOWN'],
  ReleaseHold: ['G-HELD', 'G-RELEASE'],
  RestrictErasure: ['G-NOT-ERASED', 'G-RESTRICTION-NO', 'G-RESTRICTIONS-MAX'],
  LiftErasureRestriction: ['G-RESTRICTED', 'G-RESTRICTION-KNOWN'],
  DestroySubjectKey: ['G-NOT-ERASED', 'G-RETAIN', 'G-NOHOLD-ERASURE', 'G-UNRESTRICTED', 'G-NOAPPEAL'],
};

describe('the commands', () => {
  it('ask exactly the guards of the transition table', () => {
    const found = [...officerCase.commands.values()]
      .map(
        ({ name, guards: list }) => [name, list.map(({ id }) => id).filter((id) => id !== 'G-DUE')] as const,
      )
      .filter(([, ids]) => ids.length > 0);
    expect(Object.fromEntries(found)).toEqual(askedBy);
  });

  it('have no guards for a withdrawal', () => {
    for (const name of ['WithdrawConsent', 'WithdrawRelocation']) {
      expect(officerCase.commands.get(name)).toMatchObject({ guards: [], alwaysHeard: true, onBehalf: true });
    }
  });
});
