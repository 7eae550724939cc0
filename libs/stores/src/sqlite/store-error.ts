import {
  EngineError,
  StoreCorruptError,
  StoreReadOnlyError,
  StoreUnavailableError,
} from '@safeconduct/engine/basics';
import { basename, dirname } from 'node:path';

const damaged = /^SQLITE_(CORRUPT|NOTADB|IOERR_(SHORT_READ|CORRUPTFS))/;
const unwritable = /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/;

export const isDamage = (code: string): boolean => damaged.test(code);

/**
 * Translates an error of the driver or the file system into an error of the engine. Errors of the engine are
 * returned unchanged.
 */
export function storeError(file: string, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const code = codeOf(error);
  const text = messageOf(error);
  if (damaged.test(code) || error instanceof SyntaxError) return new StoreCorruptError(file, text, error);
  if (unwritable.test(code)) return new StoreReadOnlyError(dirname(file), error);
  return new StoreUnavailableError(basename(file), text, error);
}

// Errors are recognised by their fields, not by their class, because the driver keeps the error class of the
// realm that loaded it first.

export const codeOf = (error: unknown): string => fieldOf(error, 'code') ?? '';

export const messageOf = (error: unknown): string => fieldOf(error, 'message') ?? String(error);

/** Whether a table that a statement names is not there. */
export const isNoTable = (error: unknown): boolean => messageOf(error).startsWith('no such table');

function fieldOf(error: unknown, name: 'code' | 'message'): string | undefined {
  const value = (error as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
