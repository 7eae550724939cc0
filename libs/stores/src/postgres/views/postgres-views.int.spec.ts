import { afterAll } from '@jest/globals';
import { viewStoreContract } from '@safeconduct/engine/testing';
import { ViewsOfTests } from '../testing/views-of-tests.js';

const tests = new ViewsOfTests();
afterAll(() => tests.stop());

viewStoreContract('postgres', {
  open: ({ folder }) => tests.named(folder),
  durable: true,
  shared: true,
});
