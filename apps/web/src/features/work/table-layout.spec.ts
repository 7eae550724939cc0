import { describe, expect, it } from '@jest/globals';
import { readLayout, shownColumns, untouched, withColumns } from './table-layout.js';

const fitting = ['reference', 'subject', 'state', 'due'] as const;

describe('the columns of a worklist', () => {
  it('are those that fit, until somebody chooses', () => {
    expect(shownColumns(untouched, fitting)).toEqual(fitting);
  });

  it('are in their order, with what was put in and without what was left out, at any width', () => {
    const layout = withColumns(untouched, new Set(['reference', 'assignee', 'state', 'subject']), fitting);
    expect(layout.columns).toEqual({ due: false, assignee: true });
    expect(shownColumns(layout, fitting)).toEqual(['reference', 'subject', 'state', 'assignee']);
    expect(shownColumns(layout, ['reference', 'due'])).toEqual(['reference', 'assignee']);
  });

  it('never lose the reference', () => {
    const layout = withColumns(untouched, new Set(), fitting);
    expect(shownColumns(layout, fitting)).toEqual(['reference']);
  });

  it('are shown again after they were left out', () => {
    const without = withColumns(untouched, new Set(['reference', 'subject', 'state']), fitting);
    const again = withColumns(without, new Set(fitting), fitting);
    expect(shownColumns(again, ['reference'])).toEqual(['reference', 'due']);
  });
});

describe('what is kept on a device', () => {
  it('is read as it was kept', () => {
    const layout = { columns: { due: false, assignee: true }, isCompact: true };
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
  });

  it.each([null, '', 'null', '7', '[]', '{"columns":7}', '{"columns":null,"isCompact":"yes"}'])(
    'is as if nobody had chosen where it is %j',
    (kept) => {
      expect(readLayout(kept)).toEqual(untouched);
    },
  );

  it('leaves out a column that there is not, and the one that is always shown', () => {
    const kept = '{"columns":{"height":true,"reference":false,"due":"no","since":true},"isCompact":false}';
    expect(readLayout(kept)).toEqual({ columns: { since: true }, isCompact: false });
  });
});
