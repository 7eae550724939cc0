import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { days, defineWorkflow, plus, type Actor, type Workflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import type { SentCommand } from '../commands/sent-command.js';
import { createEngine, type Engine } from '../engine.js';
import { StoreUnavailableError } from '../errors.js';
import { readStream } from '../events/read-stream.js';
import { caseStream, proposalsStream, refusalsStream } from '../events/streams.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, codeOf, proposedBy as waiting, refusalOf } from '../testing/outcomes.js';
import type { Proposed } from './propose.js';

const start = '2025-03-01T08:00:00.000Z';
const [clerk, head] = [namedActor('clerk-1'), namedActor('head-1')];
const target = { workflow: 'template', naturalKey: 'R-1' };

let clock: ReturnType<typeof fixedClock>;
let ids: ReturnType<typeof countingIds>;
let events: EventStore;
let engine: Engine;
let caseId: string;
/** Those whose roles have changed since they signed in. */
let people: Map<string, Actor | undefined>;

const actorOf = (id: string) => (people.has(id) ? people.get(id) : namedActor(id));
const register = { actorOf, recordedActorOf: actorOf };

const engineOver = (store: EventStore, workflow: Workflow = template) =>
  createEngine({ events: store, keys: fixedKeyRing(), clock, ids, people: register }, [workflow], {
    reads: 'open',
  });

beforeEach(async () => {
  clock = fixedClock(start);
  ids = countingIds();
  events = openMemoryEvents({ clock });
  people = new Map();
  engine = engineOver(events);
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  const opening = { target: { workflow: 'template' }, command: 'OpenRequest', input, actor: clerk };
  ({ caseId } = await accepted(engine.handle(opening)));
});

const grant = (more: Partial<SentCommand> = {}): SentCommand => ({
  ...{ target, command: 'GrantRequest', input: { decisionNo: 'D-1' }, actor: clerk, commandId: 'k-1' },
  ...more,
});
const note = (more: Partial<SentCommand> = {}): SentCommand => ({
  ...{ target, command: 'AddNote', input: { note: 'n' }, actor: clerk },
  ...more,
});
const decline: SentCommand = { target, command: 'DeclineRequest', input: { reason: 'r' }, actor: head };

const propose = (more: Partial<SentCommand> = {}, by: Engine = engine) =>
  waiting(by.proposals.handleOrPropose(grant(more)));
const confirm = ({ proposalId, contentHash }: Proposed, by: Actor = head, through: Engine = engine) =>
  through.proposals.confirm({ caseId, proposalId, by, contentHash });
const reject = ({ proposalId }: Proposed, by: Actor = head) =>
  engine.proposals.reject({ caseId, proposalId, by, reason: 'not now' });
const withdraw = ({ proposalId }: Proposed, by: Actor = clerk) =>
  engine.proposals.withdraw({ caseId, proposalId, by });

const typesIn = async (stream: string) => (await readStream(events, stream)).map(({ type }) => type);
const inCase = () => typesIn(caseStream(caseId));
const inProposals = () => typesIn(proposalsStream(caseId));
const refusedCodes = async () =>
  (await readStream(events, refusalsStream(caseId))).map(
    ({ data }) => (JSON.parse(data) as { code: string }).code,
  );
const shown = async () => engine.queries.proposalsOfCase(testReader, { caseId });

describe('a command that needs a second person and comes without one', () => {
  it('waits as a proposal beside its case, whose revision does not move', async () => {
    const proposal = await propose();
    expect(proposal).toMatchObject({
      ...{ caseId, command: 'GrantRequest', repeated: false, status: 'open', confirmedBy: ['head'] },
      expiresAt: plus(start, days(7)),
    });
    expect(await inCase()).toEqual(['RequestOpened']);
    expect(await inProposals()).toEqual(['StepProposed']);
  });

  it('expires when its workflow says so', async () => {
    const { GrantRequest } = template.source.commands;
    const hasty = defineWorkflow({
      ...template.source,
      commands: { ...template.source.commands, GrantRequest: { ...GrantRequest, confirmedWithinMs: 60_000 } },
    } as never);
    const { expiresAt } = await propose({}, engineOver(events, hasty));
    expect(expiresAt).toBe('2025-03-01T08:01:00.000Z');
  });

  it('is one proposal however often it is sent under one id, and refused with other content', async () => {
    const first = await propose();
    expect(await propose()).toEqual({ ...first, repeated: true });
    const other = engine.proposals.handleOrPropose(grant({ input: { decisionNo: 'D-2' } }));
    expect(await codeOf(other)).toBe('COMMAND_ID_REUSED');
    const taken = note({ commandId: 'k-2' });
    await accepted(engine.handle(taken));
    expect(await codeOf(engine.proposals.handleOrPropose(grant({ commandId: 'k-2' })))).toBe(
      'COMMAND_ID_REUSED',
    );
    expect(await inProposals()).toEqual(['StepProposed']);
  });

  it('is refused at once where no second person could change that, and the refusal is on record', async () => {
    const codes = [
      await codeOf(engine.proposals.handleOrPropose(grant({ actor: head }))),
      await codeOf(engine.proposals.handleOrPropose(grant({ actor: { id: 'x', roles: [] } }))),
      await codeOf(engine.proposals.handleOrPropose(grant({ input: {} }))),
      await codeOf(engine.proposals.handleOrPropose(grant({ occurredAt: '2025-02-01T00:00:00Z' }))),
      await codeOf(engine.proposals.handleOrPropose(grant({ occurredAt: '2026-02-01T00:00:00Z' }))),
      await codeOf(engine.proposals.handleOrPropose(grant({ expectedRevision: 3n }))),
      await codeOf(engine.proposals.handleOrPropose(grant({ target: { ...target, naturalKey: 'R-2' } }))),
    ];
    expect(codes).toEqual([
      ...['NOT_PERMITTED', 'NOT_PERMITTED', 'COMMAND_INVALID', 'OCCURRED_BEFORE_LAST_EVENT'],
      ...['OCCURRED_IN_FUTURE', 'REVISION_CONFLICT', 'CASE_NOT_FOUND'],
    ]);
    expect(await inProposals()).toEqual([]);
    expect(await refusedCodes()).toHaveLength(4);
  });

  it('is taken at once when its second person comes with it', async () => {
    const sent = grant({ confirmation: { by: head } });
    expect(await codeOf(engine.proposals.handleOrPropose(sent))).toBe('accepted');
    expect(await codeOf(engine.proposals.handleOrPropose(note()))).toBe('accepted');
    expect(await inProposals()).toEqual([]);
  });
});

describe('an opening command that needs a second person', () => {
  const { OpenRequest } = template.source.commands;
  const careful = defineWorkflow({
    ...template.source,
    commands: { ...template.source.commands, OpenRequest: { ...OpenRequest, confirmedBy: ['head'] } },
  } as never);
  const open = (requestNo: string) => ({
    ...{ target: { workflow: 'template' }, command: 'OpenRequest', actor: clerk },
    input: { requestNo, name: 'A', nameArabic: 'ا' },
  });

  it('waits as a proposal of a case that is not open yet, and opens it', async () => {
    engine = engineOver(events, careful);
    const proposal = await waiting(engine.proposals.handleOrPropose(open('R-2')));
    const named = { ...proposal, by: head };
    expect(await engine.queries.proposalsOfCase(testReader, named)).toMatchObject([
      { caseNow: undefined, proposed: { state: null, revision: '-1' }, confirmableBy: ['head'] },
    ]);
    const confirmed = await accepted(engine.proposals.confirm(named));
    expect(confirmed).toMatchObject({ caseId: proposal.caseId, reference: 'R-2', revision: 0n });
    expect(await accepted(engine.proposals.confirm(named))).toMatchObject({ repeated: true });
  });

  it('is refused with CASE_EXISTS where the case is open, also when it was opened meanwhile', async () => {
    engine = engineOver(events, careful);
    expect(await codeOf(engine.proposals.handleOrPropose(open('R-1')))).toBe('CASE_EXISTS');
    const [one, other] = [
      await waiting(engine.proposals.handleOrPropose(open('R-2'))),
      await waiting(engine.proposals.handleOrPropose(open('R-2'))),
    ];
    await accepted(engine.proposals.confirm({ ...one, by: head }));
    expect(await codeOf(engine.proposals.confirm({ ...other, by: head }))).toBe('CASE_EXISTS');
  });
});

describe('a confirmation of a proposal', () => {
  it('takes the step with both persons, and the event names the proposal', async () => {
    const proposal = await propose({ onBehalfOf: 'subject', purpose: 'grant' });
    clock.set('2025-03-02T08:00:00.000Z');
    const { events: taken, occurredAt } = await accepted(confirm(proposal));
    expect(taken).toEqual([{ type: 'RequestGranted', revision: 1n }]);
    expect(occurredAt).toBe('2025-03-02T08:00:00.000Z');
    const [, granted] = await engine.queries.history(testReader, { caseId });
    expect(granted?.envelope).toMatchObject({
      ...{ proposal: proposal.proposalId, onBehalfOf: 'subject', purpose: 'grant' },
      actor: { id: 'clerk-1', role: 'clerk' },
      confirmation: {
        by: { id: 'head-1', role: 'head' },
        at: '2025-03-02T08:00:00.000Z',
        contentHash: proposal.contentHash,
      },
    });
    expect(await inProposals()).toEqual(['StepProposed', 'ProposalConfirmed']);
    expect((await shown())[0]).toMatchObject({ status: 'confirmed', takenAt: 1n });
  });

  it('keeps the time that the first person said, and has its own', async () => {
    clock.set('2025-03-02T08:00:00.000Z');
    const proposal = await propose({ occurredAt: '2025-03-01T10:00:00Z' });
    clock.set('2025-03-03T08:00:00.000Z');
    expect((await accepted(confirm(proposal))).occurredAt).toBe('2025-03-01T10:00:00.000Z');
    const [, granted] = await engine.queries.history(testReader, { caseId });
    expect(granted?.envelope.confirmation?.at).toBe('2025-03-03T08:00:00.000Z');
  });

  it('sent twice by the same person answers alike; of anybody else it is refused with PROPOSAL_CLOSED', async () => {
    const proposal = await propose();
    const [first, second] = await Promise.all([confirm(proposal), confirm(proposal)]);
    expect(first).toMatchObject({ accepted: true, repeated: false });
    expect(second).toEqual({ ...first, repeated: true });
    expect(await refusalOf(confirm(proposal, namedActor('head-2')))).toEqual({
      code: 'PROPOSAL_CLOSED',
      inputs: { proposalStatus: 'confirmed' },
    });
    expect(await inCase()).toEqual(['RequestOpened', 'RequestGranted']);
  });

  it('by several persons in several processes at once is of one of them', async () => {
    const proposal = await propose();
    const heads = ['head-1', 'head-2', 'head-3', 'head-4'].map((id) => namedActor(id));
    const codes = await Promise.all(heads.map((one) => codeOf(confirm(proposal, one, engineOver(events)))));
    expect(codes.sort()).toEqual(['PROPOSAL_CLOSED', 'PROPOSAL_CLOSED', 'PROPOSAL_CLOSED', 'accepted']);
    expect(await inProposals()).toEqual(['StepProposed', 'ProposalConfirmed']);
  });

  it.each<[string, Actor]>([
    ['the person who proposed it', { ...clerk, roles: ['clerk', 'head'] }],
    ['a person without the role', namedActor('clerk-2')],
    ['a person whom nobody knows', { id: 'x', roles: [] }],
    [
      'a subordinate of the person who proposed it',
      { ...namedActor('head-2'), supervisors: ['head-9', 'clerk-1'] },
    ],
  ])('by %s is refused with SECOND_PERSON_INVALID, on record, and tells nothing else', async (_who, by) => {
    const proposal = await propose();
    expect(await refusalOf(confirm({ ...proposal, contentHash: 'other' }, by))).toEqual({
      code: 'SECOND_PERSON_INVALID',
      requiredRoles: ['head'],
    });
    await accepted(confirm(proposal));
    expect(await codeOf(confirm(proposal, by))).toBe('SECOND_PERSON_INVALID');
    expect(await refusedCodes()).toContain('SECOND_PERSON_INVALID');
  });

  it('of other content is refused with PROPOSAL_CONTENT_DIFFERS', async () => {
    const [one, other] = [await propose(), await propose({ commandId: 'k-2', input: { decisionNo: 'D-2' } })];
    expect(await codeOf(confirm({ ...one, contentHash: other.contentHash }))).toBe(
      'PROPOSAL_CONTENT_DIFFERS',
    );
    expect(await codeOf(confirm(one))).toBe('accepted');
  });

  it('is refused with PROPOSER_NOT_PERMITTED once the proposer has lost the role or is not registered', async () => {
    const proposal = await propose();
    people.set('clerk-1', { id: 'clerk-1', roles: ['head'] });
    expect(await codeOf(confirm(proposal))).toBe('PROPOSER_NOT_PERMITTED');
    people.set('clerk-1', undefined);
    expect(await codeOf(confirm(proposal))).toBe('PROPOSER_NOT_PERMITTED');
    expect((await shown())[0]?.refusal?.code).toBe('PROPOSER_NOT_PERMITTED');
    people.set('clerk-1', clerk);
    expect(await codeOf(confirm(proposal))).toBe('accepted');
  });

  it('may be given by anybody who has the role now, so a proposal is not stuck when one of them leaves', async () => {
    const proposal = await propose();
    people.set('head-1', undefined);
    expect(await codeOf(confirm(proposal))).toBe('SECOND_PERSON_INVALID');
    expect(await codeOf(reject(proposal))).toBe('SECOND_PERSON_INVALID');
    expect(await codeOf(confirm(proposal, namedActor('head-2')))).toBe('accepted');
  });

  it('asks everything again: what is not possible any more is refused and stays open', async () => {
    const proposal = await propose();
    await accepted(engine.handle(note()));
    await accepted(engine.handle(decline));
    expect(await refusalOf(confirm(proposal))).toMatchObject({
      code: 'WRONG_STATE',
      state: 'closed.declined',
    });
    expect((await shown())[0]).toMatchObject({
      status: 'open',
      ...{ confirmableBy: [], caseNow: { state: 'closed.declined', revision: 2n } },
      refusal: { code: 'WRONG_STATE' },
    });
    expect(await refusedCodes()).toEqual(['WRONG_STATE']);
    expect(await codeOf(withdraw(proposal))).toBe('accepted');
  });

  it('that comes when its time is over is refused with PROPOSAL_CLOSED', async () => {
    const proposal = await propose();
    clock.set(proposal.expiresAt);
    expect(await refusalOf(confirm(proposal))).toMatchObject({ inputs: { proposalStatus: 'expired' } });
    expect((await shown())[0]).toMatchObject({ status: 'expired', refusal: undefined });
  });

  it('of a proposal that is not there is refused with PROPOSAL_NOT_FOUND', async () => {
    const proposal = await propose();
    expect(await codeOf(confirm({ ...proposal, proposalId: 'p' }))).toBe('PROPOSAL_NOT_FOUND');
    const elsewhere = { caseId: 'c', proposalId: proposal.proposalId, by: head, contentHash: 'h' };
    expect(await codeOf(engine.proposals.confirm(elsewhere))).toBe('PROPOSAL_NOT_FOUND');
  });
});

describe('a proposal under a workflow that has changed', () => {
  const changed = (more: object): Workflow =>
    defineWorkflow({ ...template.source, ...more, version: 2 } as never);

  it('is confirmed when its form is read as before', async () => {
    const proposal = await propose();
    expect(await codeOf(confirm(proposal, head, engineOver(events, changed({}))))).toBe('accepted');
  });

  it('is refused with PROPOSAL_OUTDATED when its form is read otherwise or its command is gone', async () => {
    const proposal = await propose();
    const all = Object.entries(template.source.commands);
    const others = Object.fromEntries(all.filter(([name]) => name !== 'GrantRequest'));
    const GrantRequest = { ...template.source.commands['GrantRequest'], input: template.opening.input };
    const otherForm = changed({ commands: { ...others, GrantRequest } });
    for (const workflow of [otherForm, changed({ commands: others })])
      expect(await codeOf(confirm(proposal, head, engineOver(events, workflow)))).toBe('PROPOSAL_OUTDATED');
  });
});

describe('a proposal that is rejected or withdrawn', () => {
  it('is over: rejected by another person with the role and with a reason, withdrawn by who made it', async () => {
    const [one, other] = [await propose(), await propose({ commandId: 'k-2' })];
    expect(await codeOf(reject(one, clerk))).toBe('SECOND_PERSON_INVALID');
    expect(await codeOf(reject(one, { ...head, supervisors: ['clerk-1'] }))).toBe('SECOND_PERSON_INVALID');
    expect(await codeOf(withdraw(other, head))).toBe('PROPOSAL_OF_ANOTHER');
    expect(await reject(one)).toMatchObject({ accepted: true, repeated: false, status: 'rejected' });
    expect(await reject(one)).toMatchObject({ accepted: true, repeated: true });
    expect(await withdraw(other)).toMatchObject({ accepted: true, status: 'withdrawn' });
    for (const proposal of [one, other]) expect(await codeOf(confirm(proposal))).toBe('PROPOSAL_CLOSED');
    expect(await codeOf(reject(other))).toBe('PROPOSAL_CLOSED');
    expect(await codeOf(withdraw(one))).toBe('PROPOSAL_CLOSED');
    expect((await shown()).map(({ status, ended }) => [status, ended?.by.id, ended?.reason])).toEqual([
      ['rejected', 'head-1', 'not now'],
      ['withdrawn', 'clerk-1', undefined],
    ]);
  });

  it('is not both confirmed and rejected, however often both come at once from two processes', async () => {
    for (let round = 0; round < 20; round += 1) {
      const naturalKey = `R-${10 + round}`;
      const input = { requestNo: naturalKey, name: 'A', nameArabic: 'ا' };
      const opening = { target: { workflow: 'template' }, command: 'OpenRequest', input, actor: clerk };
      const { caseId: id } = await accepted(engine.handle(opening));
      const { proposalId, contentHash } = await propose({ target: { ...target, naturalKey } });
      const named = { caseId: id, proposalId, by: head };
      const other = engineOver(events);
      const both = [
        () => codeOf(engine.proposals.confirm({ ...named, contentHash })),
        () => codeOf(other.proposals.reject({ ...named, reason: 'r' })),
      ];
      const order = round % 2 === 0 ? both : both.toReversed();
      const codes = await Promise.all(order.map((one) => one()));
      expect(codes.sort()).toEqual(['PROPOSAL_CLOSED', 'accepted']);
      expect(await typesIn(proposalsStream(id))).toHaveLength(2);
    }
  });
});

describe('a proposal whose time is over', () => {
  it('is ended by the system, and not before', async () => {
    const proposal = await propose();
    expect(await codeOf(engine.proposals.expire(proposal))).toBe('PROPOSAL_CLOSED');
    clock.set(proposal.expiresAt);
    expect(await engine.proposals.expire(proposal)).toMatchObject({ accepted: true, status: 'expired' });
    expect(await engine.proposals.expire(proposal)).toMatchObject({ accepted: true, repeated: true });
    expect(await inProposals()).toEqual(['StepProposed', 'ProposalExpired']);
    expect((await shown())[0]?.ended?.by).toEqual({ id: 'sys-proposals', role: 'system' });
  });
});

describe('a crash between a confirmed step and its mark', () => {
  /** The store as a process sees it that dies before anything but the proposal gets into its stream. */
  const dying = () =>
    eventStoreWith(events, {
      append: (writes, checks) =>
        writes[0]?.events[0]?.type === 'ProposalConfirmed'
          ? Promise.reject(new StoreUnavailableError('memory', 'the process has died'))
          : events.append(writes, checks),
    });

  it('leaves the step, which is the truth: it is shown, answered, and not taken again', async () => {
    const proposal = await propose();
    expect(await codeOf(confirm(proposal, head, engineOver(dying())))).toBe('accepted');
    expect(await inProposals()).toEqual(['StepProposed']);
    engine = engineOver(events);
    expect((await shown())[0]?.status).toBe('confirmed');
    expect(await codeOf(reject(proposal, namedActor('head-2')))).toBe('PROPOSAL_CLOSED');
    expect(await codeOf(withdraw(proposal))).toBe('PROPOSAL_CLOSED');
    clock.set(proposal.expiresAt);
    expect(await codeOf(engine.proposals.expire(proposal))).toBe('PROPOSAL_CLOSED');
    expect(await inCase()).toEqual(['RequestOpened', 'RequestGranted']);
  });

  it('is repaired by the next confirmation of the same person, or by the system, once', async () => {
    const proposal = await propose();
    await confirm(proposal, head, engineOver(dying()));
    expect(await confirm(proposal)).toMatchObject({ accepted: true, repeated: true });
    expect(await inProposals()).toEqual(['StepProposed', 'ProposalConfirmed']);
    expect(await engine.proposals.markConfirmed(proposal)).toBe(false);
  });
});
