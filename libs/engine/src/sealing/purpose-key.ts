import { createSecretKey, type KeyObject } from 'node:crypto';
import type { KeyedHashes } from '../ports/key-ring.js';

/** The key of an installation for boxes of one purpose. What is sealed for another purpose does not open with it. */
export const purposeKey = (keys: KeyedHashes, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(keys.keyedHash(purpose, 'key 1', 'hex'), 'hex'));
