import { afterAll, beforeAll, describe } from '@jest/globals';
import { eventStoreContract, type EventStoreAdapter } from '@safeconduct/engine/testing';
import { KurrentDbContainer, type StartedKurrentDbContainer } from '@testcontainers/kurrentdb';
import { basename } from 'node:path';
import { KurrentdbDouble, type DoubleVersion } from '../../../../test/doubles/kurrentdb/kurrentdb-double.js';
import { maxAppendBytes } from '../../../../test/doubles/kurrentdb/log.js';
import { doubleVersions, levels } from '../../../../tools/kurrentdb-levels.mjs';
import { Connection } from './connection.js';
import { openKurrentEvents } from './kurrent-events.js';

/** Each folder of the contract is a namespace of its own, so runs on one server do not meet. */
const adapter = (
  url: () => string,
  can: { readonly severalStreams: boolean; readonly checks: boolean },
): EventStoreAdapter => ({
  open: ({ folder, clock }) => openKurrentEvents({ url: url(), clock, namespace: `${basename(folder)}/` }),
  durable: true,
  capabilities: { ...can, tellsRecordedAt: false, counts: false },
  appendBytesMax: maxAppendBytes,
});

const capabilitiesOf: Readonly<Record<DoubleVersion, { severalStreams: boolean; checks: boolean }>> = {
  '23.10.8': { severalStreams: false, checks: false },
  '25.1.0': { severalStreams: true, checks: false },
  '26.1.0': { severalStreams: true, checks: true },
};

describe.each(doubleVersions)('KurrentDB, level (c): protocol double as %s', (version) => {
  let double: KurrentdbDouble;

  beforeAll(async () => {
    double = await KurrentdbDouble.start({ version });
  });

  afterAll(() => {
    double.stop();
  });

  eventStoreContract(
    `KurrentDB on the protocol double as ${version}`,
    adapter(() => double.url, capabilitiesOf[version]),
  );
});

// The other levels are real servers. `npm test` says at its end which of them are there, and why not.

const server = levels.server();

if (server.url !== undefined) {
  const { url } = server;
  const connection = await Connection.to(url);
  const features = await connection.features(10_000);
  await connection.close();
  describe('KurrentDB, level (a): a real server at KURRENTDB_URL', () => {
    eventStoreContract(
      `KurrentDB on a real server, version ${features.version}`,
      adapter(() => url, features),
    );
  });
}

const container = levels.container();

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
      adapter(() => started.getConnectionString(), { severalStreams: true, checks: true }),
    );
  });
}
