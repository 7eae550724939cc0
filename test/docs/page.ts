import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cli, temporaryFolder } from '../e2e/cli.js';
import type { CommandLine } from '../e2e/cli-runners.js';
import { changed, examplesIn, type Example, type Written } from './examples.js';

/** Where a page is followed: a folder, and what `npx` and `npm` do there, as shell scripts. */
export interface Reader {
  readonly folder: string;
  readonly programs: Readonly<Record<string, string>>;
  /** What `npx safeconduct` is at this moment: where a shell does nothing but call it, it runs where it is loaded already. */
  readonly commandLine: () => CommandLine;
}

/** Some examples import or simulate thousands of cases, on a machine that has other work. */
const exampleMs = 300_000;

/** What a shell does nothing with but take it apart into words. */
const plainCall = /^npx safeconduct (?<words>[^|&;<>$`\\]*)$/;

/** Follows a page from its first line to its last, in one folder, and compares what it shows. */
export function describePage(page: string, reader: Reader): void {
  const { folder } = reader;
  const env = environmentOf(reader);
  const servers: ChildProcess[] = [];

  const follow = async ({ written, commands, fails, server, output }: Example) => {
    written.forEach((file) => {
      write(folder, file);
    });
    if (server) servers.push(await started(commands.join('\n'), { cwd: folder, env }));
    const runs = [];
    if (!server) for (const command of commands) runs.push({ command, ...(await run(command, reader, env)) });
    for (const [index, { command, status, stderr }] of runs.entries()) {
      const expected = fails && index === runs.length - 1 ? 1 : 0;
      expect({ command, status, stderr: status === expected ? '' : stderr }).toEqual({
        command,
        status: expected,
        stderr: '',
      });
    }
    // Nobody sees a byte order mark.
    if (output !== undefined) expect(runs.at(-1)?.stdout.replace(/^\ufeff/, '')).toBe(output);
  };

  describe(page, () => {
    afterAll(() => Promise.all(servers.map(stopped)));
    const examples = examplesIn(page).map((example) => [example.line, example] as const);
    it.each(examples)('does what it shows at line %i', (_line, example) => follow(example), exampleMs);
  });
}

/** Runs one command. What it exports, the next ones have in their environment. */
async function run(command: string, { folder, commandLine }: Reader, env: NodeJS.ProcessEnv) {
  const [, name, value] = /^export (\w+)=(.*)$/.exec(command) ?? [];
  if (name !== undefined) env[name] = value;
  const { words } = plainCall.exec(command)?.groups ?? {};
  if (words === undefined) return spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
  const options = { cwd: folder, env, commandLine: commandLine() };
  const { code, stdout, stderr } = await cli(wordsIn(words, folder), options);
  return { status: code, stdout, stderr };
}

/** Leaves the files of a reader as a page does: what it copies, moves, writes, and what commands write into a workflow. */
export async function makeFilesOf(page: string, reader: Reader): Promise<void> {
  const { folder } = reader;
  const env = environmentOf(reader);
  for (const { written, commands } of examplesIn(page)) {
    for (const file of written) write(folder, file);
    for (const command of commands)
      if (/^(?:cp|mv|npx safeconduct workflow (?:texts|release)) /.test(command))
        expect(await run(command, reader, env)).toMatchObject({ status: 0 });
  }
}

/** The words of a command as a shell takes them apart. */
const wordsIn = (words: string, folder: string): readonly string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${words}`], { cwd: folder, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

/** The environment in which `npx` and `npm` are the programs of a reader. */
function environmentOf({ programs }: Reader): NodeJS.ProcessEnv {
  const bin = temporaryFolder();
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
}

function write(folder: string, { path, change, body }: Written): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, change ? changed(readFileSync(file, 'utf8'), body) : body);
}

type Place = { readonly cwd: string; readonly env: NodeJS.ProcessEnv };

/** Resolves when the server says where it listens. */
async function started(command: string, place: Place): Promise<ChildProcess> {
  const server = spawn('sh', ['-c', `exec ${command}`], { ...place, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('http://127.0.0.1')) resolve();
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', () => {
      reject(new Error(`${command} ended: ${said}`));
    });
  });
  return server;
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGINT');
  await once(server, 'exit');
}
