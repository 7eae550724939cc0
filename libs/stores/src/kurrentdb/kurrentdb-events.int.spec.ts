import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreContract } from '@safeconduct/engine/testing';
import { KurrentDbContainer, type StartedKurrentDbContainer } from '@testcontainers/kurrentdb';
import { describeKurrentdb, doubleVersions, levels } from '../../../../tools/kurrentdb-levels.mjs';
import { Connection } from './connection.js';
import { contractAdapter } from './testing/contract-adapter.js';

// The contract on real servers. On the protocol double it runs in the specs `double-….int.spec.ts`, always.

const server = levels.server();
const container = levels.container();

it('the last lines of npm test say which servers the contract ran against, and why not the others', () => {
  const words = describeKurrentdb();
  expect(words).toContain(server.url === undefined ? server.why : server.name);
  expect(words).toContain(container.image ?? container.why);
  for (const version of doubleVersions) expect(words).toContain(version);
  expect(words).not.toContain('@');
});

if (server.url !== undefined) {
  const { url } = server;
  const connection = await Connection.to(url);
  const features = await connection.features(10_000);
  await connection.close();
  describe('KurrentDB, level (a): a real server at KURRENTDB_URL', () => {
    eventStoreContract(
      `KurrentDB on a real server, version ${features.version}`,
      contractAdapter(() => url, features),
    );
  });
}

if (container.image !== undefined) {
  const { image } = container;
  describe('KurrentDB, level (b): a real server in a container', () => {
    let started: StartedKurrentDbContainer;

    beforeAll(async () => {
      started = await new KurrentDbContainer(image).start();
    }, 180_000);

    afterAll(async () => {
      await started.stop();
    });

    // An image that can do less fails in `has the capabilities that its adapter declares`.
    eventStoreContract(
      `KurrentDB in a container of ${image}`,
      contractAdapter(() => started.getConnectionString(), { severalStreams: true, checks: true }),
    );
  });
}
