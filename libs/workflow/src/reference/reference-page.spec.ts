import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { languages, referencePage } from '../index.js';
import { luggage } from '../testing/luggage/index.js';
import { words } from './words.js';

const english = referencePage(luggage, 'en');
const rowOf = (page: string, first: string) =>
  page.split('\n').find((line) => line.startsWith(`| ${first} |`));

describe('the reference page', () => {
  it('is the same each time, and has no date', () => {
    expect(referencePage(luggage, 'en')).toBe(english);
    expect(english).not.toMatch(/\b20\d\d-/);
  });

  it('begins with what the workflow is, and in which version', () => {
    expect(english).toMatch(
      /^# Lost luggage\n\nA claim is filed.*\n\nGenerated from .*`luggage`, version 3\.\n/,
    );
  });

  it('shows the diagram', () => {
    expect(english).toContain('```mermaid\nstateDiagram-v2\n');
  });

  it.each([
    [
      'a state with what is open there',
      '| `open.found` | all found |  | `TakeNote` `TraceBag` `PayClaim` `RefuseClaim` |',
    ],
    ['a state in which the procedure may rest', '| `closed.paid` | paid | yes | `TakeNote` |'],
    ['a command', '| `PayClaim` | pay the claim | clerk | head | G-NOTED G-LIMIT | `ClaimPaid` |'],
    [
      'a transition with its rule',
      '| `open.searching` | `BagTraced` | it was the last one missing | `open.found` |',
    ],
    ['a field of a form', '| `channel` | channel | desk \\| post |  |'],
    [
      'an event with its sealed fields',
      '| `ClaimFiled` | claim filed | 2 | `claimNo`, `owner` (identity), `ownerArabic` (identity), `bags`, `channel` |',
    ],
    [
      'a guard with its refusals',
      '| G-LIMIT | the amount is within the limit | 2 | `AMOUNT_TOO_HIGH` more than {limit} is not paid here |',
    ],
    ['a deadline', '| `answer` | answer the claim | clerk | `MarkAnswerOverdue` |'],
    ['a tag with its codes', '| `bags` | bags | `few` none or one<br>`several` several |'],
    ['a column of a view', '| `tracedLast` | last bag traced on | day | optional, filter |'],
    ['a column of its key', '| `bag` | bag | integer | key |'],
    [
      'a role with what it may send and confirm',
      '| `head` | head of office | `TakeNote` `RefuseClaim` | `PayClaim` |',
    ],
  ])('lists %s', (_what, row) => {
    expect(english.split('\n')).toContain(row);
  });

  it('says of a view which events it follows from, and how many rows a case has', () => {
    expect(english).toContain(
      '### traced\n\nbags that were found. Made from `BagTraced`. A case has one row for each `bag`.\n',
    );
    expect(english).toContain('`ClaimPaid` `ClaimRefused`. A case has one row at the most.');
  });

  it('leaves out the section of a workflow without views', () => {
    expect(referencePage({ ...luggage, views: new Map() }, 'en')).not.toContain('## Views');
  });

  it('leaves out transitions that change nothing', () => {
    expect(rowOf(english, '`open.searching` | `NoteTaken`')).toBeUndefined();
  });

  it('says of a command that it is heard without conditions, and for whom it is said', () => {
    const TakeNote = {
      ...luggage.commands.get('TakeNote'),
      alwaysHeard: true,
      freeOfOrder: undefined,
      onBehalf: true,
    };
    const commands = new Map(luggage.commands).set('TakeNote', TakeNote as never);
    expect(rowOf(referencePage({ ...luggage, commands }, 'en'), '`TakeNote`')).toBe(
      '| `TakeNote` | take a note | clerk, head, on behalf of the person |  | none: always heard | `NoteTaken` |',
    );
  });

  it('says of a command that it may be entered late, and that what fails is recorded', () => {
    const RefuseClaim = { ...luggage.commands.get('RefuseClaim'), establishes: true };
    const page = referencePage(
      { ...luggage, commands: new Map(luggage.commands).set('RefuseClaim', RefuseClaim as never) },
      'en',
    );
    expect(rowOf(page, '`TakeNote`')).toContain('|  | may be entered late | `NoteTaken` |');
    expect(rowOf(page, '`RefuseClaim`')).toContain('| G-NOTED; a guard that fails is recorded |');
  });

  it('says of a deadline that sends nothing that it is shown', () => {
    const answer = { role: 'clerk', dueAt: () => undefined };
    const page = referencePage({ ...luggage, deadlines: { answer } }, 'en');
    expect(rowOf(page, '`answer`')).toBe('| `answer` | answer the claim | clerk | is shown |');
  });

  it('says of a form without fields that it has none', () => {
    const TakeNote = { ...luggage.commands.get('TakeNote'), input: z.strictObject({}) };
    const commands = new Map(luggage.commands).set('TakeNote', TakeNote as never);
    expect(referencePage({ ...luggage, commands }, 'en')).toContain('### TakeNote\n\nNo fields.\n');
  });

  it.each(languages)('speaks %s in every heading', (language) => {
    const headings = [...referencePage(luggage, language).matchAll(/^## (.*)$/gm)].map((found) => found[1]);
    const { diagram, states, commands, transitions, forms, events, guards, deadlines, roles, tags, views } =
      words[language];
    expect(headings).toEqual([
      diagram,
      states,
      commands,
      transitions,
      forms,
      events,
      guards,
      deadlines,
      roles,
      tags,
      views,
    ]);
  });

  it('has no Latin word among the Arabic ones', () => {
    const plain = Object.values(words.ar).filter((word) => typeof word === 'string');
    expect(plain.filter((word) => /[A-Za-z]/.test(word))).toEqual([]);
    expect(words.ar.generated('', 3)).not.toMatch(/[A-Za-z]/);
  });
});
