import { afterAll, beforeAll, describe } from '@jest/globals';
import { eventStoreContract } from '@safeconduct/engine/testing';
import {
  KurrentdbDouble,
  type DoubleVersion,
} from '../../../../../test/doubles/kurrentdb/kurrentdb-double.js';
import { contractAdapter } from './contract-adapter.js';

/** Runs the contract on the protocol double as a version of the server. */
export function doubleContract(
  version: DoubleVersion,
  capabilities: { readonly severalStreams: boolean; readonly checks: boolean },
): void {
  describe(`KurrentDB, level (c): protocol double as ${version}`, () => {
    let double: KurrentdbDouble;

    beforeAll(async () => {
      double = await KurrentdbDouble.start({ version });
    });

    afterAll(() => {
      double.stop();
    });

    const name = `KurrentDB on the protocol double as ${version}`;
    eventStoreContract(
      name,
      contractAdapter(() => double.url, capabilities),
    );
  });
}
