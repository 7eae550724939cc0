import { describe, expect, it } from '@jest/globals';
import { days, endOfDay, hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { limits } from '../limits.js';
import { from } from '../testing/given.js';
import { send, sendAll, type CaseRun } from '../testing/case-run.js';
import { at } from '../testing/state-paths.js';
import { sealed } from '../testing/sample.js';

const crossed = sendAll(['ConfirmHandover'], at('camped.returning.inTransit'));
const contactDue = ({ folded }: CaseRun) => folded && officerCase.dueDates(folded)['contact'];
const contacted = (day: number, run = crossed) =>
  send(run, 'RecordContact', { at: plus(crossed.now, days(day)) }).run;
const endOf = (day: number) => endOfDay(plus(crossed.now, days(day) + hours(3)).slice(0, 10), '+03:00');

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
    const overdue = sendAll(['MarkMonitoringOverdue'], crossed);
    expect(overdue.folded?.state).toBe('returned.alert');
    expect(contactDue(overdue)).toBeUndefined();
    expect(contactDue(sendAll(['ResolveAlert'], overdue))).toBe(endOf(30));
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
    const closed = sendAll(['ResolveAlert', 'CloseMonitoring'], at('returned.alert'));
    expect(closed.folded).toMatchObject({ state: 'resolved', facts: { outcome: 'RETURNED_VOLUNTARILY' } });
    const reopened = sendAll([['ReopenCase', { variant: 1 }]], closed);
    expect(reopened.folded).toMatchObject({ state: 'returned.alert', facts: { outcome: undefined } });
  });
});
