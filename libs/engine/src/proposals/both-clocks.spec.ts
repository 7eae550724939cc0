import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { defineWorkflow, fails, holds, type Guard } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine, type Engine } from '../engine.js';
import { countingIds, fixedClock, fixedKeyRing } from '../testing/index.js';
import { accepted, codeOf, proposedBy, refusalOf } from '../testing/outcomes.js';

/** A paper that ends on the third of March. */
const paperValid: Guard<unknown> = {
  ...{ id: 'G-PAPER', version: 1, codes: ['PAPER_EXPIRED'], remedies: [] },
  ask: (_facts, { now }) => (now < '2025-03-03' ? holds : fails('PAPER_EXPIRED', { now })),
};

const { GrantRequest } = template.source.commands;
const withPaper = defineWorkflow({
  ...template.source,
  commands: { ...template.source.commands, GrantRequest: { ...GrantRequest, guards: [paperValid] } },
} as never);

const [clerk, head] = [namedActor('clerk-1'), namedActor('head-1')];
const target = { workflow: 'template', naturalKey: 'R-1' };

let clock: ReturnType<typeof fixedClock>;
let engine: Engine;

beforeEach(async () => {
  clock = fixedClock('2025-03-01T08:00:00.000Z');
  const ports = { events: openMemoryEvents({ clock }), keys: fixedKeyRing(), clock, ids: countingIds() };
  engine = createEngine(ports, [withPaper]);
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  await accepted(engine.handle({ target, command: 'OpenRequest', input, actor: clerk }));
});

const grant = (occurredAt?: string) =>
  engine.proposals.handleOrPropose({
    ...{ target, command: 'GrantRequest', input: { decisionNo: 'D-1' }, actor: clerk, occurredAt },
  });
const confirm = ({ caseId, proposalId, contentHash }: Awaited<ReturnType<typeof proposedBy>>) =>
  engine.proposals.confirm({ caseId, proposalId, contentHash, by: head });

describe('a step that is said to have happened earlier and waits for its second person', () => {
  it('is refused at the confirmation when a rule held then and does not hold now', async () => {
    clock.set('2025-03-02T08:00:00.000Z');
    const proposal = await proposedBy(grant('2025-03-01T10:00:00Z'));
    clock.set('2025-03-04T08:00:00.000Z');
    expect(await refusalOf(confirm(proposal))).toMatchObject({
      code: 'COMMAND_REFUSED',
      refusals: [{ code: 'PAPER_EXPIRED', inputs: { now: '2025-03-04T08:00:00.000Z' } }],
    });
  });

  it('is confirmed when its rules hold at both times, and stands at the one that was said', async () => {
    clock.set('2025-03-02T08:00:00.000Z');
    const proposal = await proposedBy(grant('2025-03-01T10:00:00Z'));
    clock.set('2025-03-02T20:00:00.000Z');
    expect((await accepted(confirm(proposal))).occurredAt).toBe('2025-03-01T10:00:00.000Z');
  });

  it('is not even proposed when a rule does not hold now', async () => {
    clock.set('2025-03-04T08:00:00.000Z');
    expect(await codeOf(grant('2025-03-01T10:00:00Z'))).toBe('COMMAND_REFUSED');
  });

  it('is refused with OCCURRED_BEFORE_LAST_EVENT when the case has moved past the time that was said', async () => {
    clock.set('2025-03-02T08:00:00.000Z');
    const proposal = await proposedBy(grant('2025-03-01T10:00:00Z'));
    const other = await proposedBy(grant());
    clock.set('2025-03-02T09:00:00.000Z');
    await accepted(confirm(other));
    expect(await codeOf(confirm(proposal))).toBe('OCCURRED_BEFORE_LAST_EVENT');
  });
});
