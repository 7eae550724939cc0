import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvRecords, splitCells } from './csv-records.js';
import type { FileRecord, Separator } from './file-content.js';
import { withoutLineEnd, type TextLine } from './text-lines.js';

const notClosed = 'a quote is opened and never closed; close it, and write a quote inside a cell twice';
const afterQuote =
  'text follows a closing quote; put the whole cell in quotes, and write a quote inside a cell twice';
const bareQuote =
  'a quote stands inside a cell without quotes; put the cell in quotes, and write the quote twice';
const tooLong = 'the row is longer than 1 MiB; shorten it, or close the quote that it opens';

describe('the cells of a record', () => {
  it.each<[string, Separator, readonly string[]]>([
    ['', ',', ['']],
    ['a,b', ',', ['a', 'b']],
    ['a;b,c', ';', ['a', 'b,c']],
    [',', ',', ['', '']],
    ['"a,b","c ""d"" e"', ',', ['a,b', 'c "d" e']],
    ['"a\nb",', ',', ['a\nb', '']],
    ['"",""""', ',', ['', '"']],
    [' a , b ', ',', [' a ', ' b ']],
    ['إبراهيم;"الفارس; أحمد"', ';', ['إبراهيم', 'الفارس; أحمد']],
  ])('of %j at %s are %j', (text, separator, cells) => {
    expect(splitCells(text, separator)).toEqual(cells);
  });

  it.each([
    ['a,"b', notClosed],
    ['"', notClosed],
    ['"a""', notClosed],
    ['"a"b,c', afterQuote],
    ['"a" ,c', afterQuote],
    ['a,5" pipe', bareQuote],
    ['a, "b,c"', bareQuote],
  ])('of %j are refused', (text, problem) => {
    expect(splitCells(text, ',')).toEqual({ problem });
  });

  it('are what was written, whatever they hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'م') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(splitCells(cells.map(quoted).join(';'), ';')).toEqual(cells);
      }),
    );
  });
});

describe('the records of a file', () => {
  it('begin at their line, end with LF or CRLF, and may span lines', async () => {
    expect(await recordsOf('a,b\r\n1,"x\r\ny"\n\n2,z')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\r\ny'] },
      { line: 5, cells: ['2', 'z'] },
    ]);
  });

  it('survive an unclosed quote: the row is reported with its text, and reading continues', async () => {
    expect(await recordsOf('1,"x\n2,y\n3,z\n')).toEqual([
      { line: 1, cells: ['1,"x'], problem: notClosed },
      { line: 2, cells: ['2', 'y'] },
      { line: 3, cells: ['3', 'z'] },
    ]);
  });

  it('survive an unclosed quote that the next quoted cell seems to close', async () => {
    expect(await recordsOf('1,"x\n2,y\n3,"contacted, safe"\n4,"a\nb"\n')).toEqual([
      { line: 1, cells: ['1,"x'], problem: afterQuote },
      { line: 2, cells: ['2', 'y'] },
      { line: 3, cells: ['3', 'contacted, safe'] },
      { line: 4, cells: ['4', 'a\nb'] },
    ]);
  });

  it('survive a broken character, a NUL and a bare quote', async () => {
    const bytes = Buffer.concat([
      Buffer.from('1,"a\n'),
      Buffer.from([0x32, 0x2c, 0xff, 0x0a]),
      Buffer.from('3,\0\n4,b"\n5,c\n'),
    ]);
    const found = await recordsOf(bytes);
    expect(found.map(({ line, problem }) => [line, problem?.split(';')[0]])).toEqual([
      [1, 'a character is not valid UTF-8'],
      [2, 'a character is not valid UTF-8'],
      [3, 'a NUL character stands in the row'],
      [4, 'a quote stands inside a cell without quotes'],
      [5, undefined],
    ]);
  });

  it('survive a line that is too long, and a quote that would make a record too long', async () => {
    const long = 'x'.repeat(2 ** 19);
    const found = await recordsOf([
      { number: 1, bytes: Buffer.from('1,"x\n') },
      { number: 2, bytes: Buffer.from(`2,${long}\n`) },
      { number: 3, bytes: Buffer.from(`3,${long}\n`) },
      { number: 4, bytes: undefined },
      { number: 5, bytes: Buffer.from('5,"x\n') },
      { number: 6, bytes: undefined },
      { number: 7, bytes: Buffer.from('7,y\n') },
    ]);
    expect(found.map(({ line, problem, cells }) => [line, problem ?? cells.length])).toEqual([
      [1, tooLong],
      [2, 2],
      [3, 2],
      [4, tooLong],
      [5, tooLong],
      [6, tooLong],
      [7, 2],
    ]);
  });

  it('look no further for a closing quote than a record may be long', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<TextLine> {
      const bytes = Buffer.from(`2,${'x'.repeat(2 ** 18)}\n`);
      yield await Promise.resolve({ number: 1, bytes: Buffer.from('1,"x\n') });
      for (;;) yield { number: 2 + taken++, bytes };
    }
    for await (const { problem } of csvRecords(endless(), ',')) {
      expect(problem).toBe(tooLong);
      break;
    }
    expect(taken).toBe(4);
  });

  it('keep nothing of a line that is too long, and at most 10,000 characters of another', async () => {
    const found = await recordsOf([
      { number: 1, bytes: undefined },
      { number: 2, bytes: Buffer.from(`2,"${'x'.repeat(20_000)}\n`) },
    ]);
    expect(found.map(({ cells }) => cells.map((cell) => cell.length))).toEqual([[], [10_000]]);
  });

  it('lose one row to a stray quote, if the rows after it have no line breaks', async () => {
    const rows = (letters: readonly string[]) =>
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 }), {
          minLength: 2,
          maxLength: 2,
        }),
      );
    const oneLine = ['a', '"', ',', 'م'];
    await fc.assert(
      fc.asyncProperty(rows([...oneLine, '\n']), rows(oneLine), async (before, after) => {
        const found = await recordsOf([...before.map(lineOf), 'x,"slip', ...after.map(lineOf)].join('\n'));
        const problems = found.filter(({ problem }) => problem !== undefined);
        const whole = found.filter(({ problem }) => problem === undefined);
        expect(problems.map(({ cells }) => cells)).toEqual([['x,"slip']]);
        expect(whole.map(({ cells }) => cells)).toEqual([...before, ...after]);
      }),
    );
  });

  it('are read in linear time, whatever the quotes', async () => {
    const lines = ['"\n', 'x,"y\n', '""","\n', 'a,b\n', '"a"b\n'];
    const text = lines.map((line) => line.repeat(40_000)).join('');
    const startedAt = performance.now();
    const found = await recordsOf(text);
    expect(found.length).toBeGreaterThan(100_000);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 30_000);
});

describe('a line end', () => {
  it.each([
    ['a\r\n', 'a'],
    ['a\n', 'a'],
    ['a', 'a'],
    ['\r\n', ''],
    ['a\r', 'a'],
    ['', ''],
  ])('is taken from %j', (given, left) => {
    expect(withoutLineEnd(Buffer.from(given)).toString()).toBe(left);
  });
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const lineOf = (cells: readonly string[]) => cells.map(quoted).join(',');

async function recordsOf(given: string | Buffer | readonly TextLine[]): Promise<readonly FileRecord[]> {
  const lines = typeof given === 'string' || Buffer.isBuffer(given) ? linesOf(Buffer.from(given)) : given;
  const found: FileRecord[] = [];
  for await (const record of csvRecords(oneByOne(lines), ',')) found.push(record);
  return found;
}

function linesOf(bytes: Buffer): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    lines.push({ number: lines.length + 1, bytes: bytes.subarray(start, stop) });
    start = stop;
  }
  return lines;
}

// oxlint-disable-next-line typescript/require-await
async function* oneByOne(lines: readonly TextLine[]): AsyncGenerator<TextLine> {
  yield* lines;
}
