import { describe, expect, it } from '@jest/globals';
import { ServerAccess } from './server-access.js';

describe('the access to the server', () => {
  it('serves a caller that has waited through a server that never answered', async () => {
    const server = new ServerAccess();
    const used = server.use((url) => Promise.resolve(url));
    server.close();
    server.open('http://second');
    await expect(used).resolves.toBe('http://second');
  });

  it('makes a caller between two servers wait until the second one answers', async () => {
    const server = new ServerAccess();
    server.open('http://first');
    server.close();
    const used = server.use((url) => Promise.resolve(url));
    server.open('http://second');
    await expect(used).resolves.toBe('http://second');
  });
});
