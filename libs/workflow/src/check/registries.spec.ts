import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { codeFrom, codeOf, canonicalDefinition, lineFrom, personIn, registriesOf } from '../index.js';
import { commands, findingsWith, luggage } from '../testing/luggage/index.js';

const withFields = (...fields: readonly z.ZodType[]) => ({
  commands: {
    ...commands,
    TraceBag: {
      ...commands.TraceBag,
      input: z.strictObject({ place: z.string(), one: fields[0] ?? z.string().optional() }),
    },
    TakeNote: {
      ...commands.TakeNote,
      input: z.strictObject({ note: z.string(), two: fields[1] ?? z.string().optional() }),
    },
  },
});
const ofRegistries = (...fields: readonly z.ZodType[]) =>
  findingsWith(withFields(...fields)).filter((line) => line.includes('registry'));

describe('a registry', () => {
  it('is the same wherever it is named', () => {
    expect(ofRegistries(codeFrom('depot', ['A', 'B']), codeFrom('depot', ['A', 'B']).optional())).toEqual([]);
    const another =
      "luggage/commands.ts: command TraceBag has another registry 'depot' than a command before it; give each list a name of its own";
    expect(ofRegistries(codeFrom('depot', ['A', 'B']), codeFrom('depot', ['A']))).toEqual([another]);
    expect(ofRegistries(lineFrom('depot', ['A']), codeFrom('depot', ['A']))).toEqual([another]);
  });

  it('has not the name of the people', () => {
    expect(ofRegistries(personIn('clerk'))).toEqual([]);
    expect(ofRegistries(codeFrom('people', ['A']))).toEqual([
      "luggage/commands.ts: command TraceBag has a registry 'people', which is that of the people who work with cases; " +
        'give it another name, or use personIn',
    ]);
  });

  it('needs a text in each language for each value that it offers', () => {
    expect(
      findingsWith(withFields(lineFrom('how', ['by ship']))).filter((line) => line.includes('by ship')),
    ).toHaveLength(2);
  });

  it('is found in lists and optional fields, with its values in the order of the author', () => {
    const { commands: changed } = withFields(
      z.array(codeFrom('depot', ['B', 'A'])).optional(),
      lineFrom('how', ['z', 'y']).optional(),
    );
    expect([...registriesOf({ commands: changed }).values()]).toEqual(
      expect.arrayContaining([
        { name: 'depot', closed: true, values: ['B', 'A'] },
        { name: 'how', closed: false, values: ['z', 'y'] },
      ]),
    );
  });

  it('changes nothing of what decides: neither its name nor what it suggests', () => {
    const definition = (field: z.ZodType) =>
      canonicalDefinition({ source: { ...luggage.source, ...withFields(field) } });
    expect(definition(codeFrom('depot', ['A']))).toBe(definition(codeOf(['A'])));
    expect(definition(lineFrom('how', ['x']))).toBe(definition(lineFrom('where', ['y', 'z'])));
    expect(definition(codeFrom('depot', ['A']))).not.toBe(definition(codeFrom('depot', ['A', 'B'])));
  });
});
