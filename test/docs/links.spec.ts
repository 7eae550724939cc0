import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const pages = globSync(['*.md', 'docs/**/*.md', 'workflows/**/*.md']).sort();
const index = 'docs/README.md';

/** The files that a page links to. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/^```.*?^```$/gms, '');
  return [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link = '']) => join(dirname(page), link));
}

/** The files and folders of the checkout that a page names in code, such as `libs/engine/src/engine.ts`. */
function pathsNamedIn(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/^```.*?^```$/gms, '');
  return [...text.matchAll(/`((?:apps|docs|libs|test|tools|workflows)\/[^`\s<>:]+)`/g)].map(
    ([, path = '']) => path,
  );
}

/** What is made when it is first needed. */
const made = /^tools\/node\b|\.rejected\./;

describe('documentation', () => {
  it.each(pages)('has the files that %s names', (page) => {
    const named = pathsNamedIn(page).filter((path) => !made.test(path));
    expect(named.filter((path) => globSync(path).length === 0)).toEqual([]);
  });

  it.each(pages)('has what %s links to', (page) => {
    expect(linksOf(page).filter((file) => !existsSync(file))).toEqual([]);
  });

  it('lists every page in docs/README.md; of problems their folder', () => {
    const listed = linksOf(index);
    const isListed = (page: string) => listed.some((file) => page === file || page.startsWith(`${file}/`));
    const missing = pages.filter((page) => page.startsWith('docs/') && page !== index && !isListed(page));
    expect(missing.map((page) => relative('docs', page))).toEqual([]);
  });

  it('gives each decision a number of its own, also in its title', () => {
    const decisions = pages.filter((page) => page.startsWith('docs/adr/'));
    const numbers = decisions.map((page) => basename(page).slice(0, 4));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    const titled = decisions.map((page) => readFileSync(page, 'utf8').slice(0, '# 0001'.length));
    expect(titled).toEqual(numbers.map((number) => `# ${number}`));
  });
});
