import { describe, expect, it } from '@jest/globals';
import { checkWorkflow } from '@safeconduct/workflow';
import { judgeChart, scenarios } from '@safeconduct/workflow/testing';
import { template } from './index.js';

const { given } = scenarios(template);
const opened = { type: 'RequestOpened', data: { requestNo: 'R-1', name: 'A', nameArabic: 'ا' } } as const;
const noted = { type: 'NoteAdded', data: { note: 'asked the registry' } } as const;

describe('template', () => {
  it('is sound', () => {
    expect(checkWorkflow(template)).toEqual([]);
  });

  it('moves as XState says, through every state', () => {
    const { visited } = judgeChart(template, [
      opened,
      noted,
      { type: 'RequestGranted', data: { decisionNo: 'D-1' } },
      { type: 'RequestDeclined', data: { reason: 'no ground' } },
      { type: 'AnswerOverdue', data: { deadline: 'answer', dueAt: '2025-01-15T01:00:00.000Z' } },
    ]);
    expect([...visited].sort()).toEqual(['closed.declined', 'closed.granted', 'open']);
  });

  it('opens a request', () => {
    given()
      .when('OpenRequest', { requestNo: 'R-1', name: 'A', nameArabic: 'ا' }, { by: 'clerk-1' })
      .thenEvents(opened)
      .thenState('open');
  });

  it('declines a request that was looked into', () => {
    given(opened, noted)
      .when('DeclineRequest', { reason: 'no ground' }, { by: 'head-1' })
      .thenState('closed.declined');
  });

  it('refuses to decline without a note, with NOTE_MISSING', () => {
    given(opened)
      .when('DeclineRequest', { reason: 'no ground' }, { by: 'head-1' })
      .thenRefused('COMMAND_REFUSED', 'NOTE_MISSING');
  });

  it('refuses a grant that nobody confirms, with SECOND_PERSON_REQUIRED', () => {
    given(opened)
      .when('GrantRequest', { decisionNo: 'D-1' }, { by: 'clerk-1' })
      .thenRefused('SECOND_PERSON_REQUIRED');
  });

  it('refuses a second decision, with WRONG_STATE', () => {
    given(opened, noted, { type: 'RequestDeclined', data: { reason: 'no ground' } })
      .when('GrantRequest', { decisionNo: 'D-1' }, { by: 'clerk-1', confirmedBy: 'head-1' })
      .thenRefused('WRONG_STATE');
  });

  it('marks the answer as overdue after fourteen days, and only then', () => {
    const passed = { deadline: 'answer', dueAt: '2025-01-15T01:00:00.000Z' };
    given(opened)
      .when('MarkAnswerOverdue', passed, { by: 'sys-deadlines', at: '2025-01-15T01:00:00Z' })
      .thenEvents({ type: 'AnswerOverdue', data: passed });
    given(opened)
      .when('MarkAnswerOverdue', passed, { by: 'sys-deadlines', at: '2025-01-14T01:00:00Z' })
      .thenRefused('COMMAND_REFUSED', 'DEADLINE_NOT_REACHED');
  });
});
