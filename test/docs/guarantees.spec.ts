import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const page = 'docs/explanation/guarantees.md';
const text = readFileSync(page, 'utf8');

/** What each row says shows it: the name of a test, or a part of it, and its file. */
const shown = [...text.matchAll(/\[([^\]]+)\]\(([^)]+\.ts)\)/g)].map(([, title = '', file = '']) => ({
  title,
  file: join(dirname(page), file),
}));

describe(page, () => {
  it.each(shown)('is shown by a test that there is: $title', ({ title, file }) => {
    const titles = [...readFileSync(file, 'utf8').matchAll(/(['`])((?:(?!\1).)+)\1/g)].map(
      ([, , found]) => found,
    );
    expect(titles.filter((one) => one?.includes(title))).not.toEqual([]);
  });

  it('has no row that nothing shows', () => {
    const rows = text
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (promised|what happens) /.test(line));
    expect(rows.filter((row) => !/\]\([^)]+\.ts\)/.test(row))).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });
});
