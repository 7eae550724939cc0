import { describe, expect, it } from '@jest/globals';
import { defineWorkflow, type Purpose } from '@safeconduct/workflow';
import { luggage } from '../../../workflow/src/testing/luggage/index.js';
import { template } from '../../../../workflows/_template/index.js';
import { registerOf } from '../events/case-event.js';
import { systemReader, type Reader } from '../queries/reader.js';
import { accessPolicy } from './policy.js';

const now = '2025-03-02T08:00:00.000Z';
const policy = accessPolicy(registerOf([luggage, template]));
const readerOf = (roles: readonly string[], purpose?: Purpose): Reader => ({
  actor: { id: 'p-1', roles },
  purpose,
  operation: 'test',
});
const closed = { workflow: 'luggage', leaf: 'closed.paid', place: '', assignee: undefined };
const opened = (by: string, at: string) => ({ ...closed, opened: { by, at } });

describe('what a reader sees', () => {
  it('is nothing without a role, with an unknown one, with a name of a property, or for another purpose', () => {
    for (const reader of [
      readerOf([]),
      readerOf(['thief']),
      readerOf(['constructor']),
      readerOf(['head'], 'risk'),
    ]) {
      expect(policy.visibleTo(reader, now)).toEqual([]);
      expect(policy.sightOf(reader, closed, { now })).toBeUndefined();
      expect(policy.figuresOf(reader, luggage)).toBeUndefined();
    }
  });

  it('is everything for the system, and nothing for whoever has its role', () => {
    expect(policy.visibleTo(systemReader('test'), now)).toBeUndefined();
    expect(policy.sightOf(systemReader('test'), closed, { now })?.isWhole).toBe(true);
    for (const reader of [readerOf(['system']), readerOf(['system'], 'audit')])
      expect(policy.sightOf(reader, closed, { now })).toBeUndefined();
  });

  it('is nothing of a workflow that declares no matrix', () => {
    const silent = defineWorkflow({ ...template.source, name: 'silent', access: undefined } as never);
    const ofSilent = accessPolicy(registerOf([silent]));
    expect(ofSilent.visibleTo(readerOf(['clerk', 'head']), now)).toEqual([]);
    expect(ofSilent.sightOf(readerOf(['head']), { ...closed, workflow: 'silent' }, { now })).toBeUndefined();
  });

  it('ends when the hours of what somebody registered are over', () => {
    const clerk = readerOf(['clerk']);
    const sees = (by: string, at: string) => policy.sightOf(clerk, opened(by, at), { now }) !== undefined;
    expect(sees('p-1', '2025-03-01T08:00:00.000Z')).toBe(true);
    expect(sees('p-1', '2025-03-01T07:59:59.999Z')).toBe(false);
    expect(sees('p-2', '2025-03-02T07:00:00.000Z')).toBe(false);
    const later = { now: '2025-03-02T08:00:00.001Z' };
    expect(policy.sightOf(clerk, opened('p-1', '2025-03-01T08:00:00.000Z'), later)).toBeUndefined();
  });

  it('is what one of several roles sees, each for its first purpose', () => {
    const both = readerOf(['clerk', 'head']);
    const asked = { now, facts: { missing: 0 } };
    expect(policy.sightOf(both, { ...closed, leaf: 'open.searching' }, asked)?.isWhole).toBe(true);
    // The first purpose of a head is another one than that of a clerk.
    const forIntake = policy.sightOf(readerOf(['head']), closed, asked);
    expect(forIntake?.sees('narrative')).toBe(false);
    expect(forIntake?.sees('money')).toBe(true);
  });

  it('depends on facts where the matrix says so, and lists have none', () => {
    const head = readerOf(['head'], 'intake');
    const sees = (facts: unknown) => policy.sightOf(head, closed, { now, facts })?.sees('narrative');
    expect([sees({ missing: 2 }), sees({ missing: 0 }), sees(undefined)]).toEqual([true, false, false]);
    expect(policy.seesAlways(head, () => ['narrative'])).toBe(false);
    expect(policy.seesAlways(head, () => ['identity'])).toBe(true);
  });

  it('leaves out what an answer to a search would tell', () => {
    const clerk = readerOf(['clerk']);
    expect(policy.visibleTo(clerk, now, { identity: true })).not.toEqual([]);
    const ofLuggage = policy
      .visibleTo(clerk, now, { tags: ['bags'] })
      ?.filter(({ cells }) => cells.some(({ workflow }) => workflow === 'luggage'));
    expect(ofLuggage).toEqual([]);
    expect(policy.figuresOf(readerOf(['head']), luggage)).toEqual({ isExact: true, hiddenTags: [] });
  });
});
