import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { template } from '../../../../../workflows/_template/index.js';
import { openFile } from '../read/open-file.js';
import type { ImportRow } from './import-row.js';
import { readRows, type ReadFile } from './read-rows.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function opened(name: string, content: string | Buffer): Promise<ReadFile> {
  const path = join(folder, name);
  await writeFile(path, content);
  const command = /-(\w+)\./.exec(name)?.[1] ?? '';
  const format = name.endsWith('.jsonl') ? 'jsonl' : 'csv';
  return readRows(await openFile({ path, command, format }), template);
}

async function rowsOf({ rows }: ReadFile): Promise<readonly ImportRow[]> {
  const found: ImportRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** The command of each row, or why it is refused, with its line. */
async function read(name: string, content: string | Buffer) {
  return (await rowsOf(await opened(name, content))).map((row) =>
    row.problem === undefined
      ? `${row.line} ${row.naturalKey} ${JSON.stringify(row.data)}`
      : `${row.line} ${row.problem.reason}`,
  );
}

describe('a CSV file', () => {
  it('yields rows with line, cells and command, from a file with BOM, semicolons and CRLF', async () => {
    const text = '\ufeffrequestNo;by;name;nameArabic\r\nR-1;clerk-1;Ibrahim;إبراهيم\r\n';
    const file = await opened('01-OpenRequest.csv', text);
    expect(file.problem).toBeUndefined();
    expect(file.header).toEqual({ columns: ['requestNo', 'by', 'name', 'nameArabic'], separator: ';' });
    expect(await rowsOf(file)).toEqual([
      {
        file: file.file.path,
        line: 2,
        cells: ['R-1', 'clerk-1', 'Ibrahim', 'إبراهيم'],
        command: 'OpenRequest',
        naturalKey: 'R-1',
        by: 'clerk-1',
        data: { requestNo: 'R-1', name: 'Ibrahim', nameArabic: 'إبراهيم' },
      },
    ]);
  });

  it('lets no bad row stop the others', async () => {
    const rows = [
      'requestNo,by,note',
      'R-1,clerk-1,"two',
      'lines"',
      'R-2,clerk-1',
      'R-3,clerk-1,one,too many',
      'R-4,clerk-1,"never closed',
      'R-5,clerk-1,',
      ',,',
      '',
      'R-6,,by nobody',
      'R-7,clerk-1,last',
    ];
    const cut = 'put a cell with a separator in quotes';
    expect(await read('01-AddNote.csv', rows.join('\n'))).toEqual([
      '2 R-1 {"note":"two\\nlines"}',
      `4 the row has 2 cells, the first line names 3 columns; ${cut}`,
      `5 the row has 4 cells, the first line names 3 columns; ${cut}`,
      '6 a quote is opened and never closed; close it, and write a quote inside a cell twice',
      '7 R-5 {}',
      '10 by is empty; say who acts',
      '11 R-7 {"note":"last"}',
    ]);
  });

  it('passes over a row of 3 MiB and goes on', async () => {
    const found = await read(
      '01-AddNote.csv',
      `requestNo,by,note\nR-1,clerk-1,${'x'.repeat(3 * 2 ** 20)}\nR-2,clerk-1,a\n`,
    );
    expect(found).toEqual([
      '2 the row is longer than 1 MiB; shorten it, or close the quote that it opens',
      '3 R-2 {"note":"a"}',
    ]);
  });

  it('is read no faster than its rows are taken, and can be read again', async () => {
    const file = await opened('01-AddNote.csv', `requestNo,by,note\n${'R-1,clerk-1,a\n'.repeat(50_000)}`);
    let taken = 0;
    for await (const row of file.rows) {
      taken += 1;
      if (row.line === 3) break;
    }
    expect(taken).toBe(2);
    expect(await rowsOf(file)).toHaveLength(50_000);
  });

  const known = '(known columns are requestNo, by, confirmedBy, onBehalfOf, occurredAt, commandId, note)';

  it.each([
    [
      'an unknown and a missing column',
      'requestNo,by,remark',
      'unknown column remark; column note is missing',
    ],
    ['a column without a name', 'requestNo,by,note,', 'a column has no name'],
    ['a column twice', 'requestNo,by,note,note', 'column note stands there twice'],
    ['no key', 'by,note', 'column requestNo is missing'],
    ['no names', 'R-0,clerk-1,secret', 'the first line must name the columns, separated by , or ;'],
    ['tabs', 'requestNo\tby\tnote', 'the first line must name the columns, separated by , or ;'],
  ])(
    'with %s in its first line is told once, and every row is refused for it',
    async (_name, header, reason) => {
      const file = await opened('01-AddNote.csv', `${header}\nR-1,clerk-1,a\nR-2,clerk-1,b\n`);
      expect(file.problem).toBe(`${reason} ${known}`);
      expect((await rowsOf(file)).map(({ line, problem }) => ({ line, ...problem }))).toEqual([
        { line: 2, code: 'COMMAND_INVALID', reason },
        { line: 3, code: 'COMMAND_INVALID', reason },
      ]);
    },
  );

  it.each([
    ['an empty file', '', 'the file is empty; the first line must name the columns'],
    [
      'a first line with an open quote',
      '"requestNo,by\n',
      'a quote is opened and never closed; close it, and write a quote inside a cell twice',
    ],
    [
      'lines with the ends of an old Macintosh',
      'requestNo,by,note\rR-1,clerk-1,secret\r',
      'the lines end with CR alone; save the file with LF or CRLF as line ends',
    ],
    ['a first line of 2 MiB', 'x'.repeat(2 ** 21), 'the first line is too long; it must name the columns'],
    [
      'UTF-16',
      Buffer.from('\ufeffrequestNo,by,note\nR-1,clerk-1,a\n', 'utf16le'),
      'the file is UTF-16 (little-endian), not UTF-8 text; save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and import it again',
    ],
  ])('that is %s is told once and has no rows', async (name, content, reason) => {
    const file = await opened('01-AddNote.csv', content);
    expect(file.problem).toBe(name === 'UTF-16' ? reason : `${reason} ${known}`);
    expect(await rowsOf(file)).toEqual([]);
  });

  it('of an unknown command has every row refused with UNKNOWN_COMMAND', async () => {
    const file = await opened('01-Forget.csv', 'requestNo,by\nR-1,clerk-1\n');
    const reason = "template has no such command; 'safeconduct workflow template' lists those it has";
    expect(file.problem).toBe(reason);
    expect((await rowsOf(file)).map(({ problem }) => problem)).toEqual([{ code: 'UNKNOWN_COMMAND', reason }]);
  });
});

describe('a JSON Lines file', () => {
  it('yields its rows as they are, the command from the row or from the name of the file', async () => {
    const lines = [
      {
        command: 'OpenRequest',
        requestNo: ' R-1 ',
        by: 'clerk-1',
        data: { name: 'Ibrahim', nameArabic: 'إبراهيم' },
      },
      {
        requestNo: 'R-1',
        by: 'clerk-1',
        occurredAt: '2024-12-07T06:00Z',
        commandId: 'x-1',
        data: { note: 'a;b', n: '1' },
      },
      {
        command: 'GrantRequest',
        requestNo: 'R-1',
        by: 'clerk-1',
        confirmedBy: 'head-1',
        onBehalfOf: 'subject',
      },
    ];
    const text = lines.map((line) => JSON.stringify(line));
    const file = await opened('01-AddNote.jsonl', `${text.join('\r\n\r\n')}\r\n`);
    const path = file.file.path;
    expect(file.header.columns).toEqual(['row']);
    expect(await rowsOf(file)).toEqual([
      {
        file: path,
        line: 1,
        cells: [text[0]],
        command: 'OpenRequest',
        naturalKey: 'R-1',
        by: 'clerk-1',
        data: { requestNo: 'R-1', name: 'Ibrahim', nameArabic: 'إبراهيم' },
      },
      {
        file: path,
        line: 3,
        cells: [text[1]],
        command: 'AddNote',
        naturalKey: 'R-1',
        by: 'clerk-1',
        occurredAt: '2024-12-07T06:00Z',
        commandId: 'x-1',
        data: { note: 'a;b', n: '1' },
      },
      {
        file: path,
        line: 5,
        cells: [text[2]],
        command: 'GrantRequest',
        naturalKey: 'R-1',
        by: 'clerk-1',
        confirmedBy: 'head-1',
        onBehalfOf: 'subject',
        data: {},
      },
    ]);
  });

  it('lets no bad row stop the others', async () => {
    const row = (more: object) => JSON.stringify({ requestNo: 'R-1', by: 'clerk-1', ...more });
    const lines = [
      '{"requestNo":',
      '["R-1"]',
      row({ by: undefined }),
      row({ requestNo: 7 }),
      row({ note: 'a', occured: 'b' }),
      row({ data: 'a' }),
      row({ command: 'Forget' }),
      row({ command: 'OpenRequest', data: { requestNo: 'R-2' } }),
      `{"requestNo":"R-1","by":"clerk-1","data":{"note":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      row({ data: { note: 'x'.repeat(2 ** 20) } }),
      row({ data: { note: 'last' } }),
    ];
    expect(await read('01-AddNote.jsonl', lines.join('\n'))).toEqual([
      '1 the line is not a JSON object; write one object on each line',
      '2 the line is not a JSON object; write one object on each line',
      '3 by: is missing',
      '4 requestNo must be a text that says which case it is',
      '5 note, occured: not known beside data',
      '6 data: must be an object',
      "7 template has no such command; 'safeconduct workflow template' lists those it has",
      '8 requestNo of the row and of its data differ; leave it out of the data',
      '9 the line nests deeper than 16 levels',
      '10 the line is longer than 1 MiB; shorten it',
      '11 R-1 {"note":"last"}',
    ]);
  });

  it('has rejected rows that are read from their CSV file with the corrections in it', async () => {
    const added = 'rejectedLine,rejectedCode,rejectedReason';
    const rows = [
      `"{""requestNo"":""R-1"",""by"":""clerk-1"",""data"":{""note"":""a, b""}}",3,WRONG_STATE,closed`,
      `"{""requestNo"":""R-2"",""by"":""head-1"",""command"":""GrantRequest""}",4,CASE_NOT_FOUND,none`,
      `'=no object,5,COMMAND_INVALID,not an object`,
      `{},6,COMMAND_INVALID,no key,a cell too many`,
    ];
    const file = await opened('01-AddNote.jsonl.rejected.csv', [`row,${added}`, ...rows].join('\n'));
    const found = await rowsOf(file);
    expect(found.map(({ cells }) => cells[0])).toEqual([
      '{"requestNo":"R-1","by":"clerk-1","data":{"note":"a, b"}}',
      '{"requestNo":"R-2","by":"head-1","command":"GrantRequest"}',
      '=no object',
      '{}',
    ]);
    expect(found).toMatchObject([
      { line: 2, command: 'AddNote', naturalKey: 'R-1', data: { note: 'a, b' } },
      { line: 3, command: 'GrantRequest', naturalKey: 'R-2', by: 'head-1' },
      { line: 4, problem: { reason: 'the line is not a JSON object; write one object on each line' } },
      { line: 5, problem: { reason: expect.stringContaining('the row has 5 cells') } },
    ]);
  });

  it('reports a broken character and a NUL with a remedy', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"requestNo":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"a":"\0"}\n'),
    ]);
    expect(await read('01-AddNote.jsonl', broken)).toEqual([
      '1 a character is not valid UTF-8; save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and import it again',
      '2 a NUL character stands in the row; remove it',
    ]);
  });

  it('keeps a key named like a prototype’s as data', async () => {
    const found = await rowsOf(
      await opened(
        '01-AddNote.jsonl',
        '{"requestNo":"R-1","by":"clerk-1","data":{"__proto__":{"note":"a"}}}',
      ),
    );
    expect(found[0]?.problem === undefined && JSON.stringify(found[0]?.data)).toBe(
      '{"__proto__":{"note":"a"}}',
    );
  });
});
