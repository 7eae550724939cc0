import type { DemoFigure } from '@safeconduct/workflow';

const published = '2025-01-11';
const crossedBack = 'ReturnCrossingConfirmed';

/**
 * The figures of the press about this group, which do not add up: 2,493 entered, over 2,000 went back and 90 refuse, so up to
 * 403 have no stated fate. Numbers and relations are those that were printed; those of the days of the handovers have these
 * days, and the others, which were printed over some weeks, the last day before the demonstration begins.
 */
export const demoFigures = (): readonly DemoFigure[] => [
  {
    ...{ key: 'staff', by: 'sup-01', source: 'Report from the crossing', relation: 'exactly', figure: 36 },
    ...{ published: '2024-12-18', speaksOf: '2024-12-18', parts: [] },
    quote: "36 of the border's own staff went back the day before the handover.",
    counts: { event: crossedBack, since: '2024-12-18', tags: { service: ['civilianStaff'] } },
  },
  {
    ...{
      key: 'handover',
      by: 'sup-01',
      source: 'Agencies, from the handover',
      relation: 'exactly',
      figure: 1905,
    },
    ...{ published: '2024-12-19', speaksOf: '2024-12-19', parts: [] },
    quote: '1,905 were handed over on 19 December.',
    counts: { event: crossedBack, since: '2024-12-19' },
  },
  {
    ...{ key: 'crossed', by: 'aud-01', source: 'Regional news site', relation: 'moreThan', figure: 1500 },
    ...{ published, speaksOf: '2024-12-09', parts: [] },
    quote: 'Over 1,500 crossed into Iraq.',
    counts: {},
  },
  {
    ...{ key: 'rutba', by: 'aud-01', source: 'Regional news site', relation: 'moreThan', figure: 200 },
    ...{ published, speaksOf: published, parts: [] },
    quote: 'More than 200 still wait at Rutba.',
    counts: { facility: 'RUTBA' },
  },
  {
    ...{ key: 'returned', by: 'aud-01', source: 'Newspaper article', relation: 'moreThan', figure: 2000 },
    ...{ published, speaksOf: published, parts: ['staff', 'handover'] },
    quote: 'Over 2,000 have gone back to Syria.',
    counts: { states: ['returned'], outcomes: ['RETURNED_VOLUNTARILY'] },
  },
  {
    ...{ key: 'refusing', by: 'aud-01', source: 'Newspaper article', relation: 'exactly', figure: 90 },
    ...{ published, speaksOf: published, parts: [] },
    quote: '90 officers in Baghdad refuse to return.',
    counts: { facility: 'BAGHDAD', tags: { intention: ['refuse'], service: ['officer'] } },
  },
  {
    ...{ key: 'entered', by: 'aud-01', source: 'Newspaper article', relation: 'exactly', figure: 2493 },
    ...{ published, speaksOf: published, parts: ['returned', 'refusing'] },
    quote: '2,493 officers and soldiers entered Iraq.',
    counts: {},
  },
];
