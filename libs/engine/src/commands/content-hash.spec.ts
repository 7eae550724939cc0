import { describe, expect, it } from '@jest/globals';
import { parseInput, parseInstant, type Command, type Workflow } from '@safeconduct/workflow';
import { lookAlikesOf, namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../workflows/_template/index.js';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { samples, type CommandName } from '../../../../workflows/officer-case/testing/samples.js';
import { fixedKeyRing } from '../testing/index.js';
import { commandHash, contentId } from './content-hash.js';

const now = '2025-03-01T08:00:00.000Z';
const keys = fixedKeyRing();

/** The id that a command gets from its content. */
function idOf(workflow: Workflow, command: Command, input: unknown): string {
  const parsed = parseInput(command, input);
  if ('issues' in parsed) throw new Error(`${command.name}: ${JSON.stringify(parsed.issues)}`);
  const sent = {
    ...{ target: { workflow: workflow.name }, command: command.name, input },
    ...{ actor: namedActor('co-1'), sameByContent: true },
  };
  const said = { input: parsed.input, occurredAt: undefined, onBehalfOf: undefined };
  const content = { sent, workflow, command, caseId: 'one', ...said };
  return contentId(keys, content, commandHash(keys, content, undefined));
}

/** The value, with every text in it written in another way that means the same. */
function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, inner]) => [name, rewritten(inner)]),
    );
  if (typeof value !== 'string') return value;
  if (parseInstant(value) !== undefined) return inAnotherZone(value);
  if (/^[0-9a-f]{64}$/.test(value)) return value.toUpperCase();
  return isFixed(value) ? value : `  ${value} `;
}

const inAnotherZone = (instant: string): string =>
  new Date(Date.parse(instant) + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');

/** Dates and codes of a list stand in their one form. */
const isFixed = (text: string): boolean => /^\d{4}(?:-\d\d-\d\d)?$|^[A-Z_]+$|^[a-z][A-Za-z.]*$/.test(text);

// What the system sends is written in one way.
const byPeople = Object.entries(samples).filter(([, { by }]) => !by.startsWith('sys-'));
const sampled = byPeople.flatMap(([name, { inputs }]) =>
  inputs(now).map((input) => [name as CommandName, input] as const),
);

describe('the id of a command that is the same by its content', () => {
  it.each(sampled)('is the same for %s, however its data are written', (name, input) => {
    const command = officerCase.commands.get(name) as Command;
    expect(idOf(officerCase, command, rewritten(input))).toBe(idOf(officerCase, command, input));
  });

  it('is the same for every look-alike of the natural key', () => {
    const { opening } = template;
    const idWith = (requestNo: string) => idOf(template, opening, { requestNo, name: 'A', nameArabic: 'ا' });
    expect(new Set(lookAlikesOf('R-1').map(idWith))).toEqual(new Set([idWith('R-1')]));
    expect(idWith('R-2')).not.toBe(idWith('R-1'));
  });

  it('is another one for other content', () => {
    const command = template.commands.get('AddNote') as Command;
    expect(idOf(template, command, { note: 'a' })).not.toBe(idOf(template, command, { note: 'A' }));
  });
});
