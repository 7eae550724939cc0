import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of an HTTP server, and how many requests of each are under way. Node ends those that wait for a next
 * request when a server closes. It waits without limit for one that has sent nothing or half a head, because it stops
 * looking for timeouts at that moment.
 */
export class Connections {
  private readonly requestsOf = new Map<Socket, number>();
  private isEnding = false;

  constructor(server: Server) {
    server.on('connection', (socket) => {
      if (this.isEnding) socket.destroy();
      else this.requestsOf.set(socket, 0);
      socket.once('close', () => this.requestsOf.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.add(socket, 1);
      response.once('close', () => {
        this.add(socket, -1);
      });
    });
  }

  /**
   * Ends them: at once those without a request, the others with their answer, and after `withinMs` whatever is left,
   * such as a body that does not arrive or an answer that is not read.
   */
  end(withinMs: number): void {
    this.isEnding = true;
    for (const [socket, requests] of this.requestsOf) if (requests === 0) socket.destroy();
    setTimeout(() => {
      for (const socket of this.requestsOf.keys()) socket.destroy();
    }, withinMs).unref();
  }

  private add(socket: Socket, change: 1 | -1): void {
    const before = this.requestsOf.get(socket);
    if (before === undefined) return;
    this.requestsOf.set(socket, before + change);
    if (this.isEnding && before + change === 0) socket.destroySoon();
  }
}
