import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { days, plus } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type EngineWithViews } from '../engine.js';
import { StoreUnavailableError } from '../errors.js';
import { readStream } from '../events/read-stream.js';
import { proposalsStream } from '../events/streams.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import { ProjectionRunner } from '../projections/runner.js';
import { standardProjections } from '../projections/standard.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, proposedBy } from '../testing/outcomes.js';
import { ProposalRunner } from './proposal-runner.js';

const start = '2025-03-01T08:00:00.000Z';
const [clerk, head] = [namedActor('clerk-1'), namedActor('head-1')];

let clock: ReturnType<typeof fixedClock>;
let ids: ReturnType<typeof countingIds>;
let events: EventStore;
let views: ViewStore;
let engine: EngineWithViews;

beforeEach(() => {
  clock = fixedClock(start);
  ids = countingIds();
  events = openMemoryEvents({ clock });
  views = openMemoryViews();
  engine = engineOver(events);
});

const engineOver = (store: EventStore): EngineWithViews =>
  createEngine({ events: store, views, keys: fixedKeyRing(), clock, ids }, [template]);

/** A new case in which granting waits for a second person. */
async function propose(requestNo: string) {
  const target = { workflow: 'template', naturalKey: requestNo };
  const input = { requestNo, name: 'A', nameArabic: 'ا' };
  await accepted(engine.handle({ target, command: 'OpenRequest', input, actor: clerk }));
  const grant = { target, command: 'GrantRequest', input: { decisionNo: 'D-1' }, actor: clerk };
  return proposedBy(engine.proposals.handleOrPropose(grant));
}

const project = () =>
  new ProjectionRunner({
    events,
    views,
    codec: engine.codec,
    projections: standardProjections,
  }).catchUp();

// Each call acts as a process that has just started.
const runOnce = async (proposals = engine.proposals) => {
  await project();
  return new ProposalRunner({ queries: engine.queries, clock, proposals }, { pollMs: 5 }).runOnce();
};

const typesOf = async ({ caseId }: { readonly caseId: string }) =>
  (await readStream(events, proposalsStream(caseId))).map(({ type }) => type);

const listed = async (search: Parameters<typeof engine.queries.proposals>[1]['search']) => {
  await project();
  const found = await engine.queries.proposals(testReader, { search, limit: 10 });
  return found.map(({ proposalId, status }) => ({ proposalId, status }));
};

describe('the runner of proposals', () => {
  it('ends those whose time is over, once, and leaves the others', async () => {
    const one = await propose('R-1');
    clock.set(plus(start, days(1)));
    const other = await propose('R-2');
    clock.set(one.expiresAt);
    expect(await runOnce()).toBe(1);
    expect(await runOnce()).toBe(0);
    expect(await typesOf(one)).toEqual(['StepProposed', 'ProposalExpired']);
    expect(await typesOf(other)).toEqual(['StepProposed']);
  });

  it('sets the mark of a step that was taken before a crash, once', async () => {
    const proposal = await propose('R-1');
    const dying = eventStoreWith(events, {
      append: (writes, checks) =>
        writes[0]?.stream === proposalsStream(proposal.caseId)
          ? Promise.reject(new StoreUnavailableError('memory', 'the process has died'))
          : events.append(writes, checks),
    });
    await accepted(engineOver(dying).proposals.confirm({ ...proposal, by: head }));
    expect(await typesOf(proposal)).toEqual(['StepProposed']);
    expect(await listed({})).toEqual([{ proposalId: proposal.proposalId, status: 'confirmed' }]);
    expect(await runOnce()).toBe(1);
    expect(await runOnce()).toBe(0);
    expect(await typesOf(proposal)).toEqual(['StepProposed', 'ProposalConfirmed']);
    expect(await listed({})).toEqual([{ proposalId: proposal.proposalId, status: 'confirmed' }]);
  });

  it('ends the others of a round in which one fails, and says that one did', async () => {
    const [one, other] = [await propose('R-1'), await propose('R-2')];
    clock.set(one.expiresAt);
    const failing = {
      ...engine.proposals,
      expire: (named: { readonly caseId: string; readonly proposalId: string }) =>
        named.caseId === one.caseId ? Promise.reject(new Error('disk')) : engine.proposals.expire(named),
    };
    await expect(runOnce(failing)).rejects.toThrow('1 of the proposals failed');
    expect(await typesOf(one)).toEqual(['StepProposed']);
    expect(await typesOf(other)).toEqual(['StepProposed', 'ProposalExpired']);
  });
});

describe('the lists of proposals', () => {
  it('have what waits for a person: not their own, not that of a supervisor, not what is over', async () => {
    const one = await propose('R-1');
    const open = [{ proposalId: one.proposalId, status: 'open' }];
    expect(await listed({ waitingFor: head })).toEqual(open);
    expect(await listed({ waitingFor: clerk })).toEqual([]);
    expect(await listed({ waitingFor: { id: 'clerk-1', roles: ['head'] } })).toEqual([]);
    expect(await listed({ waitingFor: { ...head, supervisors: ['clerk-1'] } })).toEqual([]);
    expect(await listed({ waitingFor: { id: 'x', roles: [] } })).toEqual([]);
    expect(await listed({ proposer: 'Clerk-1' })).toEqual(open);
    clock.set(one.expiresAt);
    expect(await listed({ waitingFor: head })).toEqual([]);
    expect(await listed({ status: 'open' })).toEqual([]);
    expect(await listed({})).toEqual([{ proposalId: one.proposalId, status: 'expired' }]);
  });
});
