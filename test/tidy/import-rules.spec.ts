import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { checkout, plantedTree } from './planted-tree.js';

/** For each rule one file that breaks it, by what it imports. */
const violations: Record<string, { file: string; imports: string }> = {
  'language-is-pure': { file: 'libs/workflow/src/reads-files.ts', imports: 'node:fs' },
  'workflow-stands-alone': { file: 'workflows/one/commands.ts', imports: '../two/index.js' },
  'register-only-lists': { file: 'workflows/index.ts', imports: './one/decide.js' },
  'language-tests-stay-pure': { file: 'workflows/one/decide.spec.ts', imports: '@safeconduct/engine' },
  'proofs-stand-alone': { file: 'libs/transparency/src/parses.ts', imports: 'zod' },
  'engine-knows-no-adapter': { file: 'libs/engine/src/opens-store.ts', imports: '@safeconduct/stores' },
  'stores-fill-engine-ports': { file: 'libs/stores/src/memory/decides.ts', imports: '@safeconduct/workflow' },
  'drivers-share-nothing': { file: 'libs/stores/src/memory/borrows.ts', imports: '../sqlite/store.js' },
  'product-starts-no-program': { file: 'libs/engine/src/asks-shell.ts', imports: 'node:child_process' },
  'simulation-runs-any-workflow': {
    file: 'libs/simulation/src/knows-workflow.ts',
    imports: '../../../workflows/one/index.js',
  },
  'queries-are-built-in-stores': { file: 'apps/server/src/asks.ts', imports: 'kysely' },
  'sqlite-driver-in-its-adapter-only': { file: 'apps/server/src/opens-sqlite.ts', imports: 'better-sqlite3' },
  'postgres-driver-in-its-adapter-only': { file: 'libs/stores/src/sqlite/opens-postgres.ts', imports: 'pg' },
  'kurrentdb-driver-in-its-adapter-only': {
    file: 'apps/server/src/subscribes.ts',
    imports: '@kurrent/kurrentdb-client',
  },
  'contracts-are-schemas': { file: 'libs/contracts/src/borrows.ts', imports: '@safeconduct/workflow' },
  'nest-stays-in-the-server': { file: 'libs/stores/src/module.ts', imports: '@nestjs/common' },
  'server-knows-no-client': { file: 'apps/server/src/renders.ts', imports: '../../web/src/main.js' },
  'server-sees-the-register': {
    file: 'apps/server/src/knows-workflow.ts',
    imports: '../../../workflows/one/index.js',
  },
  'start-looks-down': { file: 'apps/server/src/start/asks-people.ts', imports: '../cli/answer.js' },
  'http-looks-down': { file: 'apps/server/src/http/opens-stores.ts', imports: '../start/open.js' },
  'sign-in-looks-down': { file: 'apps/server/src/sign-in/routes.ts', imports: '../http/route.js' },
  'jobs-looks-down': { file: 'apps/server/src/jobs/routes.ts', imports: '../http/route.js' },
  'import-looks-down': { file: 'apps/server/src/import/keeps-job.ts', imports: '../jobs/job.js' },
  'diagrams-looks-down': {
    file: 'apps/server/src/diagrams/draws-files.ts',
    imports: '../import/read/open-file.js',
  },
  'texts-looks-down': { file: 'apps/server/src/texts/drawn-text.ts', imports: '../diagrams/svg.js' },
  'console-looks-down': { file: 'apps/server/src/console/says.ts', imports: '../texts/problem-text.js' },
  'import-read-hands-on': {
    file: 'apps/server/src/import/read/asks-row.ts',
    imports: '../rows/import-row.js',
  },
  'import-rows-hands-on': { file: 'apps/server/src/import/rows/sends.ts', imports: '../send/send-rows.js' },
  'import-send-hands-on': { file: 'apps/server/src/import/send/counts.ts', imports: '../results/tally.js' },
  'web-speaks-contracts': { file: 'apps/web/src/folds.ts', imports: '@safeconduct/engine' },
  'web-knows-types-of-contracts': {
    file: 'apps/web/src/reads-schemas.ts',
    imports: '@safeconduct/contracts',
  },
  'features-stand-apart': { file: 'apps/web/src/features/cases/list.ts', imports: '../audit/log.js' },
  'verifier-trusts-no-writer': { file: 'apps/verify/src/reads-store.ts', imports: '@safeconduct/engine' },
  'libraries-have-a-face': {
    file: 'apps/server/src/reaches-in.ts',
    imports: '../../../libs/engine/src/commands/handle.js',
  },
  'tests-are-not-shipped': { file: 'libs/engine/src/tested.ts', imports: './testing/index.js' },
  'product-needs-no-dev-package': { file: 'apps/server/src/guesses.ts', imports: 'fast-check' },
  'launcher-needs-nothing': { file: 'tools/launch/parses.mjs', imports: 'zod' },
  'packages-are-declared': { file: 'apps/server/src/lucky.ts', imports: 'undeclared' },
  'no-cycles': { file: 'apps/server/src/egg.ts', imports: './hen.js' },
};

/** The files that the violations import. */
const targets = [
  'libs/workflow/src/index.ts',
  'libs/engine/src/index.ts',
  'libs/engine/src/commands/handle.ts',
  'libs/engine/src/testing/index.ts',
  'libs/stores/src/index.ts',
  'libs/stores/src/sqlite/store.ts',
  'workflows/one/index.ts',
  'workflows/two/index.ts',
  'apps/server/src/cli/answer.ts',
  'apps/server/src/start/open.ts',
  'apps/server/src/http/route.ts',
  'apps/server/src/jobs/job.ts',
  'apps/server/src/diagrams/svg.ts',
  'apps/server/src/texts/problem-text.ts',
  'apps/server/src/import/read/open-file.ts',
  'apps/server/src/import/rows/import-row.ts',
  'apps/server/src/import/send/send-rows.ts',
  'apps/server/src/import/results/tally.ts',
  'libs/contracts/src/index.ts',
  'apps/web/src/main.ts',
  'apps/web/src/features/audit/log.ts',
];
const dependencies = ['zod', 'kysely', 'better-sqlite3', 'pg', '@kurrent/kurrentdb-client', '@nestjs/common'];
const devDependencies = ['fast-check'];

const exact = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: {
      readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
    };
  };
}

describe('import rules', () => {
  const tree = plantedTree();
  let cruise: Cruise['summary'];

  beforeAll(async () => {
    tree.plant({
      'package.json': JSON.stringify({
        dependencies: exact(dependencies),
        devDependencies: exact(devDependencies),
      }),
      'apps/server/src/hen.ts': "import './egg.js';\n",
    });
    for (const name of [...dependencies, ...devDependencies, 'undeclared']) {
      tree.plant({
        [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
        [`node_modules/${name}/index.js`]: '',
      });
    }
    for (const file of targets) tree.plant({ [file]: 'export const planted = true;\n' });
    for (const { file, imports } of Object.values(violations))
      tree.plant({ [file]: `import '${imports}';\n` });
    const rules = join(checkout, 'tools/lint/import-rules.config.mjs');
    const output = await tree.run('dependency-cruiser/bin/dependency-cruiser.mjs', [
      ...['--config', rules, '--output-type', 'json'],
      ...['apps', 'libs', 'workflows', 'tools'],
    ]);
    cruise = (JSON.parse(output) as Cruise).summary;
  });

  afterAll(() => {
    tree.remove();
  });

  it('have a planted violation each', () => {
    expect(cruise.ruleSetUsed.forbidden.map(({ name }) => name).sort()).toEqual(
      Object.keys(violations).sort(),
    );
  });

  it('say why, each in a sentence', () => {
    for (const { comment } of cruise.ruleSetUsed.forbidden) expect(comment).toMatch(/^[A-Z].{40,}\.$/);
  });

  it.each(Object.entries(violations))('report the planted violation of %s', (name, { file }) => {
    expect(cruise.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)).toContain(
      name,
    );
  });
});
