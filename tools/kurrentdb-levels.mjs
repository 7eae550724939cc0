/** Which servers the contract of the KurrentDB store runs against, in words where one is missing. */
import { spawnSync } from 'node:child_process';

/** The versions that the protocol double claims to be; it is always there. */
export const doubleVersions = ['23.10.8', '25.1.0', '26.1.0'];

const image = process.env.KURRENTDB_IMAGE ?? 'docker.kurrent.io/kurrent-latest/kurrentdb:latest';

export const levels = {
  /** A real server that somebody started. */
  server() {
    const url = process.env.KURRENTDB_URL ?? '';
    return url === ''
      ? { why: 'KURRENTDB_URL is not set' }
      : { url, name: url.replace(/^.*@|\?.*$|^.*?:\/\//g, '') };
  },
  /** A real server in a container. The image must be there already: the tests fetch none. */
  container() {
    const found = spawnSync('docker', ['image', 'inspect', image], { timeout: 10_000, encoding: 'utf8' });
    if (found.error !== undefined) return { why: 'there is no docker' };
    if (found.status === 0) return { image };
    const isRunning = spawnSync('docker', ['info'], { timeout: 10_000 }).status === 0;
    return { why: isRunning ? `docker has no image ${image}` : 'no Docker engine answers' };
  },
};

export function describeKurrentdb() {
  const server = levels.server();
  const container = levels.container();
  return [
    server.url === undefined ? `no real server: ${server.why}` : `real server at ${server.name}`,
    container.image === undefined ? `no container: ${container.why}` : `container of ${container.image}`,
    `protocol double as ${doubleVersions.join(', ')}`,
  ].join('; ');
}
