import { describe, expect, it } from '@jest/globals';
import {
  dateFieldsOf,
  dateIssues,
  lifetime,
  parseInput,
  plus,
  days,
  type Command,
  type DateField,
  type Issue,
  type Workflow,
} from '@safeconduct/workflow';
import { luggage } from '../../libs/workflow/src/testing/luggage/index.js';
import { template } from '../../workflows/_template/index.js';
import { workflows } from '../../workflows/index.js';
import { samples } from '../../workflows/officer-case/testing/samples.js';
import { changedAt } from './changed.js';

const now = '2025-03-01T08:00:00.000Z';
const yearMs = days(365.25);

/** Days of other calendars, and days that nobody alive has seen or will see. */
const impossible = [
  '1447-07-11',
  '1403-05-05',
  '1300-01-01',
  '0025-01-01',
  '0000-01-01',
  '1024-12-07',
].concat(['2568-03-01', '9999-12-31', '2225-01-01', '1825-01-01']);
/** Each as a day, as an instant and as a year. */
const forms = (day: string) => [day, `${day}T10:00:00+03:00`, `${day}T07:00:00.000Z`, day.slice(0, 4)];

interface FormDate {
  readonly command: Command;
  readonly field: DateField;
  /** A form in which everything is right. */
  readonly input: unknown;
}

const known: Readonly<Record<string, { inputs(at: string): readonly unknown[] }>> = samples;

function datesOf(workflow: Workflow): readonly (readonly [string, FormDate])[] {
  return [...workflow.commands.values()].flatMap((command) =>
    dateFieldsOf(command.input).map((field) => {
      const name = `${workflow.name} ${command.name}.${field.steps.join('.')}`;
      // What the system sends about a deadline is made by the engine alone.
      const made = { deadline: 'one', dueAt: now };
      const input = known[command.name]
        ?.inputs(now)
        .findLast((one) => String(field.steps[0]) in (one as object));
      return [name, { command, field, input: input ?? made }] as const;
    }),
  );
}

const found = [...workflows, template, luggage].flatMap(datesOf);

/** Every issue of a form with another value in a date field. */
function issuesWith({ command, field, input }: FormDate, value: string): readonly Issue[] {
  const parsed = parseInput(command, changedAt(input, field.steps, value));
  return 'issues' in parsed ? parsed.issues : dateIssues(command.input, parsed.input, now);
}

describe('every date of every form', () => {
  it('is known', () => {
    expect(found.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'officer-case RegisterEntry.birthDate',
        'officer-case RegisterEntry.crossedAt',
        'officer-case RecordAssurance.validUntil',
        'officer-case StartMovement.reconfirmedAt',
        'officer-case RequestReturn.wishedDate',
        'template MarkAnswerOverdue.dueAt',
      ]),
    );
  });

  it.each(found)('is taken where it can be: %s', (_name, date) => {
    const parsed = parseInput(date.command, date.input);
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    expect(dateIssues(date.command.input, parsed.input, now)).toEqual([]);
  });

  it.each(found)('is refused where it cannot be, under its own name: %s', (_name, date) => {
    const path = date.field.steps.join('.');
    for (const value of impossible.flatMap(forms)) {
      const issues = issuesWith(date, value);
      expect([value, issues.map((issue) => issue.path)]).toEqual([value, [path]]);
    }
  });

  it.each(found)('says so where a year looks like one of the Hijri calendar: %s', (_name, date) => {
    const messages = ['1447-07-11', '1403-05-05'].flatMap(forms).flatMap((value) => issuesWith(date, value));
    const told = messages.filter(({ code }) => code === 'hijri_year');
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told.every(({ message }) => message.includes('Gregorian'))).toBe(true);
  });

  it.each(found)('is refused beyond its bounds, and taken inside of them: %s', (_name, date) => {
    const { from, to } = date.field.mark;
    const beyond = [plus(now, days(from) - yearMs), plus(now, days(to) + yearMs)];
    for (const at of beyond)
      for (const value of forms(at.slice(0, 10))) expect(issuesWith(date, value)).not.toEqual([]);
  });

  it.each(found.filter(([, { command }]) => !command.roles.includes('system')))(
    'has an order against the time of the command: %s',
    (_name, { field: { mark: range } }) => {
      expect(range).not.toEqual(lifetime);
      expect(range.to === 0 || range.from > 0).toBe(true);
    },
  );
});
