/**
 * What can be launched, by name. `file` is relative to the checkout; `flags` are Node's, `args` come before
 * the caller's. `needsBuild`: the target runs from dist. `cwd`: 'caller' if relative paths are those of the
 * caller's folder, also when npm has changed to the checkout's.
 */
export const targets = {
  start: { file: 'dist/run/server.js', needsBuild: true, cwd: 'caller' },
  safeconduct: { file: 'dist/run/safeconduct.js', needsBuild: true, cwd: 'caller' },
  dev: {
    file: 'apps/server/src/main.ts',
    flags: ['--watch', '--import', './tools/typescript.mjs', '--import', './tools/watched-sources.mjs'],
  },
  screens: { file: 'node_modules/vite/bin/vite.js', args: ['--config', 'apps/web/vite.config.mjs'] },
  chaos: { file: 'test/chaos/main.ts', flags: ['--import', './tools/typescript.mjs'], needsBuild: true },
  soak: { file: 'test/chaos/soak-main.ts', flags: ['--import', './tools/typescript.mjs'], needsBuild: true },
  bench: { file: 'test/bench/main.ts', flags: ['--import', './tools/typescript.mjs'], needsBuild: true },
  simulate: {
    file: 'dist/run/safeconduct.js',
    args: ['simulate', 'officer-case'],
    needsBuild: true,
  },
  build: { needsBuild: true },
  test: { file: 'tools/test.mjs' },
  check: { file: 'tools/check.mjs' },
  lint: { file: 'tools/check.mjs', args: ['lint'] },
  format: { file: 'node_modules/prettier/bin/prettier.cjs', args: ['--write', '--log-level=warn', '.'] },
  jest: {
    file: 'node_modules/jest/bin/jest.js',
    flags: [
      '--disable-warning=ExperimentalWarning',
      '--experimental-vm-modules',
      '--import',
      './tools/typescript.mjs',
    ],
  },
};

/**
 * What is built into dist, from what, and by which program. A source is a file or a folder; specs are not
 * built.
 */
export const parts = [
  {
    name: 'server',
    sources: [
      'apps/server/src',
      'apps/server/tsconfig.app.json',
      'libs',
      'workflows',
      'tsconfig.base.json',
      'nest-cli.json',
      'tools/build-server.mjs',
      'tools/threads-in.mjs',
      'tools/type-check.mjs',
      'package-lock.json',
    ],
    command: ['tools/build-server.mjs'],
  },
  {
    name: 'screens',
    sources: [
      'apps/web',
      'libs/contracts',
      'tsconfig.base.json',
      'tools/build-web.mjs',
      'tools/type-check.mjs',
      'package-lock.json',
    ],
    command: ['tools/build-web.mjs'],
  },
];
