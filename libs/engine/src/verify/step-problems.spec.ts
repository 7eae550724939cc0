import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type Engine } from '../engine.js';
import { eventStoreWith, type EventStore, type RecordedEvent } from '../ports/event-store.js';
import type { Proposed } from '../proposals/propose.js';
import { logStart } from '../ports/position.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { accepted, proposedBy } from '../testing/outcomes.js';

const clock = fixedClock('2025-03-01T08:00:00.000Z');
const keys = fixedKeyRing();
const [clerk, head] = [namedActor('clerk-1'), namedActor('head-1')];

let events: EventStore;
let engine: Engine;

const engineOver = (store: EventStore): Engine =>
  createEngine({ events: store, keys, clock, ids: countingIds() }, [template], { reads: 'open' });

/** Opens a case, proposes to grant it, and confirms that. */
beforeEach(async () => {
  events = openMemoryEvents({ clock });
  engine = engineOver(events);
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  const opening = { target: { workflow: 'template' }, command: 'OpenRequest', input, actor: clerk };
  const { caseId } = await accepted(engine.handle(opening));
  const { proposalId, contentHash } = await propose(caseId);
  await accepted(engine.proposals.confirm({ caseId, proposalId, contentHash, by: head }));
});

const propose = (caseId: string): Promise<Proposed> =>
  proposedBy(
    engine.proposals.handleOrPropose({
      ...{ target: { caseId }, command: 'GrantRequest', input: { decisionNo: 'D-1' }, actor: clerk },
      commandId: 'k-1',
    }),
  );

type Change = (event: RecordedEvent) => RecordedEvent | undefined;

/** What verify says of the log with each event of a type changed or taken away, without the names of streams. */
async function foundWith(type: string, change: Change): Promise<readonly string[]> {
  const store = eventStoreWith(events, {
    readAll: async (range) =>
      (await events.readAll(range)).flatMap((event) =>
        event.type === type ? (change(event) ?? []) : [event],
      ),
  });
  const { problems } = await engineOver(store).queries.verifyLog(testReader, () => {});
  return problems.map(({ what }) =>
    what.replace(/^[a-z]+-[^:]+: /, '').replace(/proposal [0-9a-f-]{36}/, 'it'),
  );
}

const withMetadata =
  (values: Readonly<Record<string, string>>): Change =>
  (event) => ({ ...event, metadata: { ...event.metadata, ...values } });

const step = 'RequestGranted, the step of it:';
const otherHash = `${step} its hash is not that of the proposed step with these two persons`;

describe('verify, of a step that a second person confirmed', () => {
  it('finds nothing in the log as it was recorded', async () => {
    expect(await foundWith('none', (event) => event)).toEqual([]);
  });

  it('finds another first person', async () => {
    expect(await foundWith('RequestGranted', withMetadata({ actor: 'clerk-2' }))).toEqual([
      `${step} its first person is clerk-2, proposed it clerk-1`,
    ]);
  });

  it('finds another second person, by the hash of the step', async () => {
    expect(await foundWith('RequestGranted', withMetadata({ confirmedBy: 'head-2' }))).toEqual([otherHash]);
  });

  it('finds one person in place of both', async () => {
    const found = await foundWith('RequestGranted', withMetadata({ confirmedBy: 'clerk-1' }));
    expect(found).toContain(`${step} who proposed it has confirmed it`);
  });

  it('finds that another content was confirmed', async () => {
    expect(await foundWith('RequestGranted', withMetadata({ confirmedHash: 'x' }))).toEqual([
      `${step} what was confirmed is not what was proposed`,
      otherHash,
    ]);
  });

  it('finds that what was proposed was changed, with a hash that agrees', async () => {
    const found = await foundWith('StepProposed', ({ metadata, ...event }) => {
      const data = { ...(JSON.parse(event.data) as { data: object }).data, input: { decisionNo: 'D-2' } };
      return { ...event, metadata: { ...metadata, form: 'json-1' }, data: JSON.stringify(data) };
    });
    expect(found).toEqual(['it: its content hash is not that of what was proposed', otherHash]);
  });

  it('finds a step whose proposal is not there, and a mark of what was never made', async () => {
    expect(await foundWith('StepProposed', () => undefined)).toEqual([
      expect.stringMatching(/^RequestGranted names it, which was not made before$/),
      expect.stringMatching(/^revision 1 follows -1/),
      'ProposalConfirmed of it, which was never made',
    ]);
  });

  it('finds a mark without a step', async () => {
    expect(await foundWith('RequestGranted', () => undefined)).toEqual([
      'it is marked as confirmed, and its case has no such step',
    ]);
  });

  it('finds that a proposal was rejected and its step taken all the same', async () => {
    const rejected: Change = (event) => ({ ...event, type: 'ProposalRejected', data: '{}' });
    expect(await foundWith('ProposalConfirmed', rejected)).toEqual([
      'it was rejected after its step was taken',
    ]);
    const store = await rejectedFirst();
    const { problems } = await engineOver(store).queries.verifyLog(testReader, () => {});
    expect(problems.map(({ what }) => what)).toContainEqual(
      expect.stringMatching(/the step of proposal \S+: was taken after it was rejected$/),
    );
  });
});

/** A log in which the rejection stands before the step, as two processes can leave it on a store without checks. */
async function rejectedFirst(): Promise<EventStore> {
  const all = [...(await events.readAll({ after: logStart, limit: 100 }))];
  const at = all.findIndex(({ type }) => type === 'RequestGranted');
  const [taken, mark] = [all[at], all.find(({ type }) => type === 'ProposalConfirmed')];
  if (taken === undefined || mark === undefined) throw new Error('the step and its mark are not there');
  const rejection = { ...mark, type: 'ProposalRejected', data: '{}', position: taken.position };
  const later = { ...taken, position: mark.position };
  const changed = all.flatMap((event) => (event === taken ? rejection : event === mark ? later : event));
  return eventStoreWith(events, {
    readAll: ({ after }) => Promise.resolve(changed.filter(({ position }) => position > after)),
  });
}
