import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { line } from '../index.js';
import { commands, events, findingsWith } from '../testing/luggage/index.js';

/** The findings when TraceBag has no `decide` and differs as given. */
function traceBag(change: object, changedEvents: object = {}) {
  const TraceBag = { ...commands.TraceBag, decide: undefined, ...change };
  const found = findingsWith({
    commands: { ...commands, TraceBag },
    events: { ...events, ...changedEvents },
  });
  return found.filter((text) => text.startsWith('luggage/commands.ts'));
}

describe('a command without decide', () => {
  it('is named when it may lead to several events', () => {
    expect(traceBag({ yields: ['BagTraced', 'NoteTaken'] })).toEqual([
      'luggage/commands.ts: command TraceBag may lead to BagTraced or NoteTaken and does not say which; ' +
        "give it 'decide'",
    ]);
  });

  it.each([
    ['has a field the event lacks', { place: line, colour: line }, 'the event has no field colour'],
    ['lacks a field the event needs', {}, 'the event needs place, which the form may lack'],
    [
      'leaves a field open the event needs',
      { place: line.optional() },
      'the event needs place, which the form may lack',
    ],
  ])('is named when its form %s', (_what, fields, difference) => {
    expect(traceBag({ input: z.strictObject(fields) })).toEqual([
      `luggage/commands.ts: command TraceBag records its form as BagTraced, but ${difference}; ` +
        "give it 'decide', or the form and the event the same fields",
    ]);
  });

  it('is named when the fields differ inside a list of objects', () => {
    const list = (field: string) =>
      z.strictObject({ place: z.array(z.strictObject({ [field]: z.string() })).optional() });
    const recorded = { BagTraced: list('hall') };
    expect(traceBag({ input: list('hall') }, recorded)).toEqual([]);
    expect(traceBag({ input: list('shelf') }, recorded)).toEqual([
      'luggage/commands.ts: command TraceBag records its form as BagTraced, but the event has no field place.shelf; ' +
        "give it 'decide', or the form and the event the same fields",
    ]);
  });

  it('is sound once it decides', () => {
    const decide = () => [{ type: 'BagTraced', data: { place: 'Basra' } }];
    const input = z.strictObject({ colour: line });
    expect(traceBag({ input, decide, notRecorded: ['colour'] })).toEqual([]);
  });
});

describe('a command that decides', () => {
  const decide = (data: unknown) => [{ type: 'BagTraced', data }];
  const input = z.strictObject({ place: line, phone: line.optional() });

  it('is named when it asks for a field that none of its events can keep', () => {
    expect(traceBag({ input, decide })).toEqual([
      'luggage/commands.ts: command TraceBag asks for phone, which BagTraced cannot keep; ' +
        "add the field to the event, or list it in 'notRecorded' when decide only reads it",
    ]);
    expect(traceBag({ input, decide, notRecorded: ['phone'] })).toEqual([]);
  });
});
