import Database from 'better-sqlite3';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverMain } from '../../built-programs.js';
import { alternate } from '../alternate.js';
import { caseloadOf, eventsIn, type Caseload } from '../caseload/caseload.js';
import { ofAnyAge } from '../load/installation.js';
import { figure, type Bench, type Line, type Measurement } from '../measurement.js';

/** The time from the start of the server's process until it is ready, and the size of its files. */
export const start: Measurement = {
  name: 'start',
  about:
    'the time from starting the server over a caseload until it says that it is ready, its memory ' +
    'then, and the size of its files',
  async run(bench) {
    const lines: Line[] = [];
    for (const cases of bench.scale.sizes) lines.push(...(await measureStart(bench, cases)));
    return lines;
  },
};

interface Started {
  readonly seconds: number;
  /** Not known on every system. */
  readonly residentBytes: number | undefined;
}

async function measureStart(bench: Bench, cases: number): Promise<readonly Line[]> {
  const caseload = await caseloadOf(bench, cases);
  const { started } = await alternate({ started: () => startOnce(caseload.folder) }, bench.scale.repeat);
  bench.tell(`start: ${cases} cases`);
  const resident = started.flatMap(({ residentBytes }) => residentBytes ?? []);
  return [
    figure(
      `until ready, ${cases} cases`,
      's',
      started.map(({ seconds }) => seconds),
      caseload.events <= judgedEventsMax ? { atMost: 2 } : undefined,
    ),
    ...(resident.length === 0
      ? []
      : [
          figure(
            `memory when ready, ${cases} cases`,
            'MB',
            resident.map((bytes) => bytes / 1_000_000),
          ),
        ]),
    ...sizesOf(caseload),
  ];
}

/** The target applies to logs of up to a million events; larger logs are only shown. */
const judgedEventsMax = 2_000_000;

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** So long that no passed deadline fires, because a start must not change the caseload. */
const settleSeconds = String(100 * 365 * 86_400);
const lookAgainMs = 5;
const readyWithinMs = 120_000;

async function startOnce(folder: string): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, [serverMain, '--data', folder, '--port', '0', '--no-demo'], {
    cwd: root,
    env: { ...process.env, ...ofAnyAge, SAFECONDUCT_SETTLE_SECONDS: settleSeconds, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    await ready(await addressOf(child), begun + readyWithinMs);
    return { seconds: (performance.now() - begun) / 1000, residentBytes: residentBytes(child.pid) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Reads the address that the server prints once it listens. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [address] = /http:\/\/[^/\s]+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    stderr?.on('end', () => {
      reject(new Error(`the server ended before it was ready: ${printed}`));
    });
  });
}

async function ready(address: string, untilMs: number): Promise<void> {
  while (performance.now() < untilMs) {
    const { status } = await fetch(`${address}/health/ready`);
    if (status === 200) return;
    await new Promise((done) => setTimeout(done, lookAgainMs));
  }
  throw new Error('the server did not become ready');
}

/** The resident memory, on Linux. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}

/** The used part of its files: a rebuild leaves free pages that the next one uses. */
function sizesOf({ folder, cases }: Caseload): readonly Line[] {
  const events = eventsIn(folder);
  const bytesOf = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + usedBytes(join(folder, name)), 0);
  return [
    figure(`log an event, ${cases} cases`, 'B', [bytesOf(['events.db', 'streams.db']) / events]),
    figure(`views an event, ${cases} cases`, 'B', [bytesOf(['views.db']) / events]),
  ];
}

function usedBytes(file: string): number {
  const db = new Database(file, { readonly: true });
  try {
    const pragma = (name: string) => db.pragma(name, { simple: true }) as number;
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  } finally {
    db.close();
  }
}
