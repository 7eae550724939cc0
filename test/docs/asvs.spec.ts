import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { levelOne, levelTwo } from './asvs/numbers.js';
import { chapters } from './asvs/index.js';
import type { Chapter, Evidence, Row, State } from './asvs/requirement.js';
import { expectInStep } from './generated.js';

const file = 'docs/reference/asvs.md';
const states: readonly State[] = ['met', 'partly', 'not met', 'does not apply'];
const rows = chapters.flatMap((chapter) => chapter.rows);
const levelOf = (number: string): 1 | 2 => (levelOne.includes(number) ? 1 : 2);

/** The title of a call of `it` or `it.each(…)`, as it is written; `undefined` for any other call. */
function titleOf({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  const isEach =
    ts.isCallExpression(expression) || ts.isTaggedTemplateExpression(expression)
      ? /^it\.each\b/.test(
          (ts.isCallExpression(expression) ? expression.expression : expression.tag).getText(),
        )
      : expression.getText() === 'it';
  if (!isEach || first === undefined) return undefined;
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.getText().slice(1, -1) : undefined;
}

function testsIn(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node) : undefined;
    if (title !== undefined) titles.push(title);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

const headingsIn = (path: string): readonly string[] => readFileSync(path, 'utf8').match(/^#+ .+$/gm) ?? [];

const evidence = new Map<string, Set<string>>();
for (const { file: path, title } of rows.flatMap((row) => row.shownBy))
  evidence.set(path, (evidence.get(path) ?? new Set()).add(title));

const byNumber = (one: string, other: string): number => {
  const [a, b] = [one, other].map((number) => number.split('.').map(Number));
  return (a ?? []).map((part, index) => part - (b?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

describe('the checklist of OWASP ASVS', () => {
  it('has each requirement of levels 1 and 2 once', () => {
    const numbers = rows.flatMap((row) => row.numbers);
    expect([levelOne.length, levelTwo.length]).toEqual([70, 183]);
    expect([...numbers].sort(byNumber)).toEqual([...levelOne, ...levelTwo].sort(byNumber));
  });

  it('has each requirement in the order and chapter of its number', () => {
    for (const { title, rows: ofChapter } of chapters) {
      const numbers = ofChapter.flatMap((row) => row.numbers);
      const chapter = /^V(\d+) /.exec(title)?.[1] ?? '';
      expect(numbers.filter((number) => !number.startsWith(`${chapter}.`))).toEqual([]);
    }
  });

  it.each([...evidence])('names what there is in %s', (path, titles) => {
    const found = path.endsWith('.md') ? headingsIn(path) : testsIn(path);
    expect([...titles].filter((title) => !found.includes(title))).toEqual([]);
  });

  it('says of each requirement what shows it, or why it is not met', () => {
    for (const { numbers, state, shownBy, why } of rows) {
      const isSaid = state === 'met' ? shownBy.length > 0 : why?.endsWith('.') === true;
      expect([numbers, isSaid]).toEqual([numbers, true]);
    }
  });

  it('is the page', async () => {
    await expectInStep(file, page());
  });
});

function page(): string {
  return `# OWASP ASVS, level 2

The [Application Security Verification Standard](https://github.com/OWASP/ASVS) of OWASP is a list of what to look for in the
security of an application. This page says how Safeconduct stands to version 5.0.0, for each requirement of levels 1 and 2.
Level 3 is left out.

The standard is under [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/). The words here are ours and short, so that a
number can be recognised: [the standard](https://github.com/OWASP/ASVS/tree/v5.0.0_release/5.0/en) has what is asked for. Whoever
quotes a requirement writes \`v5.0.0-\` before its number.

- **met**: each test that is named shows it, or a part of it. A requirement for documents is shown by the page.
- **partly**: what is missing is said, and what is named shows the rest.
- **not met**: it is not there yet.
- **does not apply**: the installation has nothing that it speaks of.

Nobody else has verified this list. It is made from \`test/docs/asvs\`; a test compares it with the numbers of the standard and
looks for each test and each page that it names.

${table(['', ...states], [...([1, 2] as const).map(countsOf), ['both', ...states.map((state) => String(numbersIn(state).length))]])}

${chapters.map(section).join('\n\n')}
`;
}

const numbersIn = (state: State): readonly string[] =>
  rows.filter((row) => row.state === state).flatMap((row) => row.numbers);

const countsOf = (level: 1 | 2): readonly string[] => [
  `level ${level}`,
  ...states.map((state) => String(numbersIn(state).filter((number) => levelOf(number) === level).length)),
];

const section = ({ title, rows: ofChapter }: Chapter): string =>
  `## ${title}\n\n${table(['number', 'level', 'in short', 'state', 'shown by'], ofChapter.map(cells))}`;

const cells = ({ numbers, asks, state, shownBy, why }: Row): readonly string[] => [
  numbers.join(', '),
  [...new Set(numbers.map(levelOf))].sort().join(', '),
  asks,
  state,
  [...(why === undefined ? [] : [why]), ...(shownBy.length === 0 ? [] : [shownBy.map(link).join('; ')])].join(
    ' ',
  ),
];

const link = ({ file: path, title }: Evidence): string =>
  `[${title
    .replace(/^#+ /, '')
    .replaceAll('|', '\\|')
    .replaceAll(/[<>]/g, (sign) => `\\${sign}`)}](${posix.relative('docs/reference', path)})`;

const row = (ofRow: readonly string[]): string => `| ${ofRow.join(' | ')} |`;
function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [row(head), `|${'---|'.repeat(head.length)}`, ...body.map(row)].join('\n');
}
