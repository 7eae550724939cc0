import { describe, expect, it } from '@jest/globals';
import { findingsWith, luggage } from '../testing/luggage/index.js';

const { en, ar } = luggage.texts;
const kinds = 'time, code, field, state, role, command, deadline, number, boolean, text';

describe('inputs', () => {
  it('say of each placeholder of a code what it is', () => {
    expect(findingsWith({ inputs: { notes: 'number' } })).toEqual([
      'luggage/index.ts: inputs.limit is missing, and the text codes.AMOUNT_TOO_HIGH shows {limit}; ' +
        `say what it is: one of ${kinds}`,
    ]);
  });

  it('have the kinds that there are', () => {
    expect(findingsWith({ inputs: { limit: 'amount' } })).toEqual([
      `luggage/index.ts: inputs.limit is 'amount', which is no kind; use one of ${kinds}`,
    ]);
  });

  it('need not name what the guard of deadlines looks at', () => {
    expect(luggage.inputs).toMatchObject({ deadline: 'deadline', dueAt: 'time' });
  });

  it('are shown in texts of codes alone', () => {
    const deadlines = { ...ar.deadlines, answer: 'الرد قبل {dueAt}' };
    expect(findingsWith({ texts: { en, ar: { ...ar, deadlines } } })).toEqual([
      'luggage/messages/ar.json: text deadlines.answer has the placeholder {dueAt}, which nothing fills in; ' +
        'only texts of codes have placeholders; say it without a value',
    ]);
  });
});
