import { afterAll } from '@jest/globals';
import { allCapabilities, eventStoreContract } from '@safeconduct/engine/testing';
import { ClockedLogs } from '../testing/clocked-events.js';

const logs = new ClockedLogs();

eventStoreContract('postgres', { open: logs.open, durable: true, capabilities: allCapabilities });

// Jest runs this after the contract has closed its stores.
afterAll(() => logs.stop());
