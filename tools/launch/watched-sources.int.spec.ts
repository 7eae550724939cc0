import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const files = {
  'main.mjs': `
    import { Worker } from 'node:worker_threads';
    const thread = new Worker(new URL('./thread.mjs', import.meta.url));
    thread.on('message', (message) => console.log('got ' + JSON.stringify(message)));`,
  'thread.mjs': `
    import { parentPort } from 'node:worker_threads';
    import { word } from './word.mjs';
    parentPort.postMessage(word);
    setInterval(() => {}, 1000);`,
  'word.mjs': `export const word = 'done';`,
};
/** A start and a stop say a few lines. Without the module a start alone had thousands. */
const linesMax = 20;
const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) if (child.exitCode === null) await stopped(child);
});

/** A program under the Node of this test, and what it has printed so far. */
function begun(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const printed = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
  const until = async (found: () => boolean) => {
    while (!found() && child.exitCode === null) await sleep(50);
  };
  return { child, printed, until };
}

async function stopped(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGINT');
  await closed;
}

describe('a watched program', () => {
  it('gets no message of its threads but their own, and starts again when a file of a thread changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watched-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const preload = ['--import', resolve('tools/watched-sources.mjs')];
    const { child, printed, until } = begun(['--watch', ...preload, join(folder, 'main.mjs')]);
    const got = () => printed.text.match(/^got .*$/gm) ?? [];
    await until(() => got().length > 0);
    expect(got()).toEqual(['got "done"']);
    // The watcher takes changes of one moment as one; the file counts as changed once it is watched.
    for (let seconds = 1; got().length < 2 && seconds < 100; seconds += 1) {
      utimesSync(join(folder, 'word.mjs'), new Date(), new Date(seconds * 1000));
      await sleep(200);
    }
    await until(() => got().length > 1);
    expect(new Set(got())).toEqual(new Set(['got "done"']));
    await stopped(child);
  });

  it('that is the server says a few lines when it starts and stops', async () => {
    const data = join(mkdtempSync(join(tmpdir(), 'watched-')), 'data');
    const args = ['tools/run.mjs', 'dev', '--port', '0', '--no-demo', '--data', data];
    const { child, printed, until } = begun(args);
    await until(() => printed.text.includes('Ctrl-C stops it'));
    expect(printed.text).toContain('Ctrl-C stops it');
    await stopped(child);
    expect(printed.text).toContain('SIGINT: finishing what was accepted');
    expect(printed.text.split('\n').length).toBeLessThan(linesMax);
  });
});
