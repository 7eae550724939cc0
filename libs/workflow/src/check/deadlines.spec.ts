import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { commands, deadlines, findingsWith } from '../testing/luggage/index.js';

const overdue = (change: object) =>
  findingsWith({
    commands: { ...commands, MarkAnswerOverdue: { ...commands.MarkAnswerOverdue, ...change } },
  });

describe('deadlines', () => {
  it('name a command that exists', () => {
    expect(findingsWith({ deadlines: { answer: { ...deadlines['answer'], then: 'BurnBag' } } })).toEqual([
      'luggage/deadlines.ts: deadline answer sends BurnBag, a command that does not exist; ' +
        "add it to commands.ts or correct 'then'",
    ]);
  });

  it.each([
    [{ roles: ['clerk'] }, 'cannot be sent by the role system', "add 'system' to its roles"],
    [{ confirmedBy: ['head'] }, 'asks for a second person', "remove 'confirmedBy'"],
    [
      { input: z.strictObject({ deadline: z.string(), dueAt: z.string() }) },
      'does not take deadlinePassed',
      "set 'input' to deadlinePassed",
    ],
  ])('send a command that the system can send: not %j', (change, what, remedy) => {
    expect(overdue(change)).toEqual([
      `luggage/commands.ts: command MarkAnswerOverdue is sent by a deadline and ${what}; ${remedy}`,
    ]);
  });

  it('send a command that asks whether they still run', () => {
    expect(overdue({ guards: [] })).toContain(
      'luggage/commands.ts: command MarkAnswerOverdue is sent by a deadline and ' +
        'does not ask whether the deadline still runs; add dueGuard(deadlines) to its guards',
    );
  });
});
