import { describe, expect, it } from '@jest/globals';
import type { Envelope } from './envelope.js';
import { derivedId } from './ids.js';
import { caseMetadata, plainForm, RecordedEnvelope } from './metadata.js';

const full: Envelope = {
  form: plainForm,
  workflow: 'officer-case',
  workflowVersion: 1,
  fingerprint: 'f'.repeat(32),
  command: 'ClearReturn',
  commandId: 'k-1',
  commandHash: 'hash',
  correlationId: 'c-1',
  causationId: 'e-1',
  actor: { id: 'aut-1', role: 'authority' },
  confirmation: {
    by: { id: 'sup-1', role: 'supervisor' },
    at: '2024-12-31T00:00:00.000Z',
    contentHash: 'content',
  },
  onBehalfOf: 'subject',
  importedBy: 'sys-import',
  proposal: 'p-1',
  saidAt: '2024-12-30T00:00:00.000Z',
  freeOfOrder: true,
  purpose: 'return',
  state: 'camped.returning.cleared',
  summary: { place: 'QAIM', outcome: 'RETURNED', assignee: 'co-1', tags: 'intention=return' },
  due: { consent: '2025-01-01T00:00:00.000Z' },
  guards: [{ guard: 'G-RISK', version: 1, inputs: { outcome: 'NO_SUBSTANTIAL_GROUNDS' } }],
};

const bare: Envelope = {
  ...full,
  causationId: undefined,
  confirmation: undefined,
  onBehalfOf: undefined,
  importedBy: undefined,
  proposal: undefined,
  saidAt: undefined,
  freeOfOrder: false,
  purpose: undefined,
  summary: { place: undefined, outcome: undefined, assignee: undefined, tags: undefined },
  due: undefined,
  guards: [],
};

describe('envelope', () => {
  it.each([
    ['with everything', full],
    ['with the least', bare],
  ])('reads back what was written, %s', (_name, envelope) => {
    const read = new RecordedEnvelope(caseMetadata(envelope));
    for (const name of Object.keys(full) as (keyof Envelope)[])
      expect([name, read[name]]).toEqual([name, envelope[name]]);
  });

  it('is flat text, and takes no room for what is absent', () => {
    const metadata = caseMetadata(bare);
    expect(Object.values(metadata).every((value) => typeof value === 'string')).toBe(true);
    expect(Object.keys(metadata)).toHaveLength(11);
  });
});

describe('derived id', () => {
  it('is a UUID of version 8 that follows from the texts', () => {
    expect(derivedId('event', 'a', '0')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(derivedId('event', 'a', '0')).toBe(derivedId('event', 'a', '0'));
  });

  it('keeps texts apart, wherever one ends and the next begins', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
  });
});
