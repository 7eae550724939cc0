import { describe, expect, it } from '@jest/globals';
import { days, endOfDay, hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { limits } from '../limits.js';
import { from } from '../testing/given.js';
import { send, sendAll, type CaseRun, type Sending } from '../testing/case-run.js';
import { at } from '../testing/state-paths.js';
import { sealed } from '../testing/sample.js';

const crossed = sendAll(['ConfirmHandover'], at('camped.returning.inTransit'));
const dueDates = ({ folded }: CaseRun) => (folded === undefined ? {} : officerCase.dueDates(folded));
const contactDue = (run: CaseRun) => dueDates(run)['contact'];
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

  it('are overdue when one is missing, which is no alert, and the next one ends it', () => {
    const overdue = sendAll(['MarkMonitoringOverdue'], crossed);
    expect(overdue.folded?.state).toBe('returned.overdue');
    expect(dueDates(overdue)).toEqual({ missingContact: plus(endOf(7), days(14)) });
    const found = send(overdue, 'RecordContact', { at: plus(crossed.now, days(12)) }).run;
    expect([found.folded?.state, contactDue(found)]).toEqual(['returned.monitoring', endOf(30)]);
  });

  it('raise an alert when one gives cause for concern, which is looked into within seven days', () => {
    const concerned = send(crossed, 'RecordContact', { variant: 1 }).run;
    expect(concerned.folded?.state).toBe('returned.alert');
    expect(dueDates(concerned)).toEqual({ alert: plus(concerned.now, days(7)) });
    expect(dueDates(sendAll(['ResolveAlert'], concerned))).toEqual({ contact: endOf(7) });
  });
});

describe('the end of a return', () => {
  const early = { summary: sealed('summary'), earlyReason: sealed('reason') };
  const close = [early, { by: 'sup-1', confirmedBy: 'pro-1' }] as const;

  it('is closed only after a contact that gives no cause for concern', () => {
    from('camped.returning.inTransit', 'ConfirmHandover')
      .when('CloseMonitoring', ...close)
      .thenRefused('COMMAND_REFUSED', 'CONTACT_MISSING');
    from('returned.monitoring', ['RecordContact', { variant: 1 }], 'ResolveAlert')
      .when('CloseMonitoring', ...close)
      .thenRefused('COMMAND_REFUSED', 'LAST_CONTACT_OF_CONCERN');
    from('returned.monitoring')
      .when('CloseMonitoring', ...close)
      .thenState('resolved');
  });

  it('comes before the last planned contact only with a reason', () => {
    const input = { summary: sealed('summary') };
    const by = { by: 'sup-1', confirmedBy: 'pro-1' };
    from('returned.monitoring')
      .when('CloseMonitoring', input, by)
      .thenRefused('COMMAND_REFUSED', 'CLOSED_EARLY');
    const late: Sending = { at: plus(crossed.now, days(180)) };
    from('returned.monitoring', ['RecordContact', late])
      .when('CloseMonitoring', input, by)
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
