import { describe, it } from '@jest/globals';
import { from } from '../testing/given.js';

describe('a note', () => {
  const note = { note: 'Asks for news of a brother.' };

  it.each(['entered.intake', 'camped.settled', 'relocating.ready', 'resolved'] as const)(
    'is recorded in %s, and leaves the case where it is',
    (state) => {
      from(state)
        .when('RecordNote', note, { by: 'co-1' })
        .thenEvents({ type: 'NoteRecorded', data: note })
        .thenState(state);
    },
  );

  it('is recorded by those who work on the file, and by nobody else', () => {
    for (const by of ['sup-1', 'pro-1'])
      from('camped.settled')
        .when('RecordNote', note, { by })
        .thenEvents({ type: 'NoteRecorded', data: note });
    for (const by of ['cus-1', 'aud-1', 'lia-1'])
      from('camped.settled').when('RecordNote', note, { by }).thenRefused('NOT_PERMITTED');
  });
});
