import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('a table as a file', () => {
  it('keeps commas, quotes and lines inside their cells', () => {
    expect(
      csvOf([
        ['state', 'cases'],
        ['camped, settled', 3],
        ['a "b"\nc', 0],
      ]),
    ).toBe('\uFEFFstate,cases\r\n"camped, settled",3\r\n"a ""b""\nc",0\r\n');
  });

  it('lets no text be run by a sheet', () => {
    expect(csvOf([['=1+1', '@x', '-2', -2]])).toBe("\uFEFF'=1+1,'@x,'-2,-2\r\n");
  });
});
