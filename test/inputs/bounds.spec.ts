import { describe, expect, it } from '@jest/globals';
import { parseInput, type Command, type Workflow } from '@safeconduct/workflow';
import { z } from 'zod';
import { luggage } from '../../libs/workflow/src/testing/luggage/index.js';
import { template } from '../../workflows/_template/index.js';
import { workflows } from '../../workflows/index.js';
import { changedAt } from './changed.js';

const many = 500_000;
const answerBytesMax = 10_000;

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly maxItems?: number;
  readonly minItems?: number;
}

interface Place {
  readonly command: Command;
  readonly steps: readonly string[];
  readonly schema: Schema;
}

function placesIn(command: Command, schema: Schema, steps: readonly string[] = []): readonly Place[] {
  const { properties = {}, items, anyOf = [] } = schema;
  return [
    { command, steps, schema },
    ...Object.entries(properties).flatMap(([name, inner]) => placesIn(command, inner, [...steps, name])),
    ...(items === undefined ? [] : placesIn(command, items, [...steps, '*'])),
    ...anyOf.flatMap((inner) => placesIn(command, inner, steps)),
  ];
}

const placesOf = (workflow: Workflow) =>
  [...workflow.commands.values()].flatMap((command) =>
    placesIn(command, z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Schema).map(
      (place) => [`${workflow.name} ${command.name} ${place.steps.join('.')}`, place] as const,
    ),
  );

const places = [...workflows, template, luggage].flatMap(placesOf);
const lists = places.filter(([, { schema }]) => schema.type === 'array');

/** More of one thing than anybody types, in every way in which there can be more. */
const tooMuch: readonly (readonly [string, unknown])[] = [
  ['half a million wrong items', Array<number>(many).fill(1)],
  ['half a million texts', Array<string>(many).fill('')],
  ['half a million lists', Array<number[]>(many).fill([1])],
  ['half a million fields', Object.fromEntries(Array.from({ length: many }, (_, n) => [`f${n}`, n]))],
  ['a long text', 'x'.repeat(many)],
  ['lists in lists', Array.from({ length: 700 }, () => Array<number>(700).fill(1))],
];

describe('every part of every form', () => {
  it('is known, with its lists', () => {
    expect(lists.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'officer-case OpenRelocation countries',
        'officer-case GiveDisclosureConsent items',
        'officer-case RecordAssurance scope',
      ]),
    );
    expect(places.length).toBeGreaterThan(200);
  });

  it.each(lists)('says of a list how many items it takes: %s', (_name, { schema }) => {
    expect(schema.maxItems).toBeLessThanOrEqual(1000);
  });

  it.each(tooMuch)('is refused in a few words: %s', (_what, value) => {
    const openings = places.filter(([, { command }]) => command.opens !== undefined);
    for (const [name, { command, steps }] of [...lists, ...openings]) {
      const parsed = parseInput(command, changedAt({}, steps, value));
      const answer = JSON.stringify(parsed);
      expect([name, 'issues' in parsed, answer.length < answerBytesMax]).toEqual([name, true, true]);
    }
  });

  it('says how many faults it does not list', () => {
    const command = workflows[0]?.commands.get('OpenRelocation') as Command;
    const parsed = parseInput(command, {
      countries: Array<number>(50).fill(1),
      channel: 'OTHER',
      reason: 'thirdCountry',
    });
    const issues = 'issues' in parsed ? parsed.issues : [];
    expect(issues.length).toBe(31);
    expect(issues.at(-1)?.message).toBe('and 20 more');
  });

  it('takes no text of broken characters, neither as value nor as name', () => {
    for (const [name, { command, steps }] of places) {
      const parsed = parseInput(command, changedAt({}, steps, 'a\ud800'));
      expect([name, 'issues' in parsed]).toEqual([name, true]);
    }
    expect(parseInput(template.opening, { requestNo: 'R', name: 'a\udc00', nameArabic: 'a' })).toMatchObject({
      issues: [{ path: 'name', code: 'forbidden_character' }],
    });
    expect(parseInput(template.opening, { ['a\ud800']: 1 })).toMatchObject({ issues: [{ path: '' }] });
  });

  it('names a field that is not known, and the one that was probably meant', () => {
    for (const [name, { command, steps }] of places.filter(([, { steps }]) => steps.length === 1)) {
      const [field] = steps as readonly [string];
      const mistyped = `${field}e`;
      const parsed = parseInput(command, { [mistyped]: 1 });
      const found = 'issues' in parsed ? parsed.issues : [];
      expect([name, found.find(({ path }) => path === mistyped)?.message]).toEqual([
        name,
        `is not known; did you mean ${field}?`,
      ]);
    }
  });
});
