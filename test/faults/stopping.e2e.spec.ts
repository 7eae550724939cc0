import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { cli, temporaryFolder } from '../e2e/cli.js';
import { entry } from '../e2e/http/officer-cases.js';
import { ServerProcess } from '../chaos/server-process.js';
import { Api } from './api.js';
import { operator } from '../e2e/operator.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const exitOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Stands in the head of a request for the credentials of the server that it is sent to. */
const credentials = 'Authorization: {token}';

const command = (length: number) =>
  [
    'POST /api/v1/workflows/officer-case/cases HTTP/1.1',
    'Host: 127.0.0.1',
    credentials,
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    '\r\n',
  ].join('\r\n');
const importHead = [
  'POST /api/v1/imports?workflow=officer-case&command=RegisterEntry HTTP/1.1',
  'Host: 127.0.0.1',
  credentials,
  'Content-Type: text/csv',
  'Transfer-Encoding: chunked',
  '\r\n',
].join('\r\n');
const pieces = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${credentials}\r\n\r\n`;

/** How far a client has come with a request when the signal arrives: the bytes that it has sent. */
const phases: Readonly<Record<string, string>> = {
  'a connection on which nothing was sent': '',
  'half a request line': 'GET /api/v1/ca',
  'half a head': 'GET /api/v1/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept',
  'a head without its body': command(100),
  'half a body': `${command(100)}{"data": {`,
  'half an import': importHead + pieces('registrationNo,by\n"QAIM-20'),
  'an answered request, and half of the next one': `${get('/health/live')}GET /api/v1/ca`,
  'a stream of the feed': get('/api/v1/feed'),
  'many requests, whose answers are not read': get('/openapi.json').repeat(200),
};

const running = new Set<ServerProcess>();
const sockets = new Set<Socket>();

async function start(data = temporaryFolder()): Promise<ServerProcess> {
  const server = new ServerProcess({ data });
  running.add(server);
  await server.ready;
  return server;
}

/** A client that has sent this much, and reads nothing. */
async function client(server: ServerProcess, sent: string): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  sockets.add(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  const { authorization } = operator(server.url, 'intake-01');
  if (sent !== '') socket.write(sent.replaceAll('{token}', authorization));
  // A later request is answered, so the server has taken what was sent before it.
  await new Api(server.url).get('health/live');
  return socket;
}

const open = (server: ServerProcess, registrationNo: string) =>
  new Api(server.url).register(registrationNo).then(({ status }) => status);

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of running) await server.kill();
  running.clear();
});

describe('a server that is told to stop', () => {
  it.each(Object.entries(phases))(
    'by any signal during %s ends by itself, and has what it acknowledged',
    async (_phase, sent) => {
      const ends = signals.map(async (signal) => {
        const data = temporaryFolder();
        const server = await start(data);
        await client(server, sent);
        expect(await open(server, 'QAIM-2024-00001')).toBe(201);
        server.signal(signal);
        expect([signal, await server.ended]).toEqual([signal, 0]);
        expect(server.errors).toEqual([]);
        const { code } = await cli(['case', 'QAIM-2024-00001', '--data', data]);
        expect([signal, code]).toEqual([signal, 0]);
      });
      await Promise.all(ends);
    },
    90_000,
  );

  it.each(signals)(
    'by %s a second time ends at once',
    async (signal) => {
      const server = await start();
      await client(server, phases['half an import'] as string);
      server.signal(signal);
      while (!server.said.includes('finishing what was accepted')) await sleep(10);
      // Sooner it would count as the same press of Ctrl-C, which arrives from the terminal and from npm.
      await sleep(700);
      server.signal(signal);
      expect(await server.ended).toBe(exitOf[signal]);
    },
    60_000,
  );

  it('takes the rest of a body that arrives soon, and answers it', async () => {
    const server = await start();
    const body = JSON.stringify({ data: entry('QAIM-2024-00002'), occurredAt: '2024-12-07T06:13:39+03:00' });
    const socket = await client(server, command(Buffer.byteLength(body)));
    let answer = '';
    socket.on('data', (piece: Buffer) => (answer += piece.toString()));
    server.signal('SIGINT');
    while (!server.said.includes('finishing what was accepted')) await sleep(10);
    socket.write(body);
    expect(await server.ended).toBe(0);
    expect(answer).toContain('HTTP/1.1 201');
  }, 60_000);
});

describe('the command line', () => {
  const advance = (data: string) =>
    cli([
      ...['advance', 'QAIM-2024-00001', 'AssignOfficer', '--as', 'sup-1'],
      ...['--input', '{"officer": "co-1"}', '--data', data],
    ]);

  it('that meets a server which is stopping waits for it and does the work itself', async () => {
    const data = temporaryFolder();
    const server = await start(data);
    await open(server, 'QAIM-2024-00001');
    await client(server, phases['half an import'] as string);
    server.signal('SIGINT');
    while (!server.said.includes('finishing what was accepted')) await sleep(10);
    const { code, stderr } = await advance(data);
    expect([code, stderr]).toEqual([0, '']);
    expect(await server.ended).toBe(0);
  }, 60_000);

  it('says in one line that a server stands still', async () => {
    const data = temporaryFolder();
    const server = await start(data);
    await open(server, 'QAIM-2024-00001');
    server.signal('SIGSTOP');
    const { code, stderr } = await advance(data);
    expect([code, stderr.split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^safeconduct: the server at .* has done nothing for 30 seconds; .*/), ''],
    ]);
  }, 90_000);
});
