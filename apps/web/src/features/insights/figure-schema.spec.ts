import { describe, expect, it } from '@jest/globals';
import type { WorkflowFile } from '../../api/queries.js';
import { dataOf } from '../../form/data-of.js';
import { fieldsOf } from '../../form/fields-of.js';
import { answersOf, correctionForm, correctionOf, figureForm, reportOf } from './figure-schema.js';
import type { Figure } from './reported-figures.js';

const titles = { en: 'One', ar: 'واحد' };
const workflow = {
  name: 'officer-case',
  states: [
    { path: 'camped', titles },
    { path: 'camped.settled', titles },
  ],
  events: [{ type: 'CaseOpened', titles }],
  values: {},
  tags: [{ name: 'service', titles, codes: [{ code: 'officer', titles }] }],
} as unknown as WorkflowFile;
const parts = { t: (key: string) => key, outcomes: ['RETURNED'], others: [] } as never;

const figure = {
  id: 'f-1',
  workflow: 'officer-case',
  source: 'A ministry',
  address: null,
  published: '2025-01-10',
  speaksOf: '2025-01-09',
  quote: 'About 90.',
  figure: 90,
  relation: 'about',
  counts: {
    states: ['camped', 'camped.settled'],
    outcomes: ['RETURNED', 'GONE'],
    facility: 'BAGHDAD',
    tags: { service: ['officer'] },
    event: 'CaseOpened',
    since: '2024-12-07',
  },
  parts: [],
} as unknown as Figure;

/** What is sent where nobody changes anything in the form but the reason. */
const unchanged = (stated: Figure) => {
  const answers = { ...answersOf(stated), reason: 'Looked at again.' };
  return correctionOf(dataOf(fieldsOf(correctionForm(workflow, stated, parts)), answers), stated);
};

const stated = ({ id, address, parts: others, ...content }: Figure) => content;

describe('the form of a figure', () => {
  it('sends a correction in which everything is as it was, where nothing is changed', () => {
    expect(unchanged(figure)).toEqual({ figure: stated(figure), reason: 'Looked at again.' });
  });

  it('keeps moments, which it does not ask for', () => {
    const moments = {
      ...figure,
      speaksOf: '2025-01-09T12:00:00.000Z',
      counts: { event: 'CaseOpened', since: '2024-12-07T09:00:00.000Z' },
    } as Figure;
    const [asked] = fieldsOf(correctionForm(workflow, moments, parts));
    const paths = asked?.fields.flatMap(({ path, fields }) => [path, ...fields.map((one) => one.path)]);
    expect(paths).toContain('figure.published');
    expect(paths).not.toContain('figure.speaksOf');
    expect(paths).not.toContain('figure.counts.since');
    expect(unchanged(moments)).toEqual({ figure: stated(moments), reason: 'Looked at again.' });
  });

  it('counts all persons where nothing is chosen, and of each tag any of the codes', () => {
    const sent = (answers: Record<string, readonly string[]>) =>
      reportOf(dataOf(fieldsOf(figureForm(workflow, parts)), answers), 'officer-case').counts;
    expect(sent({})).toEqual({});
    expect(sent({ 'counts.states': ['camped'], 'counts.tag service': ['officer'] })).toEqual({
      states: ['camped'],
      tags: { service: ['officer'] },
    });
  });
});
