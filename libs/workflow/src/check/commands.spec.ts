import { describe, expect, it } from '@jest/globals';
import { noted } from '../testing/luggage/definition.js';
import { commands, findingsWith, luggage } from '../testing/luggage/index.js';

const { decide } = luggage.source;

describe('the catalogue of commands', () => {
  it('names a command that nothing decides', () => {
    expect(findingsWith({ decide: { ...decide, TraceBag: undefined } })).toEqual([
      "luggage/decide.ts: command TraceBag is decided by no function; add 'TraceBag' to decide",
    ]);
  });

  it('names a decision without a command', () => {
    expect(findingsWith({ decide: { ...decide, BurnBag: () => [] } })).toEqual([
      'luggage/decide.ts: command BurnBag does not exist; remove it or correct its name',
    ]);
  });

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
