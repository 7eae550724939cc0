/** A PostgreSQL in a container, where a Docker engine and the image are there already. Nothing is fetched. */
import { existsSync } from 'node:fs';

const images = ['postgres:18-alpine', 'postgres:18', 'postgres:17-alpine', 'postgres:17'];

/** @returns nothing where there is no engine or none of the images, or where the engine cannot run it */
export async function containerServer() {
  if (process.env.DOCKER_HOST === undefined && !existsSync('/var/run/docker.sock')) return undefined;
  // Whoever serves the container also removes it, so nothing else has to watch it.
  process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  try {
    const image = await imageHere();
    if (image === undefined) return undefined;
    const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
    const container = await new PostgreSqlContainer(image)
      .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'])
      // Less than a suite waits, so that another server is tried where this one never answers.
      .withStartupTimeout(30_000)
      .start();
    const state = { kind: `container ${image}`, url: container.getConnectionUri() };
    return { start: async () => state, stop: () => container.stop() };
  } catch {
    return undefined;
  }
}

async function imageHere() {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const { container } = await getContainerRuntimeClient();
  for (const image of images) {
    const found = container.dockerode.getImage(image).inspect();
    if (await found.then(Boolean, () => false)) return image;
  }
  return undefined;
}
