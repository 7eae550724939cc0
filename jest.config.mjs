import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { aliases, swc } from './tools/typescript-options.mjs';

const outside = ['<rootDir>/dist/', '<rootDir>/tools/node/'];

export default {
  runtime: '<rootDir>/tools/jest/runtime.mjs',
  testEnvironment: '<rootDir>/tools/jest/process-environment.mjs',
  injectGlobals: false,
  globalSetup: '<rootDir>/tools/tests-begin.mjs',
  globalTeardown: '<rootDir>/tools/tests-end.mjs',
  testSequencer: '<rootDir>/tools/test-order.mjs',
  testTimeout: 60_000,
  // Many suites wait for other processes, timers and disks: one worker a core uses about three quarters of it.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // What the modules of a suite took is not all given back. A worker that holds so much is replaced before the next suite.
  workerIdleMemoryLimit: '2GB',
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...outside],
  modulePathIgnorePatterns: outside,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    ...Object.fromEntries([...aliases].map(([alias, url]) => [`^${alias}$`, fileURLToPath(url)])),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
