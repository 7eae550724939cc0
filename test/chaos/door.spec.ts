import { describe, expect, it } from '@jest/globals';
import { Door } from './door.js';

describe('the door to the server', () => {
  it('lets in whoever has waited through a server that never answered', async () => {
    const door = new Door();
    const entered = door.enter((url) => Promise.resolve(url));
    door.shut();
    door.open('http://second');
    await expect(entered).resolves.toBe('http://second');
  });

  it('keeps out whoever comes between two servers, until the second one answers', async () => {
    const door = new Door();
    door.open('http://first');
    door.shut();
    const entered = door.enter((url) => Promise.resolve(url));
    door.open('http://second');
    await expect(entered).resolves.toBe('http://second');
  });
});
