import { afterAll, describe, expect, it } from '@jest/globals';
import { eventStoreContract } from '@safeconduct/engine/testing';
import { KurrentDbContainer } from '@testcontainers/kurrentdb';
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

/** What a server can do is asked before the facts are listed, because they depend on it. */
async function featuresOf(url: string) {
  const connection = await Connection.to(url);
  const features = await connection.features(10_000);
  await connection.close();
  return features;
}

if (server.url !== undefined) {
  const { url } = server;
  const features = await featuresOf(url);
  describe('KurrentDB, level (a): a real server at KURRENTDB_URL', () => {
    eventStoreContract(
      `KurrentDB on a real server, version ${features.version}`,
      contractAdapter(() => url, features),
    );
  });
}

if (container.image !== undefined) {
  const started = await new KurrentDbContainer(container.image).start();
  const url = started.getConnectionString();
  const features = await featuresOf(url);
  describe('KurrentDB, level (b): a real server in a container', () => {
    afterAll(async () => {
      await started.stop();
    });

    eventStoreContract(
      `KurrentDB in a container, version ${features.version}`,
      contractAdapter(() => url, features),
    );
  });
}
