import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '@safeconduct/engine';
import { fromClient, toClient } from './envelope.js';

const recordedAt = '2025-01-01T00:00:00.000Z';
const event: NewEvent = {
  eventId: '00000000-0000-7000-8000-000000000001',
  type: 'NoteAdded',
  schemaVersion: 3,
  metadata: { actor: 'co-1' },
  data: '{"a":1.0, "a":2}',
};

/** The event as the server gives it back. */
function throughServer(given: NewEvent, more: Readonly<Record<string, string>> = {}) {
  const sent = toClient(given, recordedAt);
  const metadata: unknown = JSON.parse(JSON.stringify({ ...(sent.metadata as object), ...more }));
  const { id, type, data } = sent;
  const position = { commit: 9n, prepare: 9n };
  return {
    id,
    type,
    data,
    metadata,
    streamId: 's',
    isJson: false,
    revision: 2n,
    created: new Date(0),
    position,
  };
}

describe('an event on the server', () => {
  it('has flat metadata of texts, because an append to several streams takes nothing else', () => {
    const { metadata } = toClient({ ...event, occurredAt: '1991-01-17T02:38:00.123Z' }, recordedAt);
    expect(metadata).toEqual({
      actor: 'co-1',
      'safeconduct.schemaVersion': '3',
      'safeconduct.recordedAt': recordedAt,
      'safeconduct.occurredAt': '1991-01-17T02:38:00.123Z',
    });
  });

  it('has its data as bytes, which no tool writes anew', () => {
    const { data, contentType } = toClient(event, recordedAt);
    expect(Buffer.from(data).toString('utf8')).toBe(event.data);
    expect(contentType).toBe('application/octet-stream');
  });

  it('comes back as on every store, whatever the server adds of its own', () => {
    const read = fromClient(throughServer(event, { '$schema.format': 'Bytes' }) as never, 's');
    expect(read).toEqual({
      ...event,
      stream: 's',
      revision: 2n,
      position: 9n,
      recordedAt,
      occurredAt: recordedAt,
    });
  });

  it('keeps names of metadata that look like those of the store or of the server', () => {
    const metadata = {
      'safeconduct.recordedAt': 'x',
      $correlationId: 'y',
      'safeconduct.name:a': 'z',
      '': 'empty',
      ['__proto__']: 'proto',
    };
    expect(fromClient(throughServer({ ...event, metadata }) as never, 's').metadata).toEqual(metadata);
  });

  it('of another program is refused with STORE_CORRUPT, which names stream and revision', () => {
    const foreign = { ...throughServer(event), metadata: { other: 'x' } };
    expect(() => fromClient(foreign as never, 's')).toThrow(/stream s is damaged: revision 2/);
  });
});
