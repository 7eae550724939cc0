import { describe, expect, it } from '@jest/globals';
import type { WorkflowFile } from '../../api/queries.js';
import { documentsIn, documentTypes } from './documents-in.js';

const titles = { en: 'SHA-256 of the form', ar: 'بصمة النموذج' };
const field = (path: string, type: string) => ({ path, type, titles });
const workflow = {
  events: [
    { type: 'ConsentGiven', fields: [field('formHash', 'hash'), field('language', 'code')] },
    { type: 'Submitted', fields: [field('package.hash', 'hash')] },
    { type: 'NoteRecorded', fields: [field('text', 'text')] },
  ],
} as unknown as Pick<WorkflowFile, 'events'>;

const hash = 'A'.repeat(64);

describe('the documents of a case', () => {
  it('are what events recorded as hashes, at any depth', () => {
    const events = [
      { type: 'Submitted', data: { package: { hash } } },
      { type: 'NoteRecorded', data: { text: hash } },
      { type: 'ConsentGiven', data: { formHash: hash, language: 'ar' } },
    ];
    expect(documentsIn(events, workflow)).toEqual([
      { event: events[0], titles, hash },
      { event: events[2], titles, hash },
    ]);
  });

  it('are none where the reader does not see the hash, and of events that are not known', () => {
    const events = [
      { type: 'ConsentGiven', data: {} },
      { type: 'ConsentGiven', data: { formHash: null } },
      { type: 'Submitted', data: { package: '[withheld]' } },
      { type: 'Unknown', data: { formHash: hash } },
    ];
    expect(documentsIn(events, workflow)).toEqual([]);
  });

  it('can be in events of the types that have a hash, and in no others', () => {
    expect(documentTypes(workflow)).toEqual(['ConsentGiven', 'Submitted']);
  });
});
