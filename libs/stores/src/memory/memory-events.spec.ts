import { describe } from '@jest/globals';
import {
  CapabilityMissingError,
  eventStoreWith,
  type Clock,
  type EventStore,
  type EventStoreCapabilities,
} from '@safeconduct/engine';
import { allCapabilities, eventStoreContract } from '@safeconduct/engine/testing';
import { openMemoryEvents } from './memory-events.js';

eventStoreContract('memory', { open: openMemoryEvents, durable: false, capabilities: allCapabilities });

// The contract asks of a store what every store can promise. Each of these stores promises less.

eventStoreContract('memory with gaps between positions', {
  open: ({ clock }) => openMemoryEvents({ clock, positions: 'sparse' }),
  durable: false,
  capabilities: allCapabilities,
});

const lacking: Readonly<Record<keyof EventStoreCapabilities, (events: EventStore) => Partial<EventStore>>> = {
  tellsRecordedAt: (events) => ({
    append: async (writes, checks) => {
      const { position, revisions } = await events.append(writes, checks);
      return { position, revisions };
    },
  }),
  checks: (events) => ({
    append: async (writes, checks = []) => {
      if (checks.length > 0) throw new CapabilityMissingError('memory', 'checks');
      return events.append(writes);
    },
  }),
  severalStreams: (events) => ({
    append: async (writes, checks) => {
      if (writes.length > 1) throw new CapabilityMissingError('memory', 'severalStreams');
      return events.append(writes, checks);
    },
  }),
  counts: (events) => ({
    countAfter: async (position) => {
      await events.countAfter(position);
      return undefined;
    },
  }),
};

describe.each(Object.keys(lacking) as (keyof EventStoreCapabilities)[])(
  'a store that lacks %s',
  (capability) => {
    const capabilities = { ...allCapabilities, [capability]: false };
    const open = ({ clock }: { readonly clock: Clock }) => {
      const events = openMemoryEvents({ clock, positions: 'sparse' });
      return eventStoreWith(events, { ...lacking[capability](events), capabilities });
    };
    eventStoreContract(`memory without ${capability}`, { open, durable: false, capabilities });
  },
);
