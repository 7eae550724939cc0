import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { startTracing } from './tracing.js';

const asked: string[] = [];
let collector: Server;
let elsewhere: Server;

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

let url: string;
beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    asked.push('elsewhere');
    response.end('{}');
  });
  const location = await listening(elsewhere);
  collector = createServer((_request, response) => {
    asked.push('collector');
    response.writeHead(307, { location }).end();
  });
  url = await listening(collector);
});
afterAll(() => {
  collector.close();
  elsewhere.close();
});

describe('spans', () => {
  it('go to the collector that was named, and not where it points to', async () => {
    const lines: string[] = [];
    const tracing = startTracing(url, pino({ level: 'warn' }, { write: (line: string) => lines.push(line) }));
    const span = { name: 'GET /', traceparent: undefined, startedMs: 0, endedMs: 1, failed: false };
    tracing.record({ ...span, attributes: {} });
    await tracing.stop();
    expect(asked).toEqual(['collector']);
    expect(lines.join('')).toContain('spans could not be sent');
  });
});
