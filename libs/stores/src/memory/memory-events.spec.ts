import { eventStoreContract } from '@safeconduct/engine/testing';
import { openMemoryEvents } from './memory-events.js';

eventStoreContract('memory', { open: openMemoryEvents, durable: false });
