import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  brokenRule,
  codeOf,
  day,
  instantField,
  line,
  parseInput,
  past,
  yearWithin,
  type Command,
} from './index.js';

/** The first rule that an input breaks. */
function broken(schema: z.ZodType, value: unknown) {
  const form = z.strictObject({ field: schema });
  const input = value === undefined ? {} : { field: value };
  const found = form.safeParse(input);
  const [issue] = found.error?.issues ?? [];
  return issue && brokenRule(issue, input);
}

describe('a rule that a value breaks', () => {
  it.each([
    ['a text', line],
    ['a code', codeOf(['A', 'B'])],
    ['one of several forms', z.union([day, instantField])],
    ['what is declared', z.literal(true)],
    ['a number', z.int()],
  ])('is that it is required, where %s is absent', (_what, schema) => {
    expect(broken(schema, undefined)).toMatchObject({ code: 'required', message: 'is missing' });
  });

  it('has its bounds, in a sentence of the project', () => {
    expect(broken(z.string().min(1), '')).toEqual({
      ...{ code: 'too_small', message: 'must not be empty', params: { minimum: 1, unit: 'characters' } },
    });
    expect(broken(z.string().max(3), 'long')).toEqual({
      ...{
        code: 'too_big',
        message: 'must have at most 3 characters',
        params: { maximum: 3, unit: 'characters' },
      },
    });
    expect(broken(z.array(z.string()).min(2), ['a'])).toEqual({
      ...{ code: 'too_small', message: 'must have at least 2 items', params: { minimum: 2, unit: 'items' } },
    });
    expect(broken(z.number().min(5), 1)).toEqual({
      ...{ code: 'too_small', message: 'must be at least 5', params: { minimum: 5 } },
    });
    expect(broken(z.enum(['a', 'b']), 'c')).toEqual({
      ...{ code: 'invalid_value', message: 'must be one of a, b', params: { allowed: ['a', 'b'] } },
    });
    expect(broken(z.string().regex(/^\d+$/), 'x')).toEqual({
      ...{
        code: 'invalid_format',
        message: 'does not have the form that it needs',
        params: { pattern: '^\\d+$' },
      },
    });
    expect(broken(z.int(), 1.5)).toEqual({
      ...{ code: 'invalid_type', message: 'must be a whole number', params: { expected: 'wholeNumber' } },
    });
  });

  it('says the sentence that its schema has, and of several forms that of each', () => {
    expect(broken(codeOf(['RUTBA', 'QAIM']), 'RUTBE')?.message).toMatch(
      /^must be one of RUTBA, QAIM; did you mean/,
    );
    expect(broken(z.union([yearWithin(past(10)), day]), 'soon')?.message).toBe(
      'must be a year such as 1979; or must be a day that exists, such as 2025-12-31',
    );
  });

  it('lists no long register', () => {
    expect(
      broken(z.enum(Array.from({ length: 31 }, (_, index) => `C${index}`)), 'x')?.params,
    ).toBeUndefined();
  });

  it('repeats nothing of what was sent, whatever it is', () => {
    const form = z.strictObject({
      ...{ text: line, count: z.int().min(1), code: z.enum(['a']), list: z.array(z.int()), on: z.boolean() },
      inside: z.strictObject({ at: z.union([day, instantField]) }),
    });
    const secret = 'Ahmad';
    for (const value of [secret, [secret], { [secret]: secret }, -1, null, true]) {
      const input = Object.fromEntries(Object.keys(form.shape).map((name) => [name, value]));
      const parsed = parseInput({ input: form } as unknown as Command, input);
      const issues = 'issues' in parsed ? parsed.issues : [];
      expect(issues.length).toBeGreaterThan(0);
      const told = issues.map(({ message, params }) => ({ message, params }));
      expect(JSON.stringify(told)).not.toContain(secret);
      expect(JSON.stringify(told)).not.toMatch(/Invalid|expected |received|Too (?:big|small)/);
    }
  });
});
