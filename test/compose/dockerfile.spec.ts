import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../tidy/planted-tree.js';

const read = (file: string) => readFileSync(join(checkout, file), 'utf8');

/** Instructions without comments, continued lines joined. */
const instructionsOf = (file: string) =>
  read(file)
    .replaceAll(/^ *#.*\n/gm, '')
    .replaceAll(/\\\n */g, '')
    .split('\n')
    .filter((line) => line !== '');

const files = ['Dockerfile', 'docker/certificates/Dockerfile'];
const instructions = instructionsOf('Dockerfile');
const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
const runtime = read('tools/launch/runtime.mjs');

describe.each(files)('%s', (file) => {
  const all = instructionsOf(file);
  const stages = all.flatMap((line) => / AS (\S+)$/.exec(line)?.[1] ?? []);

  it('begins each stage with an image that is pinned, or with a stage before it', () => {
    const bases = all.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) expect(stages.includes(base) || /:\d+\.\d+(\.\d+)?-/.test(base)).toBe(true);
  });

  it('ends as a user who is not root', () => {
    expect(all.findLast((line) => line.startsWith('USER '))).toBe('USER 1000:1000');
  });

  it('copies what there is, and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
    const sources = all.flatMap((line) =>
      /^COPY (?!--from)/.test(line) ? line.split(' ').slice(1, -1) : [],
    );
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      expect(existsSync(join(checkout, source))).toBe(true);
      expect(allowed.some((path) => source === path || source.startsWith(`${path}/`))).toBe(true);
    }
  });
});

describe('the image', () => {
  it('has the Node that the checkout installs where it is missing', () => {
    const [, pinned = ''] = /^const pinned = '(.+)';$/m.exec(runtime) ?? [];
    expect(instructions[0]).toBe(`FROM node:${pinned}-trixie-slim AS build`);
  });

  it('is built from the lock file, with optional packages, and no script of a package runs', () => {
    const installs = instructions.filter((line) => line.includes('npm '));
    expect(installs).toEqual(['RUN npm ci --ignore-scripts', 'RUN npm ci --ignore-scripts --omit=dev']);
  });

  it('is built from every folder that the server is built from', () => {
    const sources = ['apps', 'libs', 'workflows', 'nest-cli.json', 'tsconfig.base.json', 'package-lock.json'];
    for (const source of sources)
      expect(instructions.some((line) => line.startsWith('COPY ') && line.includes(` ${source} `))).toBe(
        true,
      );
  });

  it('ends with a stage that installs nothing', () => {
    expect(last[0]).toMatch(/^FROM debian:/);
    expect(last.join('\n')).not.toMatch(/npm|apt-get|curl|wget/);
  });

  it('has a health check by Node, and ends by SIGTERM through an init', () => {
    expect(last.find((line) => line.startsWith('HEALTHCHECK'))).toContain('CMD ["node", "/app/health.mjs"]');
    expect(last).toContain('STOPSIGNAL SIGTERM');
    expect(last.find((line) => line.startsWith('ENTRYPOINT'))).toContain('tini');
  });

  it('starts without the demonstration caseload', () => {
    expect(last.at(-1)).toBe('CMD ["node", "/app/dist/run/server.js", "--no-demo"]');
  });
});

describe('scripts in docker/', () => {
  const scripts = globSync('docker/**/*', { cwd: checkout, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('secrets'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file, 'utf8').startsWith('#!'));

  it.each(scripts)('%s is run by sh, and ends when a command fails', (script) => {
    const text = readFileSync(script, 'utf8');
    expect(text).toMatch(/^#!\/bin\/sh\n/);
    expect(text).toMatch(/^(set -eu|exec )/m);
  });
});
