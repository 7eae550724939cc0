/** The program that sends requests over several connections, each with one request under way at a time. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { serveParent } from '../child.js';
import { roundRobin } from '../load/round-robin.js';
import { keepCalling, type Called } from '../load/keep-calling.js';

export interface Load {
  readonly url: string;
  /** Each connection takes the next one; after the last it starts again with the first. */
  readonly requests: readonly { readonly path: string; readonly body: string }[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

serveParent(async ({ url, requests, headers, connections, seconds }: Load): Promise<Called> => {
  const { hostname, port } = new URL(url);
  const next = roundRobin(requests.map((request) => bytesOf(hostname, headers, request)));
  const sockets = await Promise.all(
    Array.from({ length: connections }, () => connected(hostname, Number(port))),
  );
  const free = sockets.map((socket) => new Exchange(socket));
  try {
    return await keepCalling(connections, seconds, async () => {
      const exchange = free.pop() as Exchange;
      await exchange.send(next());
      free.push(exchange);
    });
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

async function connected(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function bytesOf(host: string, headers: Load['headers'], { path, body }: Load['requests'][number]): Buffer {
  const head = Object.entries({ host, ...headers, 'content-length': Buffer.byteLength(body) });
  const lines = [`POST ${path} HTTP/1.1`, ...head.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

const headEnd = '\r\n\r\n';

/** One connection. Reads as much of HTTP as the answers to these requests need: a status and a length. */
class Exchange {
  #received: Buffer = Buffer.alloc(0);
  #answered: { resolve(): void; reject(error: Error): void } | undefined;

  constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => {
      this.#receive(bytes);
    });
    socket.on('error', (error) => this.#answered?.reject(error));
    socket.on('close', () => this.#answered?.reject(new Error('the server closed a connection')));
  }

  /** @throws Error  the answer was no success */
  send(request: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.socket.write(request);
    });
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const end = this.#received.indexOf(headEnd);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    if (this.#received.length < end + headEnd.length + length) return;
    const answered = this.#answered;
    this.#received = Buffer.alloc(0);
    if (head.startsWith('HTTP/1.1 20')) answered?.resolve();
    else answered?.reject(new Error(`the server answered ${head.slice(0, head.indexOf('\r\n'))}`));
  }
}
