import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { screenFiles, screensFolder } from './screens.js';

/** Serves the pieces of the screens as they were compressed when they were built. A browser keeps them: another content has another name. */
export async function addScreenFiles(instance: FastifyInstance): Promise<void> {
  const folder = screensFolder();
  if (folder === undefined) return;
  await instance.register(
    fastifyStatic as never,
    {
      root: join(folder, 'assets'),
      prefix: screenFiles,
      decorateReply: false,
      index: false,
      redirect: false,
      dotfiles: 'deny',
      acceptRanges: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    } as never,
  );
}
