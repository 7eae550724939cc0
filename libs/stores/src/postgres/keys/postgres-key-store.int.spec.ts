import { afterAll, beforeAll } from '@jest/globals';
import { subjectKeysContract } from '@safeconduct/engine/testing';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { openBegun } from '../../keys/testing/begun-key-store.js';
import { postgresKeyStorePlace } from './postgres-key-store.js';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

subjectKeysContract('PostgreSQL', {
  async fresh() {
    const place = postgresKeyStorePlace(await server.freshDatabase());
    return () => openBegun(place);
  },
});
