import { describe, expect, it } from '@jest/globals';
import { parseInput } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import ar from './problems.ar.json' with { type: 'json' };
import en from './problems.en.json' with { type: 'json' };
import { issuesIn } from './problem-text.js';

describe('the texts of problems', () => {
  it.each(['titles', 'details', 'detailsOfReading', 'detailsOfViews'] as const)(
    'have the same %s in both languages',
    (part) => {
      expect(Object.keys(ar[part]).sort()).toEqual(Object.keys(en[part]).sort());
    },
  );
});

describe('what is wrong with a field', () => {
  const commands = workflows.flatMap((workflow) => [...workflow.commands.values()]);
  const wrong = [
    undefined,
    null,
    '',
    ' ',
    'x',
    'a\nb',
    '\u202e',
    'x'.repeat(15_000),
    5,
    -1,
    1.5,
    true,
    false,
    [],
    ['x'],
    {},
  ];

  it.each(commands)('of $name is said in Arabic, by rule and bounds', ({ input }) => {
    const fields = Object.keys((input as { readonly shape?: object }).shape ?? {});
    for (const value of wrong) {
      const given = Object.fromEntries(fields.map((name) => [name, value]));
      const parsed = parseInput({ input } as never, given);
      for (const { path, code, message } of issuesIn('issues' in parsed ? parsed.issues : [], 'ar')) {
        expect({ path, code, message }).not.toMatchObject({ message: ar.issues.other });
        expect(message).toMatch(/[\u0600-\u06ff]/);
        expect(message).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  it('has its bounds in the sentence', () => {
    const issue = { path: 'name', code: 'too_big', message: 'must have at most 500 characters' };
    const [said] = issuesIn([{ ...issue, params: { maximum: 500, unit: 'characters' } }], 'ar');
    expect(said?.message).toBe('يجب ألا يزيد عدد الأحرف على 500');
    const empty = { path: 'name', code: 'too_small', message: 'must not be empty' };
    const [filled] = issuesIn([{ ...empty, params: { minimum: 1, unit: 'characters' } }], 'ar');
    expect(filled?.message).toBe('لا يجوز أن يكون الحقل فارغًا');
  });
});
