import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { officerCase } from '../../workflows/officer-case/index.js';

const page = 'docs/reference/officer-case-procedure.md';
const rows = readFileSync(page, 'utf8')
  .split('\n')
  .filter((line) => /^\| ([A-FX]\d|–)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, row = '', , recordedBy = '', missing = '']) => ({ row, recordedBy, missing }));
const namesIn = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');

describe('the page of the procedure', () => {
  it('has each command of the workflow in the row that it records, and no other command', () => {
    const named = rows
      .filter(({ recordedBy }) => !recordedBy.includes('('))
      .flatMap(({ recordedBy }) => namesIn(recordedBy));
    expect([...named].sort()).toEqual([...officerCase.commands.keys()].sort());
  });

  it('has each row of the procedure once', () => {
    const numbers = rows.flatMap(({ row }) => row.split(', ')).filter((row) => row !== '–');
    const sections = { A: 12, B: 14, C: 16, D: 14, E: 20, F: 10, X: 22 };
    const wanted = Object.entries(sections).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}${index + 1}`),
    );
    expect([...numbers].sort()).toEqual([...wanted].sort());
  });

  it('says of a row without a command that it is not there', () => {
    const silent = rows.filter(({ recordedBy, missing }) => recordedBy === '' && !/row/.test(missing));
    expect(silent).toEqual([]);
  });
});
