import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';

/**
 * A pooler in transaction mode, as far as a driver can tell: each transaction goes to the server connection
 * that has been idle longest, so whatever a client leaves behind on a connection is not there the next time.
 * It speaks the protocol of PostgreSQL (frontend/backend protocol 3.0) and looks only at the ends of
 * transactions.
 */
export class TransactionPooler {
  readonly #server: Server;
  readonly #idle: ServerConnection[] = [];
  readonly #all: ServerConnection[] = [];
  readonly #waiting: ((server: ServerConnection) => void)[] = [];
  readonly #clients = new Set<Socket>();
  /** How many transactions went through it. */
  transactions = 0;

  private constructor() {
    this.#server = createServer((socket) => {
      this.#serve(socket);
    });
  }

  static async open(url: string, connections: number): Promise<TransactionPooler> {
    const pooler = new TransactionPooler();
    for (let count = 0; count < connections; count += 1) {
      const server = await ServerConnection.open(url, () => {
        pooler.#give(server);
      });
      pooler.#all.push(server);
      pooler.#idle.push(server);
    }
    pooler.#server.listen(0, '127.0.0.1');
    await once(pooler.#server, 'listening');
    return pooler;
  }

  /** The same address, through this pooler. */
  through(url: string): string {
    const { port } = this.#server.address() as { readonly port: number };
    return Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href;
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const socket of this.#clients) socket.destroy();
    for (const server of this.#all) server.end();
    await once(this.#server, 'close');
  }

  #give(server: ServerConnection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(server);
    else next(server);
  }

  #take(): Promise<ServerConnection> {
    const server = this.#idle.shift();
    return server === undefined
      ? new Promise((resolve) => this.#waiting.push(resolve))
      : Promise.resolve(server);
  }

  #serve(socket: Socket): void {
    this.#clients.add(socket);
    let server: ServerConnection | undefined;
    let taking = false;
    let started = false;
    let held: Buffer[] = [];
    const forward = async (chunk: Buffer) => {
      held.push(chunk);
      if (server === undefined) {
        if (taking) return;
        taking = true;
        server = await this.#take();
        taking = false;
        this.transactions += 1;
        server.useBy(socket, () => (server = undefined));
      }
      const chunks = held;
      held = [];
      server.write(Buffer.concat(chunks));
    };
    socket.on('data', (chunk) => {
      if (started && chunk[0] === code('X') && chunk.length === 5) socket.end();
      else if (started) void forward(chunk);
      else started = greet(socket, chunk);
    });
    socket.on('error', () => {}).on('close', () => this.#clients.delete(socket));
  }
}

/** A connection to the server, without the driver's view of it. */
class ServerConnection {
  #client: Socket | undefined;
  #released = () => {};
  #rest = Buffer.alloc(0);

  private constructor(
    private readonly socket: Socket,
    private readonly onIdle: () => void,
  ) {
    socket.on('data', (chunk: Buffer) => {
      this.#client?.write(chunk);
      if (this.#endsTransaction(chunk)) this.#release();
    });
    socket.on('error', () => {});
  }

  static async open(url: string, onIdle: () => void): Promise<ServerConnection> {
    const driver = new pg.Client({ connectionString: url, application_name: 'pooler of a test' });
    driver.on('error', () => {});
    await driver.connect();
    const { stream } = (driver as unknown as { readonly connection: { readonly stream: Socket } }).connection;
    stream.removeAllListeners('data');
    return new ServerConnection(stream, onIdle);
  }

  useBy(client: Socket, released: () => void): void {
    this.#client = client;
    this.#released = released;
  }

  write(chunk: Buffer): void {
    this.socket.write(chunk);
  }

  end(): void {
    this.socket.destroy();
  }

  #release(): void {
    this.#client = undefined;
    this.#released();
    this.onIdle();
  }

  /** Whether the server says "ready for a query", outside of a transaction. */
  #endsTransaction(chunk: Buffer): boolean {
    let rest = Buffer.concat([this.#rest, chunk]);
    let ends = false;
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      const length = rest.readUInt32BE(1) + 1;
      if (rest[0] === code('Z')) ends = rest[5] === code('I');
      rest = rest.subarray(length);
    }
    this.#rest = rest;
    return ends;
  }
}

const code = (letter: string): number => letter.charCodeAt(0);
const sslRequest = 80877103;

/** Answers the first message of a client. @returns whether it may send statements now */
function greet(socket: Socket, first: Buffer): boolean {
  if (first.readUInt32BE(4) === sslRequest) {
    socket.write('N');
    return false;
  }
  const authenticated = Buffer.from([code('R'), 0, 0, 0, 8, 0, 0, 0, 0]);
  // A number of no process, as a pooler tells it: its client is served by another process each time.
  const keyData = Buffer.from([code('K'), 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0]);
  const ready = Buffer.from([code('Z'), 0, 0, 0, 5, code('I')]);
  socket.write(Buffer.concat([authenticated, keyData, ready]));
  return true;
}
