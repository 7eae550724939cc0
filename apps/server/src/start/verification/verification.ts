import { systemReader, ViewBehindError } from '@safeconduct/engine';
import { Worker } from 'node:worker_threads';
import { VerificationFailedError, type Verify, type Verifying } from '../../jobs/verifications.js';
import type { Findings } from '../../jobs/job.js';
import type { Installation } from '../installation.js';
import { findingsOf } from './findings.js';
import type { FromVerification, VerifyOptions } from './messages.js';
import { verifyAll, type VerifiedParts } from './verify-all.js';

type Verified = VerifiedParts & Pick<Installation, 'configuration'>;

const tryLater =
  'the views lag behind the log, or changed during every comparison; start it again when less is recorded';

/**
 * Checks the log of an installation in a thread of its own, so that no command waits for it. Stores that cannot be opened
 * twice are in memory; they are checked in this thread.
 */
export const verifying =
  (installation: Verified): Verify =>
  (options) =>
    installation.location.isShared
      ? inThread({ stores: installation.configuration.stores }, options)
      : verifyingHere(installation)(options);

function inThread(data: VerifyOptions, { signal, onProgress }: Verifying): Promise<Findings | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const worker = new Worker(new URL('./verify-thread.js', import.meta.url), { workerData: data });
  const { promise, resolve, reject } = Promise.withResolvers<Findings | undefined>();
  // It has nothing to finish: what it reads stays as it is.
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', (message: FromVerification) => {
    if ('progress' in message) onProgress(message.progress);
    else if ('findings' in message) resolve(message.findings);
    else if (message.failed.isViewBehind) reject(new VerificationFailedError(tryLater));
    else reject(new Error(message.failed.message));
  });
  worker.once('error', reject);
  worker.once('exit', () => {
    if (signal.aborted) resolve(undefined);
    else reject(new Error('the thread that checks the log has ended without an answer'));
  });
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
  });
}

/** Checks it in the thread that calls. */
export const verifyingHere =
  (parts: VerifiedParts): Verify =>
  async ({ signal, onProgress }) => {
    try {
      const found = await verifyAll(parts, systemReader('verification'), (progress) => {
        signal.throwIfAborted();
        onProgress(progress);
      });
      return findingsOf(found);
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error instanceof ViewBehindError ? new VerificationFailedError(tryLater) : error;
    }
  };
