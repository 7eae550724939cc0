import { allCapabilities, eventStoreContract } from '@safeconduct/engine/testing';
import { openSqliteEvents } from './sqlite-events.js';

eventStoreContract('sqlite', {
  open: ({ folder, clock }) => openSqliteEvents({ folder, clock, mode: 'write' }),
  durable: true,
  capabilities: allCapabilities,
});
