export { jobsAt } from './postgres-jobs.js';
export { startOwnPostgres, startPostgres, type OwnPostgres, type TestPostgres } from './postgres-server.js';
export { noteUsedEngine } from './used-engine.js';
export { openKurrentEvents } from '../src/kurrentdb/kurrent-events.js';
