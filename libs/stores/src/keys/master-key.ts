import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { KeyFileError } from './key-file-error.js';

export const masterKeyBytes = 32;

const ownerOnly = 0o600;
const othersMask = 0o077;

/**
 * Reads the key. Only its owner may be able to read it.
 * @throws KeyFileError  not there, not readable, of another length, or open to others
 */
export function readMasterKey(file: string): Buffer {
  const descriptor = openKeyFile(file);
  try {
    const mode = fstatSync(descriptor).mode & othersMask;
    if (mode !== 0)
      throw new KeyFileError(file, `other users may use this key; end that with: chmod 600 ${file}`);
    const key = readFileSync(descriptor);
    if (key.length === masterKeyBytes) return key;
    throw new KeyFileError(
      file,
      `a master key has ${masterKeyBytes} bytes, this file has ${key.length}; put back the right one`,
    );
  } finally {
    closeSync(descriptor);
  }
}

/** Makes a key unless there is one. A crash leaves a whole key or none, and of two processes one makes it. */
export function createMasterKey(file: string): void {
  keepMasterKey(file, randomBytes(masterKeyBytes));
}

/** Writes a key into a new file, durably; a file that is there by now stays as it is. */
export function keepMasterKey(file: string, key: Buffer): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeDurably(draft, key);
    linkSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new KeyFileError(file, 'cannot be made', error);
  } finally {
    rmSync(draft, { force: true });
  }
}

function openKeyFile(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new KeyFileError(
      file,
      code === 'ENOENT'
        ? 'there is no key; put back the one that was there'
        : `cannot be read (${code ?? 'unknown'}); check its owner and permissions`,
      error,
    );
  }
}

function writeDurably(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, 'wx', ownerOnly);
  try {
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The name of a new file is durable only with its folder. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
