import { describe, expect, it } from '@jest/globals';
import { rowContent } from './row-command.js';

const row = {
  command: 'AddNote',
  naturalKey: 'L-1',
  by: 'clerk-1',
  data: { note: 'a', tags: [{ b: 1, a: 2 }, 'z'] },
};

describe('the content of a row', () => {
  it('is one text, whatever the order of its keys, at any depth', () => {
    const other = {
      data: { tags: [{ a: 2, b: 1 }, 'z'], note: 'a' },
      by: 'clerk-1',
      naturalKey: 'L-1',
      command: 'AddNote',
    };
    expect(rowContent('loans', row)).toBe(
      '["loans","AddNote","L-1",{"by":"clerk-1","data":{"note":"a","tags":[{"a":2,"b":1},"z"]}}]',
    );
    expect(rowContent('loans', other)).toBe(rowContent('loans', row));
  });

  it.each([
    ['workflow', 'other', row],
    ['command', 'loans', { ...row, command: 'Other' }],
    ['case', 'loans', { ...row, naturalKey: 'L-2' }],
    ['actor', 'loans', { ...row, by: 'clerk-2' }],
    ['second person', 'loans', { ...row, confirmedBy: 'head-1' }],
    ['person spoken for', 'loans', { ...row, onBehalfOf: 'subject' }],
    ['time', 'loans', { ...row, occurredAt: '2024-12-07T06:00Z' }],
    ['data', 'loans', { ...row, data: { note: 'a', tags: ['z', { a: 2, b: 1 }] } }],
  ])('is another text for another %s', (_what, workflow, other) => {
    expect(rowContent(workflow, other)).not.toBe(rowContent('loans', row));
  });

  it('does not depend on a command id of its own', () => {
    expect(rowContent('loans', { ...row, commandId: 'x' })).toBe(rowContent('loans', row));
  });
});
