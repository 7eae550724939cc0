import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../../workflows/_template/index.js';
import { createEngine } from '../../engine.js';
import type { EventStore } from '../../ports/event-store.js';
import type { ListedProposal, ProposalsFilter } from '../../ports/proposal-queries.js';
import type { ViewStore } from '../../ports/view-store.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { standardProjections } from '../../projections/standard.js';
import { accepted, proposedBy } from '../outcomes.js';
import { countingIds } from '../counting-ids.js';
import { fixedClock } from '../fixed-clock.js';
import { fixedKeyRing } from '../fixed-key-ring.js';
import type { ViewQueriesAdapter } from './adapter.js';

const start = '2025-03-01T08:00:00.000Z';
const minute = 60_000;
const cases = 15;

type Expected = Pick<
  ListedProposal,
  'proposalId' | 'caseId' | 'proposer' | 'status' | 'endedBy' | 'expiresAt'
>;

/** Steps that wait for a second person, and what came of them. */
export function proposalFacts(adapter: ViewQueriesAdapter): void {
  describe('the proposals', () => {
    let views: ViewStore;
    let made: readonly Expected[];

    beforeAll(async () => {
      views = await adapter.openViews();
      const clock = fixedClock(start);
      made = await propose(adapter.openEvents({ clock }), views, clock);
    });
    afterAll(() => views.close());

    it('that a filter leaves are listed by the date on which they expire, page by page', async () => {
      for (const filter of filters(made)) {
        const all: ListedProposal[] = [];
        for (;;) {
          const page = await views.queries.proposals({ filter, limit: 4, after: all.at(-1) });
          all.push(...page);
          if (page.length < 4) break;
        }
        const expected = made.filter((one) => fits(one, filter));
        expect([filter, all.map(shown)]).toEqual([filter, expected]);
      }
    });

    it('have what is shown of them', async () => {
      const all = await views.queries.proposals({ filter: {}, limit: 100 });
      const first = all.find(({ reference }) => reference === 'R-0');
      expect(first).toMatchObject({
        ...{ workflow: 'template', command: 'GrantRequest', role: 'clerk', onBehalfOf: 'subject' },
        ...{ proposedAt: start, reference: 'R-0' },
      });
      expect(first?.contentHash).toMatch(/^[\w-]{43}$/);
    });
  });
}

const filters = (made: readonly Expected[]): readonly ProposalsFilter[] => [
  {},
  { workflow: 'template' },
  { workflow: 'no such workflow' },
  { caseId: made[3]?.caseId },
  ...(['open', 'confirmed', 'rejected', 'withdrawn', 'expired'] as const).map((status) => ({ status })),
  { proposer: 'clerk-1' },
  { proposer: 'nobody' },
  { notBy: ['clerk-0', 'clerk-2'] },
  { notBy: ['nobody'], status: 'open' },
  { commands: [] },
  { commands: [{ workflow: 'template', command: 'GrantRequest' }], status: 'open' },
  {
    commands: ['OpenRequest', 'GrantRequest'].map((command) => ({ workflow: 'template', command })),
    notBy: ['clerk-1'],
  },
  { commands: [{ workflow: 'another', command: 'GrantRequest' }] },
  ...[['clerk-1'], ['clerk-1', 'clerk-2'], []].map((notBy) => ({
    concerns: { proposer: 'clerk-1', commands: [{ workflow: 'template', command: 'GrantRequest' }], notBy },
    status: 'open' as const,
  })),
  { concerns: { proposer: 'clerk-2', commands: [], notBy: [] } },
  { concerns: { proposer: 'nobody', commands: [], notBy: ['nobody'] } },
  { expiresAfter: made[6]?.expiresAt },
  { actBy: made.at(-1)?.expiresAt },
  { actBy: made[6]?.expiresAt },
];

function fits({ status, caseId, proposer, expiresAt }: Expected, filter: ProposalsFilter): boolean {
  const { commands, notBy = [], concerns, expiresAfter = '', actBy } = filter;
  const isOneOf = (some: ProposalsFilter['commands']) =>
    some?.some(({ workflow, command }) => workflow === 'template' && command === 'GrantRequest');
  return (
    (filter.workflow ?? 'template') === 'template' &&
    (filter.caseId ?? caseId) === caseId &&
    (filter.status ?? status) === status &&
    (filter.proposer ?? proposer) === proposer &&
    !notBy.includes(proposer) &&
    (isOneOf(commands) ?? true) &&
    (concerns === undefined ||
      concerns.proposer === proposer ||
      (isOneOf(concerns.commands) === true && !concerns.notBy.includes(proposer))) &&
    expiresAt > expiresAfter &&
    (actBy === undefined || (status === 'open' && expiresAt <= actBy))
  );
}

const shown = ({ proposalId, caseId, proposer, status, endedBy, expiresAt }: ListedProposal): Expected => ({
  ...{ proposalId, caseId, proposer, status, endedBy, expiresAt },
});

/** Proposals that ended in each way, in the order in which they expire; some have the same date. */
async function propose(
  events: EventStore,
  views: ViewStore,
  clock: ReturnType<typeof fixedClock>,
): Promise<readonly Expected[]> {
  const engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  const head = namedActor('head-1');
  const made: Expected[] = [];
  for (let index = 0; index < cases; index += 1) {
    clock.set(new Date(Date.parse(start) + Math.floor(index / 2) * minute).toISOString());
    const requestNo = `R-${index}`;
    const target = { workflow: 'template', naturalKey: requestNo };
    const actor = namedActor(`clerk-${index % 3}`);
    const input = { requestNo, name: 'A', nameArabic: 'ا' };
    await accepted(engine.handle({ target, command: 'OpenRequest', input, actor }));
    const sent = {
      target,
      command: 'GrantRequest',
      input: { decisionNo: 'D' },
      actor,
      onBehalfOf: 'subject',
    };
    const proposal = await proposedBy(engine.proposals.handleOrPropose(sent));
    const { proposalId, caseId, expiresAt, contentHash } = proposal;
    const named = { proposalId, caseId, by: head, contentHash, reason: 'r' };
    const ends = [
      { status: 'open', endedBy: null, do: () => undefined },
      { status: 'confirmed', endedBy: 'head-1', do: () => engine.proposals.confirm(named) },
      { status: 'rejected', endedBy: 'head-1', do: () => engine.proposals.reject(named) },
      {
        status: 'withdrawn',
        endedBy: actor.id,
        do: () => engine.proposals.withdraw({ ...named, by: actor }),
      },
    ] as const;
    const { do: end, ...expected } = ends[index % ends.length] as (typeof ends)[number];
    await end();
    made.push({ proposalId, caseId, proposer: actor.id, expiresAt, ...expected });
  }
  clock.set(made[3]?.expiresAt ?? start);
  for (const [index, one] of made.entries()) {
    if (one.status !== 'open' || one.expiresAt > clock.now()) continue;
    await engine.proposals.expire(one);
    made[index] = { ...one, status: 'expired', endedBy: 'sys-proposals' };
  }
  const ports = { events, views, codec: engine.codec, projections: standardProjections };
  await new ProjectionRunner(ports).catchUp();
  return made.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

const orderOf = ({ expiresAt, proposalId }: Expected) => `${expiresAt} ${proposalId}`;
