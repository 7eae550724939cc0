import { describe, expect, it } from '@jest/globals';
import { factsSaid } from './facts-said.js';

const facts = [
  'name',
  'assurance.request.noteNo',
  'assurance.instrument.validUntil',
  'languages',
  'risks.*.destination',
  'risks.*.outcome',
  'holds.kind',
  'holds.at',
  'corrections.at',
].map((path) => ({ path }));

describe('what the data of a case say', () => {
  it('is each value that is there, in the order of the facts', () => {
    const data = {
      name: 'A',
      assurance: { request: { noteNo: 'NV-17' } },
      languages: ['ar'],
      corrections: [],
    };
    expect(
      factsSaid(facts, data).map((row) => ('value' in row ? [row.fact.path, row.value] : row.at)),
    ).toEqual([
      ['name', 'A'],
      ['assurance.request.noteNo', 'NV-17'],
      ['languages', ['ar']],
    ]);
  });

  it('keeps the values of one thing of several together', () => {
    const data = {
      risks: { SY: { destination: 'SY', outcome: 'risk' }, DE: { destination: 'DE' } },
      holds: [{ kind: 'medical', at: '2024-12-08' }, { kind: 'court' }],
    };
    const rows = factsSaid(facts, data).map((row) =>
      'items' in row ? [row.at, row.items.map((item) => item.map(({ value }) => value))] : row,
    );
    expect(rows).toEqual([
      ['risks', [['SY', 'risk'], ['DE']]],
      ['holds', [['medical', '2024-12-08'], ['court']]],
    ]);
  });

  it('leaves out what is not said', () => {
    expect(
      factsSaid(facts, { name: null, languages: [], risks: {}, holds: [{}], assurance: 'withheld' }),
    ).toEqual([]);
    expect(factsSaid(facts, undefined)).toEqual([]);
  });
});
