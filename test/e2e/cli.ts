import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliMain } from '../built-programs.js';
import { inRunner, type Called, type CommandLine, type Left } from './cli-runners.js';

/** The result of a run of the command line. */
export interface CliRun extends Left {
  /** The one JSON document on stdout. */
  json<Value>(): Value;
}

export interface CliOptions {
  readonly stdin?: string;
  /** What goes before the command line, such as a program that runs it on another disk. */
  readonly inside?: readonly string[];
  /** The folder it runs in; left out: that of this process. */
  readonly cwd?: string;
  /** Added to the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Left out: what was built of this checkout. */
  readonly commandLine?: CommandLine;
}

/**
 * Runs the command line. A built one that goes inside another program, or that Node is told something about, has a process of
 * its own.
 */
export async function cli(
  args: readonly string[],
  { stdin = '', inside = [], cwd = process.cwd(), env: added = {}, commandLine }: CliOptions = {},
): Promise<CliRun> {
  const env = { ...process.env, ...added };
  const isAlone = inside.length > 0 || env['NODE_OPTIONS'] !== process.env['NODE_OPTIONS'];
  const left = await (isAlone
    ? inProcess({ args, stdin, cwd, env }, inside)
    : inRunner({ args, stdin, cwd, env }, commandLine));
  return { ...left, json: <Value>() => JSON.parse(left.stdout) as Value };
}

async function inProcess({ args, stdin, cwd, env }: Called, inside: readonly string[]): Promise<Left> {
  const line = [...inside, process.execPath, cliMain, ...args];
  const child = spawn(line[0] as string, line.slice(1), { stdio: 'pipe', cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

/** A temporary folder inside that of the test run, which is removed at the end (`tools/tests-begin.mjs`). */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'safeconduct-'));
