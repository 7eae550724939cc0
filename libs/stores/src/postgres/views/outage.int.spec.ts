import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError, type ViewDefinition, type ViewStore } from '@safeconduct/engine';
import { startOwnPostgres, type OwnPostgres } from '../../../testing/index.js';
import { viewsAt } from '../testing/views-of-tests.js';

const view: ViewDefinition = { name: 'empty', version: 1, tables: [] };

describe('a database that goes down', () => {
  let server: OwnPostgres;
  let views: ViewStore;

  beforeAll(async () => {
    server = await startOwnPostgres();
    views = viewsAt(server.url);
  });
  afterAll(async () => {
    await views.close();
    await server.stop();
  });

  it('refuses with STORE_UNAVAILABLE, and answers again when it is back, with what was committed', async () => {
    const lease = await views.leases.acquire('views', 'a', 60_000);
    const begun = await views.promote(await views.begin(view, lease), view, lease);
    await server.kill();
    await expect(views.generations()).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(views.begin(view)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(views.leases.acquire('views', 'a', 1)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(views.queries.listedCase('x')).rejects.toBeInstanceOf(StoreUnavailableError);
    await server.start();
    expect(await views.generations()).toEqual([begun]);
    expect(await views.leases.acquire('views', 'b', 1)).toBeUndefined();
    expect(await views.leases.acquire('views', 'a', 1)).toMatchObject({ epoch: lease?.epoch });
  });
});

describe('a database that is not there when the views are opened', () => {
  it('refuses with STORE_UNAVAILABLE, naming host and database and no password', async () => {
    const views = viewsAt('postgres://someone:secret@127.0.0.1:1/nowhere');
    const refused: unknown = await views.generations().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailableError);
    const { message } = refused as StoreUnavailableError;
    expect(message).toContain('127.0.0.1:1/nowhere');
    expect(message).not.toContain('secret');
    await views.close();
  });
});
