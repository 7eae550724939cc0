import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineWorkflow } from '../index.js';
import { commands, events, findingsBesideTexts, findingsWith, luggage } from '../testing/luggage/index.js';

const { FileClaim } = commands;
const remedy = "add the field, or name another one in 'opens'";

describe('the opening command', () => {
  it.each([
    ['none', { ...commands, FileClaim: { ...FileClaim, opens: undefined } }, 'none'],
    ['two', { ...commands, TakeNote: { ...commands.TakeNote, opens: 'note' } }, 'FileClaim and TakeNote'],
  ])('is exactly one, not %s', (_count, changed, found) => {
    const line =
      'luggage/commands.ts: the catalogue of commands must have exactly one command that opens a case, ' +
      `found ${found}; give that one 'opens', the field that is the natural key, and no other`;
    expect(findingsWith({ commands: changed })).toContain(line);
    expect(() => defineWorkflow({ ...luggage.source, commands: changed } as never)).toThrow(line);
  });

  it('has the natural key as a required text of its form', () => {
    expect(findingsWith({ commands: { ...commands, FileClaim: { ...FileClaim, opens: 'bags' } } })).toContain(
      `luggage/commands.ts: command FileClaim has no required text 'bags', the natural key of a case; ${remedy}`,
    );
  });

  it('may lead to further events, of which none opens a case', () => {
    const yields = ['ClaimFiled', 'NoteTaken'];
    const deciding = { ...commands, FileClaim: { ...FileClaim, yields, decide: () => [] } };
    expect(findingsWith({ commands: deciding })).toEqual([]);
    const { openingEvents } = defineWorkflow({ ...luggage.source, commands: deciding } as never);
    expect([...openingEvents]).toEqual(['ClaimFiled']);
  });

  it('has the fields by which a second case of a person is seen', () => {
    expect(findingsWith({ compared: { latin: 'owner', birthDate: 'born' } })).toContain(
      "luggage/index.ts: 'compared' names 'born', which is no text in the form of FileClaim; name a field of the form",
    );
    expect(findingsWith({ compared: { documentNo: 'bags' } })).toContain(
      "luggage/index.ts: 'compared' names 'bags', which is no text in the form of FileClaim; name a field of the form",
    );
    expect(findingsWith({ compared: { latn: 'owner' } })).toContain(
      "luggage/index.ts: 'compared' has 'latn', which means nothing there; did you mean 'latin'?",
    );
  });

  it('records the natural key under the same name', () => {
    const ClaimFiled = z.strictObject({ number: z.string() });
    const deciding = {
      ...commands,
      FileClaim: {
        ...commands.FileClaim,
        decide: () => [],
        notRecorded: Object.keys(commands.FileClaim.input.shape),
      },
    };
    const changed = findingsBesideTexts({
      events: { ...events, ClaimFiled },
      commands: deciding,
      subject: {},
    });
    expect(changed).toEqual([
      `luggage/events.ts: event ClaimFiled has no required text 'claimNo', the natural key of a case; ${remedy}`,
    ]);
  });
});
