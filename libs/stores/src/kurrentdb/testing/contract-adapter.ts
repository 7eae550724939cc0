import type { EventStoreAdapter } from '@safeconduct/engine/testing';
import { basename } from 'node:path';
import { openKurrentEvents } from '../kurrent-events.js';

/** What a server with the default settings takes at once, in bytes. */
export const appendBytesMax = 1024 * 1024;

/**
 * The store on a server, for the contract. Each folder of the contract is a namespace of its own, so runs on one
 * server do not meet.
 */
export const contractAdapter = (
  url: () => string,
  { severalStreams, checks }: { readonly severalStreams: boolean; readonly checks: boolean },
): EventStoreAdapter => ({
  open: ({ folder, clock }) => openKurrentEvents({ url: url(), clock, namespace: `${basename(folder)}/` }),
  durable: true,
  capabilities: { severalStreams, checks, tellsRecordedAt: false, counts: false },
  appendBytesMax,
});
