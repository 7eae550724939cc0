import { describe, expect, it } from '@jest/globals';
import { officerCase } from './index.js';
import { sendAll, type CaseRun } from './testing/case-run.js';
import { at, leaves } from './testing/state-paths.js';

const summary = ({ folded }: CaseRun) => folded && officerCase.summary(folded);

describe('the summary of a case', () => {
  it('says where the person is as long as they are in the host country and the case is open', () => {
    for (const leaf of leaves) {
      const abroad = ['relocating.inTransit', 'returned.monitoring', 'returned.alert', 'resolved'].includes(
        leaf,
      );
      const place = leaf.startsWith('entered') || abroad ? undefined : 'QAIM';
      expect([leaf, summary(at(leaf))?.place]).toEqual([leaf, place]);
    }
  });

  it('says it again when a stay ends and the case is reopened', () => {
    expect(summary(at('resolved'))).toMatchObject({ place: undefined, outcome: 'REMAINS_IN_HOST' });
    expect(summary(sendAll(['ReopenCase'], at('resolved')))).toMatchObject({
      place: 'QAIM',
      outcome: undefined,
    });
  });

  it('names the officer the case is assigned to', () => {
    expect(
      summary(sendAll(['AssignOfficer', ['AssignOfficer', { variant: 1 }]], at('resolved')))?.assignee,
    ).toBe('co-2');
  });
});
