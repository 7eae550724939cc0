/** A PostgreSQL in a container, where a Docker engine and the image are there already. Nothing is fetched. */
import { existsSync } from 'node:fs';

const images = ['postgres:18-alpine', 'postgres:18', 'postgres:17-alpine', 'postgres:17'];

/** @returns nothing where there is no engine or none of the images */
export async function containerServer() {
  if (process.env.DOCKER_HOST === undefined && !existsSync('/var/run/docker.sock')) return undefined;
  // Whoever serves the container also removes it, so nothing else has to watch it.
  process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  const image = await imageHere();
  if (image === undefined) return undefined;
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  let container;
  return {
    async start() {
      container = await new PostgreSqlContainer(image)
        .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'])
        .start();
      return { kind: `container ${image}`, url: container.getConnectionUri() };
    },
    stop: () => container?.stop(),
  };
}

async function imageHere() {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    const { container } = await getContainerRuntimeClient();
    for (const image of images) {
      const isHere = await container.dockerode
        .getImage(image)
        .inspect()
        .then(
          () => true,
          () => false,
        );
      if (isHere) return image;
    }
  } catch {
    // No engine answers.
  }
  return undefined;
}
