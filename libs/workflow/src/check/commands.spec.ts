import { describe, expect, it } from '@jest/globals';
import { noted } from '../testing/luggage/definition.js';
import { commands, findingsWith } from '../testing/luggage/index.js';

describe('the guards of the commands', () => {
  it('names a command with a guard that is undefined when the definition is loaded', () => {
    const TraceBag = { ...commands.TraceBag, guards: [undefined] };
    expect(findingsWith({ commands: { ...commands, TraceBag } })).toEqual([
      'luggage/commands.ts: command TraceBag lists a guard that does not exist when the definition is loaded; ' +
        'look for two files that import each other in a circle',
    ]);
  });

  it.each([
    ['version', { ...noted, version: 2 }],
    ['codes', { ...noted, codes: ['NOTE_MISSING', 'AMOUNT_TOO_HIGH'] }],
  ])('names an id that two guards with different %s share', (_what, twin) => {
    const TraceBag = { ...commands.TraceBag, guards: [twin] };
    expect(findingsWith({ commands: { ...commands, TraceBag } })).toEqual([
      'luggage/guards.ts: guard G-NOTED stands for rules with different versions or codes; ' +
        'give one of them another id',
    ]);
  });
});

describe('a remedy of a guard', () => {
  it.each(['TakeNot', 'FileClaim'])('%s is a command of an open case', (remedy) => {
    const [noted] = commands.RefuseClaim.guards;
    const TraceBag = { ...commands.TraceBag, guards: [{ ...noted, id: 'G-OWN', remedies: [remedy] }] };
    expect(findingsWith({ commands: { ...commands, TraceBag } })).toContainEqual(
      expect.stringContaining(
        `luggage/guards.ts: guard G-OWN has the remedy '${remedy}', which is no command of an open case; name one of TakeNote`,
      ),
    );
  });
});

describe('the kinds of a command', () => {
  it.each([
    ['FileClaim', { freeOfOrder: true }, "has 'freeOfOrder' and 'opens'"],
    ['TakeNote', { establishes: true }, "has 'freeOfOrder' and 'establishes'"],
    ['TakeNote', { alwaysHeard: true }, "has 'freeOfOrder' and 'alwaysHeard'"],
    ['PayClaim', { alwaysHeard: true }, "has 'alwaysHeard' and 'confirmedBy'"],
    ['FileClaim', { erases: true }, "has 'erases' and 'opens'"],
    ['PayClaim', { erases: true, alwaysHeard: true }, "has 'erases' and 'alwaysHeard'"],
    ['PayClaim', { erases: true, establishes: true }, "has 'erases' and 'establishes'"],
    ['TakeNote', { erases: true }, "has 'erases' and 'freeOfOrder'"],
    ['FileClaim', { isNote: true }, "has 'isNote' and 'opens'"],
    ['PayClaim', { isNote: true }, "has 'isNote' and 'confirmedBy'"],
    ['PayClaim', { isNote: true }, "has 'isNote' and not 'freeOfOrder'"],
    ['FileClaim', { inBulk: true }, "has 'inBulk' and 'opens'"],
    ['PayClaim', { inBulk: true }, "has 'inBulk' and 'confirmedBy'"],
    ['TakeNote', { inBulk: true, establishes: true }, "has 'inBulk' and 'establishes'"],
  ] as const)('of %s cannot be %j as well', (name, kind, what) => {
    const found = findingsWith({ commands: { ...commands, [name]: { ...commands[name], ...kind } } });
    expect(found).toContainEqual(expect.stringContaining(`command ${name} ${what}`));
  });

  it('do not make a command free of order whose events always move the case', () => {
    const RefuseClaim = { ...commands.RefuseClaim, freeOfOrder: true };
    expect(findingsWith({ commands: { ...commands, RefuseClaim } })).toEqual([
      "luggage/commands.ts: command RefuseClaim is 'freeOfOrder', and its events move the case in every state; " +
        "remove 'freeOfOrder', or give the chart a transition that stays",
    ]);
  });

  it('let no command be sent in bulk whose events move a case', () => {
    const RefuseClaim = { ...commands.RefuseClaim, inBulk: true };
    expect(findingsWith({ commands: { ...commands, RefuseClaim } })).toEqual([
      "luggage/commands.ts: command RefuseClaim is 'inBulk', and one of its events moves a case to another state; " +
        "remove 'inBulk': what moves a case is decided case by case",
    ]);
  });

  it('give one that is always heard a form that takes whatever is said', () => {
    const TraceBag = { ...commands.TraceBag, alwaysHeard: true };
    expect(findingsWith({ commands: { ...commands, TraceBag } })).toEqual([
      "luggage/commands.ts: command TraceBag is 'alwaysHeard', and its form may refuse what is said; make every " +
        "field optional and add 'asHeard: wordsAsHeard.optional()', to its event as well",
    ]);
  });
});
