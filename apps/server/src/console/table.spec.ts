import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from './display-width.js';
import { optionsFor, table, type Column } from './table.js';

const columns: readonly Column[] = [
  { title: 'reference' },
  { title: 'name' },
  { title: 'state' },
  { title: 'days', align: 'right' },
];
const rows = [
  ['QAIM-2024-00002', 'ماهر علي الديري', 'camped.returning.consented', '12'],
  ['QAIM-2024-00425', 'Tariq Muhammad al-Himsi', 'pendingAssurance.seeking', '1,204'],
];

describe('a table', () => {
  it('goes uncut and plain where no width is given, Arabic isolated, numbers aligned right', () => {
    expect(table(columns, rows, {}).split('\n')).toEqual([
      'reference        name                     state                        days',
      'QAIM-2024-00002  \u2068ماهر علي الديري\u2069          camped.returning.consented     12',
      'QAIM-2024-00425  Tariq Muhammad al-Himsi  pendingAssurance.seeking    1,204',
    ]);
  });

  it('cuts the widest texts to the width, never a number', () => {
    expect(table(columns, rows, { width: 56 }).split('\n')).toEqual([
      'reference        name             state             days',
      'QAIM-2024-00002  \u2068ماهر علي الديري\u2069  camped.returni…     12',
      'QAIM-2024-00425  Tariq Muhammad…  pendingAssuran…  1,204',
    ]);
  });

  it('cuts what identifies a row last: at 60 columns a reference and a time of day are whole', () => {
    const given = [
      { title: 'rev', align: 'right' },
      { title: 'occurred (UTC)', identifies: true },
      { title: 'event' },
      { title: 'state', keep: 'end' },
      { title: 'reference', identifies: true },
    ] as const;
    const cells = [
      ['10', '2024-12-07 06:13', 'RealRiskFindingRecorded', 'camped.returning.consented', 'QAIM-2024-00002'],
    ];
    expect(table(given, cells, { width: 60 }).split('\n')).toEqual([
      'rev  occurred (UTC)    event      state      reference',
      ' 10  2024-12-07 06:13  RealRisk…  …onsented  QAIM-2024-00002',
    ]);
    expect(table(given, cells, { width: 36 }).split('\n')).toEqual([
      'rev  occurre…  eve…  …ate  referen…',
      ' 10  2024-12…  Rea…  …ted  QAIM-20…',
    ]);
  });

  it('keeps the end of a path', () => {
    const given = [{ title: 'state', keep: 'end' }, { title: 'by' }] as const;
    const cells = [
      ['pendingAssurance.returning.inTransit', 'brd-1'],
      ['camped.settled', 'co-1'],
    ];
    expect(table(given, cells, { width: 28 }).split('\n')).toEqual([
      'state                  by',
      '….returning.inTransit  brd-1',
      'camped.settled         co-1',
    ]);
  });

  it('leaves a number whole where there is little room', () => {
    const given = [{ title: 'n', align: 'right' }, { title: 'text' }] as const;
    expect(table(given, [['1,000,000', 'abcdefghijkl']], { width: 15 }).split('\n')).toEqual([
      '        n  text',
      '1,000,000  abc…',
    ]);
  });

  it('measures marks, wide letters and emoji by the columns they take', () => {
    const given = [{ title: 'name' }, { title: 'n', align: 'right' }] as const;
    const cells = [
      ['محمَّدٍ', '1'],
      ['東京', '2'],
      ['👨‍👩‍👧 x', '3'],
    ];
    expect(table(given, cells, {}).split('\n')).toEqual([
      'name  n',
      '\u2068محمَّدٍ\u2069  1',
      '東京  2',
      '👨‍👩‍👧 x  3',
    ]);
  });

  it('keeps what was recorded from moving the cursor, breaking the row or turning its direction', () => {
    expect(table([{ title: 'text' }], [['a\u001b[2Jb\r\nc\u202ed\u2067e\u0000']], {})).toBe(
      'text\na\ufffd[2Jb cde\ufffd',
    );
  });

  it('shows a missing cell as empty, and a table without rows as its titles', () => {
    expect(table(columns.slice(0, 2), [['a']], {})).toBe('reference  name\na');
    expect(table(columns.slice(0, 2), [], {})).toBe('reference  name');
  });

  it('has lines of the terminal’s width at most, as long as its columns can be narrowed', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 })),
        fc.integer({ min: 30, max: 120 }),
        (cells, width) => {
          for (const line of table(columns.slice(0, 3), cells, { width }).split('\n')) {
            expect(displayWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

describe('the options for a stream', () => {
  it('are none for a file or a pipe', () => {
    expect(optionsFor({ isTTY: false, columns: 80 }, {})).toEqual({});
  });

  it('are the width and bold titles for a terminal, plain ones with NO_COLOR', () => {
    const titlesOf = (env: NodeJS.ProcessEnv) => table(columns.slice(0, 1), [], optionsFor(terminal, env));
    const terminal = { isTTY: true, columns: 80 };
    expect(optionsFor(terminal, {}).width).toBe(80);
    expect(titlesOf({})).toBe('\u001b[1mreference\u001b[22m');
    expect(titlesOf({ NO_COLOR: '' })).toBe('\u001b[1mreference\u001b[22m');
    expect(titlesOf({ NO_COLOR: '1' })).toBe('reference');
  });
});
