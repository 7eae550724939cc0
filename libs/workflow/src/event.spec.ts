import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { eventDefinition } from './event.js';
import { personal, personalFields, versioned } from './index.js';

const name = personal('identity', z.string());

describe('personalFields', () => {
  it.each([
    ['a field', { name }, [['name', 'identity']]],
    ['an optional field', { name: name.optional() }, [['name', 'identity']]],
    [
      'a field marked around its optionality',
      { name: personal('witness', z.string().optional()) },
      [['name', 'witness']],
    ],
    ['a nullable field', { name: name.nullable() }, [['name', 'identity']]],
    ['a field of an object', { man: z.strictObject({ name, age: z.number() }) }, [['man.name', 'identity']]],
    ['the items of a list', { names: z.array(name) }, [['names', 'identity']]],
    ['the objects of a list', { men: z.array(z.strictObject({ name })) }, [['men.name', 'identity']]],
    ['a whole object', { man: personal('medical', z.strictObject({ name })) }, [['man', 'medical']]],
    ['nothing', { name: z.string() }, []],
  ])('finds %s by its path', (_what, shape, found) => {
    expect([...personalFields(z.strictObject(shape))]).toEqual(found);
  });

  it('finds fields of different classes side by side', () => {
    const schema = z.strictObject({ name, illness: personal('medical', z.string()), no: z.string() });
    expect([...personalFields(schema)]).toEqual([
      ['name', 'identity'],
      ['illness', 'medical'],
    ]);
  });
});

describe('an event', () => {
  it('is in version 1 when only its schema is listed', () => {
    const schema = z.strictObject({});
    expect(eventDefinition(schema)).toEqual({ schema, version: 1, upcasters: [] });
  });

  it('is one version further with each upcaster', () => {
    expect(versioned(z.strictObject({}), [(old) => ({ ...old }), (old) => ({ ...old })]).version).toBe(3);
  });
});
