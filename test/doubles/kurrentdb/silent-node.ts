import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** A node that accepts connections and says nothing: its process hangs, or something in between swallows it all. */
export async function silentNode(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `kurrentdb://127.0.0.1:${port}?tls=false`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
