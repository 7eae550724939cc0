import { describe, expect, it } from '@jest/globals';
import { instantField, line, type Command } from '@safeconduct/workflow';
import { z } from 'zod';
import { csvRowReader } from './csv-row.js';
import type { WorkflowCommands } from './import-row.js';
import { rowForm } from './row-form.js';

const defined = (name: string, input: z.ZodType, opens?: string): Command => ({
  name,
  input,
  roles: [],
  guards: [],
  yields: [],
  ...(opens === undefined ? {} : { opens }),
});
const open = defined(
  'OpenLoan',
  z.strictObject({ loanNo: line, amount: z.int(), due: instantField.optional() }),
  'loanNo',
);
const note = defined('AddNote', z.strictObject({ note: line, tags: z.array(line).optional() }));
const criterion = z.strictObject({ answer: z.enum(['yes', 'no']), points: z.int().optional() });
const assess = defined(
  'Assess',
  z.strictObject({
    verdict: line,
    criteria: z.strictObject({ income: criterion, past: criterion.optional() }),
    terms: z.union([line, z.strictObject({ code: line })]).optional(),
  }),
);
const settle = defined(
  'Settle',
  z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('paid'), receiptNo: line }),
    z.strictObject({ how: z.literal('waived'), reason: line }),
  ]),
);
const loans: WorkflowCommands = {
  name: 'loans',
  opening: { ...open, opens: 'loanNo' },
  commands: new Map([open, note, settle].map((command) => [command.name, command])),
};
const command = (of: Command, cells: Readonly<Record<string, string>>) =>
  csvRowReader(rowForm(loans, of), Object.keys(cells))(Object.values(cells));

describe('a field inside an object', () => {
  it('has a column with a dotted name, and is required when everything above it is', () => {
    const { columns, required } = rowForm(loans, assess);
    expect(columns.slice(-7)).toEqual([
      ...['verdict', 'criteria.income.answer', 'criteria.income.points'],
      ...['criteria.past.answer', 'criteria.past.points', 'terms', 'terms.code'],
    ]);
    expect(required).toEqual(['loanNo', 'by', 'verdict', 'criteria.income.answer']);
  });

  it('is read at any depth, and an object whose cells are empty is absent', () => {
    const cells = {
      ...{ loanNo: 'L-1', by: 'clerk-1', verdict: 'good' },
      ...{ 'criteria.income.answer': 'yes', 'criteria.income.points': '٧' },
      ...{ 'criteria.past.answer': '', 'criteria.past.points': '', 'terms.code': 'T-1' },
    };
    const row = command(assess, cells);
    expect(row).toMatchObject({ data: { verdict: 'good', terms: { code: 'T-1' } } });
    expect(row).toMatchObject({ data: { criteria: { income: { answer: 'yes', points: 7 } } } });
    expect(assess.input.safeParse((row as { data: unknown }).data)).toMatchObject({ success: true });
  });
});

describe('the form of a command’s rows', () => {
  it('has the natural key, who acts and the fields of the command as columns', () => {
    const { columns, required } = rowForm(loans, note);
    expect(columns).toEqual([
      'loanNo',
      'by',
      'confirmedBy',
      'onBehalfOf',
      'occurredAt',
      'commandId',
      'note',
      'tags',
    ]);
    expect(required).toEqual(['loanNo', 'by', 'note']);
  });

  it('names the natural key once where the command opens the case', () => {
    expect(rowForm(loans, open).columns).toEqual([
      'loanNo',
      'by',
      'confirmedBy',
      'onBehalfOf',
      'occurredAt',
      'commandId',
      'amount',
      'due',
    ]);
  });

  it('of a union has the fields of every branch, and requires what every branch requires', () => {
    const { fields, required } = rowForm(loans, settle);
    expect([...fields.keys()]).toEqual(['how', 'receiptNo', 'reason']);
    expect(required).toEqual(['loanNo', 'by', 'how']);
  });
});

describe('a row', () => {
  it('becomes a command: values by the schema, an empty cell is an absent field, spaces are trimmed', () => {
    const cells = { loanNo: ' L-1 ', by: 'clerk-1', occurredAt: '', note: ' مدفوع ١ ', tags: '' };
    expect(command(note, cells)).toEqual({
      command: 'AddNote',
      naturalKey: 'L-1',
      by: 'clerk-1',
      data: { note: 'مدفوع ١' },
    });
  });

  it('has the natural key in its data where the command opens the case', () => {
    const cells = { loanNo: 'L-1', by: 'clerk-1', amount: '٥٠', due: '٢٠٢٥-٠١-٣١T٠٠:٠٠:٠٠Z' };
    expect(command(open, cells)).toEqual({
      command: 'OpenLoan',
      naturalKey: 'L-1',
      by: 'clerk-1',
      data: { loanNo: 'L-1', amount: 50, due: '2025-01-31T00:00:00Z' },
    });
  });

  it('says who acts, confirms, speaks, when, and under which id', () => {
    const said = {
      confirmedBy: 'head-1',
      onBehalfOf: 'subject',
      occurredAt: '۲۰۲۴-12-07T06:00Z',
      commandId: 'x-1',
    };
    expect(command(note, { loanNo: 'L-1', by: 'clerk-1', note: 'a', ...said })).toEqual({
      command: 'AddNote',
      naturalKey: 'L-1',
      by: 'clerk-1',
      ...said,
      occurredAt: '2024-12-07T06:00Z',
      data: { note: 'a' },
    });
  });

  it.each([
    ['which case it is', { loanNo: ' ', by: 'clerk-1', note: 'a' }, 'loanNo is empty; say which case it is'],
    ['who acts', { loanNo: 'L-1', by: '', note: 'a' }, 'by is empty; say who acts'],
  ])('is refused with COMMAND_INVALID when it does not say %s', (_what, cells, reason) => {
    expect(command(note, cells)).toEqual({ problem: { code: 'COMMAND_INVALID', reason } });
  });
});
