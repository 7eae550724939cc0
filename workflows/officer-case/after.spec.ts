import { describe, expect, it } from '@jest/globals';
import { days, endOfDay, hours, plus } from '@safeconduct/workflow';
import { officerCase } from './index.js';
import { limits } from './limits.js';
import { from } from './testing/given.js';
import { send, travel, type Journey } from './testing/journey.js';
import { at, leaves } from './testing/roads.js';
import { sealed } from './testing/sample.js';

const crossed = travel(['ConfirmHandover'], at('camped.returning.inTransit'));
const contactDue = ({ folded }: Journey) => folded && officerCase.dueDates(folded)['contact'];
const contacted = (day: number, journey = crossed) =>
  send(journey, 'RecordContact', { at: plus(crossed.now, days(day)) }).journey;
const endOf = (day: number) => endOfDay(plus(crossed.now, days(day) + hours(3)).slice(0, 10), '+03:00');
const summary = ({ folded }: Journey) => folded && officerCase.summary(folded);

describe('the contacts after the return', () => {
  it('are due on the 7th, 30th, 90th and 180th day and then every year, to the end of the day', () => {
    expect(contactDue(crossed)).toBe(endOf(7));
    const plan = [...limits.contactDays, 365, 730, 1095];
    for (const [index, day] of plan.slice(0, -1).entries()) {
      expect(contactDue(contacted(day))).toBe(endOf(plan[index + 1] ?? 0));
    }
  });

  it('count when they come up to three days early or at any time late', () => {
    expect(contactDue(contacted(2))).toBe(endOf(7));
    expect(contactDue(contacted(5))).toBe(endOf(30));
    expect(contactDue(contacted(20))).toBe(endOf(30));
  });

  it('raise an alert when one is missing, and are not reported as missing twice', () => {
    const overdue = travel(['MarkMonitoringOverdue'], crossed);
    expect(overdue.folded?.state).toBe('returned.alert');
    expect(contactDue(overdue)).toBeUndefined();
    expect(contactDue(travel(['ResolveAlert'], overdue))).toBe(endOf(30));
  });
});

describe('the end of a return', () => {
  const close = [{ summary: sealed('summary') }, { by: 'sup-1', confirmedBy: 'pro-1' }] as const;

  it('is closed only after a contact that gives no cause for concern', () => {
    from('camped.returning.inTransit', 'ConfirmHandover')
      .when('CloseMonitoring', ...close)
      .thenRefused('COMMAND_REFUSED', 'CONTACT_MISSING');
    from('returned.monitoring', ['RecordContact', { variant: 1 }])
      .when('CloseMonitoring', ...close)
      .thenRefused('COMMAND_REFUSED', 'LAST_CONTACT_OF_CONCERN');
    from('returned.monitoring')
      .when('CloseMonitoring', ...close)
      .thenState('resolved');
  });

  it('is never a dead end: an alert is resolved, a closed return is opened again as an alert', () => {
    from('returned.alert')
      .when('CloseMonitoring', ...close)
      .thenRefused('WRONG_STATE');
    const closed = travel(['ResolveAlert', 'CloseMonitoring'], at('returned.alert'));
    expect(closed.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'RETURNED_VOLUNTARILY' } });
    const reopened = travel([['ReopenCase', { variant: 1 }]], closed);
    expect(reopened.folded).toMatchObject({ state: 'returned.alert', facts: { outcome: undefined } });
  });
});

describe('the summary of a case', () => {
  it('says where he is as long as he is in the host country and the case is open', () => {
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
    expect(summary(travel(['ReopenCase'], at('resolved')))).toMatchObject({
      place: 'QAIM',
      outcome: undefined,
    });
  });

  it('names the officer the case is assigned to', () => {
    expect(
      summary(travel(['AssignOfficer', ['AssignOfficer', { variant: 1 }]], at('resolved')))?.assignee,
    ).toBe('co-2');
  });
});
