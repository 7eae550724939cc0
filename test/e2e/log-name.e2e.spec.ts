import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from './cli.js';
import { operator } from './operator.js';

const folder = temporaryFolder();

/** The log name in the first frame of a server's feed. */
async function nameIn(data: string): Promise<string> {
  const server = new ServerProcess({ data });
  try {
    const url = await server.ready;
    const { body } = await fetch(`${url}/api/v1/feed`, { headers: operator(url) });
    let text = '';
    for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const name = /^event: log\ndata: \{"log":"([^"]+)"\}\n\n/m.exec(text)?.[1];
      if (name !== undefined) return name;
    }
    throw new Error(`the feed did not name its log: ${text}`);
  } finally {
    await server.stop();
  }
}

describe('the name of a log', () => {
  it('is another one after a restore, and the same one after a restart', async () => {
    const [original, restored] = [join(folder, 'original'), join(folder, 'restored')];
    const name = await nameIn(original);
    expect(await nameIn(original)).toBe(name);
    const backup = join(folder, 'log.backup');
    await cli(['backup', backup, '--data', original]);
    const keys = ['--key-file', join(original, 'master.key'), '--keys', join(original, 'keys')];
    await cli(['restore', backup, '--data', restored, ...keys]);
    const other = await nameIn(restored);
    expect(other).not.toBe(name);
    expect(await nameIn(restored)).toBe(other);
  }, 60_000);
});
