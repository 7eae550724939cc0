import {
  EngineError,
  StoreCorruptError,
  StoreReadOnlyError,
  StoreUnavailableError,
} from '@safeconduct/engine';
import { basename, dirname } from 'node:path';

const damaged = /^SQLITE_(CORRUPT|NOTADB|IOERR_(SHORT_READ|CORRUPTFS))/;
const unwritable = /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/;

export const isDamage = (code: string): boolean => damaged.test(code);

/** What an error of the driver or the file system means to the user of the store. Errors of the engine stay as they are. */
export function storeError(file: string, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const code = codeOf(error);
  const text = messageOf(error);
  if (damaged.test(code) || error instanceof SyntaxError) return new StoreCorruptError(file, text, error);
  if (unwritable.test(code)) return new StoreReadOnlyError(dirname(file), error);
  return new StoreUnavailableError(basename(file), text, error);
}

// By their fields, not by their class: the driver keeps the class it was first loaded with, in whichever realm.

export const codeOf = (error: unknown): string => fieldOf(error, 'code') ?? '';

export const messageOf = (error: unknown): string => fieldOf(error, 'message') ?? String(error);

/** Whether a table that a statement names is not there. */
export const isNoTable = (error: unknown): boolean => messageOf(error).startsWith('no such table');

function fieldOf(error: unknown, name: 'code' | 'message'): string | undefined {
  const value = (error as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
