import type { Language } from '@safeconduct/workflow';

/** The options every command has. */
export interface CommandLine {
  readonly data?: string;
  readonly json?: boolean;
  readonly language: Language;
}

/** Exit codes: done; refused or failed; called wrongly. */
export const exit = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * Writes the one JSON document of a command. Revisions and positions are strings: JSON numbers lose large
 * ones.
 */
export function printJson(value: unknown): void {
  const text = JSON.stringify(
    value,
    (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner),
    2,
  );
  process.stdout.write(`${text}\n`);
}

export const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

/** `1 case`, `2 cases`. */
export const counted = (count: number | bigint, noun: string): string =>
  `${count} ${noun}${Number(count) === 1 ? '' : 's'}`;

/** A line that is not part of the answer. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Prints the error in one line, or in one JSON document. Returns the exit code. */
export function fail(error: unknown, { json }: Pick<CommandLine, 'json'>): number {
  // The error is recognised by its properties, not by its class: importing the classes would load the whole
  // engine.
  const { code, exitCode, message, stack } = error as {
    readonly code?: string;
    readonly exitCode?: number;
    readonly message?: string;
    readonly stack?: string;
  };
  const detail = message ?? String(error);
  if (json === true) printJson({ code: code ?? 'UNEXPECTED', detail });
  tell(`safeconduct: ${detail}`);
  // Only a bug of this program needs its stack trace. Every other message says what to do.
  if (code === undefined && stack !== undefined) tell(stack);
  return exitCode ?? (code === 'UNKNOWN_NAME' ? exit.usage : exit.failed);
}
