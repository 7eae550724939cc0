import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout, plantedTree, type PlantedTree } from './planted-tree.js';

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');
const longFunction = `export function long(): number[] {\n${lines(70, '  // one line')}\n  return [];\n}\n`;
const unionSwitch = [
  "export function turn(side: 'left' | 'right'): number {",
  '  switch (side) {',
  "    case 'left':",
  '      return 1;',
  '    default:',
  '      return 2;',
  '  }',
  '}',
].join('\n');

const position = "type Position = bigint & { readonly opaque: 'position' };\n";

/** The program that the one typed rule of ESLint reads types from. */
const serverProgram = 'apps/server/tsconfig.app.json';

/** The planted violations, by rule, file and content. */
const violations: readonly [rule: string, file: string, content: string][] = [
  ['@typescript-eslint/no-floating-promises', 'libs/engine/src/floats.ts', 'Promise.resolve(1);'],
  ['@typescript-eslint/switch-exhaustiveness-check', 'libs/engine/src/turns.ts', unionSwitch],
  ['no-restricted-syntax', 'libs/engine/src/default.ts', 'export default 1;'],
  ['no-restricted-syntax', 'libs/engine/src/star.ts', "export * from './other.js';"],
  [
    '@typescript-eslint/require-array-sort-compare',
    'libs/engine/src/sorts.ts',
    "export const names = ['b', 'a'].sort();",
  ],
  ['max-lines', 'libs/engine/src/long-file.ts', lines(401, '// one line')],
  ['max-lines-per-function', 'libs/engine/src/long-function.ts', longFunction],
  ['safeconduct/todo-needs-issue', 'libs/engine/src/later.ts', '// TODO: measure this'],
  [
    'no-restricted-syntax',
    'apps/server/src/reads.ts',
    "export const state = (event: any) => event.metadata['state'];",
  ],
  [
    'no-restricted-syntax',
    'apps/server/src/named.ts',
    'export const state = (event: any) => event.metadata.state;',
  ],
  [
    'no-restricted-syntax',
    'libs/engine/src/taken-apart.ts',
    'export const state = (event: any) => {\n  const { state: now } = event.metadata;\n  return now;\n};',
  ],
  [
    'no-restricted-syntax',
    'libs/stores/src/sqlite/reads-by-hand.ts',
    "import Database from 'better-sqlite3';\nexport const open = (file: string) => new Database(file, { readonly: true });",
  ],
  [
    'no-restricted-syntax',
    'apps/server/src/cli/past-the-door.ts',
    'export const list = (installation: any) => installation.views.queries.listCases({});',
  ],
  [
    'no-restricted-syntax',
    'apps/server/src/jobs/whole-log.ts',
    'export const log = (events: any) => events.readAll({ limit: 10 });',
  ],
  [
    'no-restricted-syntax',
    'apps/server/src/http/whole-outcome.ts',
    'export const send = ({ engine }: any, sent: any) => engine.handle(sent);',
  ],
  [
    'safeconduct/no-position-arithmetic',
    'libs/engine/src/next.ts',
    `${position}export const next = (at: Position) => at + 1n;`,
  ],
  [
    'safeconduct/no-position-arithmetic',
    'apps/server/src/lag.ts',
    `${position}export const lag = (a: Position, b: Position) => a - b;`,
  ],
  ['no-eval', 'libs/engine/src/evaluates.ts', "export const two = eval('1 + 1');"],
  ['no-new-func', 'libs/engine/src/compiles.ts', "export const two = new Function('return 1 + 1');"],
  ['@typescript-eslint/no-implied-eval', 'libs/engine/src/later-text.ts', "setTimeout('tick()', 1);"],
  ['no-restricted-properties', 'apps/server/src/guessed.ts', 'export const secret = Math.random();'],
  ['no-restricted-globals', 'libs/workflow/src/now.ts', 'export const now = new Date();'],
  ['no-restricted-globals', 'workflows/one/now.ts', 'export const now = globalThis.Date.now();'],
  ['no-restricted-globals', 'workflows/one/waits.ts', 'setTimeout(() => 1, 2);'],
  ['no-restricted-globals', 'workflows/one/asks.ts', "export const answer = fetch('http://localhost');"],
  ['no-restricted-globals', 'workflows/one/looks.ts', "export const home = process.env['HOME'];"],
  ['no-restricted-globals', 'workflows/one/prints.ts', 'console.log(1);'],
  ['no-restricted-properties', 'workflows/one/dice.ts', 'export const dice = Math.random();'],
  [
    '@typescript-eslint/consistent-type-imports',
    'libs/engine/src/only-a-type.ts',
    "import { Side } from './side.js';\n\nexport const turn = (side: Side): Side => side;",
  ],
  [
    '@typescript-eslint/no-confusing-void-expression',
    'apps/server/src/says-nothing.ts',
    'export const said = (say: () => void) => () => say();',
  ],
  [
    "Unused eslint-disable directive (no problems were reported from 'no-eval').",
    'libs/engine/src/no-eval.ts',
    '// eslint-disable-next-line no-eval -- for later\nexport const two = 2;',
  ],
  [
    'Unused oxlint-disable directive (no problems were reported).',
    'libs/engine/src/no-await.ts',
    '// oxlint-disable-next-line typescript/require-await -- for later\nexport const three = 3;',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'libs/engine/src/of-the-other.ts',
    '// eslint-disable-next-line @typescript-eslint/no-floating-promises -- of oxlint\nPromise.resolve(1);',
  ],
];

/** Allowed code, by the rule that forbids it elsewhere. */
const allowed: typeof violations = [
  [
    'no-restricted-globals',
    'libs/workflow/src/time.ts',
    "export const year = new Date('2026-01-01').getUTCFullYear();",
  ],
  ['no-restricted-globals', 'libs/engine/src/clock.ts', 'export const now = new Date();'],
  ['max-lines-per-function', 'libs/engine/src/long-function.spec.ts', longFunction],
  [
    'no-restricted-syntax',
    'libs/engine/src/events/metadata.ts',
    "export const state = (metadata: any) => metadata['state'];",
  ],
  [
    'no-restricted-syntax',
    'libs/stores/src/sqlite/connect-to-read.ts',
    "import Database from 'better-sqlite3';\nexport const open = (file: string) => new Database(file, { readonly: true });",
  ],
  [
    'no-restricted-syntax',
    'apps/server/src/start/opens.ts',
    'export const log = (events: any) => events.readAll({ limit: 10 });',
  ],
  [
    'safeconduct/no-position-arithmetic',
    'libs/stores/src/sqlite/next.ts',
    `${position}export const next = (at: Position) => at + 1n;`,
  ],
  [
    'safeconduct/no-position-arithmetic',
    'libs/engine/src/after.ts',
    `${position}export const after = (a: Position, b: Position) => a > b;`,
  ],
  ['safeconduct/todo-needs-issue', 'libs/engine/src/noted.ts', '// TODO #12: measure this'],
  [
    '@typescript-eslint/require-array-sort-compare',
    'libs/engine/src/sorts.spec.ts',
    "export const sorted = ['b', 'a'].sort();",
  ],
];

type LintedByEslint = readonly {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}[];

interface LintedByOxlint {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code?: string;
    readonly message: string;
  }[];
}

/**
 * What both linters report in each file, by the name that the rule has in ESLint. What belongs to no rule, such as a
 * directive that switches off nothing, has its message instead.
 */
async function reported(tree: PlantedTree): Promise<ReadonlyMap<string, readonly string[]>> {
  const config = join(checkout, 'eslint.config.mjs');
  const types = `--parser-options=tsconfigRootDir:${tree.folder}`;
  const eslint = await tree.run('eslint/bin/eslint.js', ['--config', config, types, '--format', 'json']);
  const rules = new Map(
    (JSON.parse(eslint) as LintedByEslint).map(({ filePath, messages }) => [
      relative(tree.folder, filePath),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
  const oxlint = await tree.run('oxlint/bin/oxlint', ['--config=oxlint.config.mjs', '--format=json']);
  for (const { filename, code, message } of (JSON.parse(oxlint) as LintedByOxlint).diagnostics)
    rules.get(filename)?.push(code?.replace(/^typescript\((.+)\)$/, '@typescript-eslint/$1') ?? message);
  return rules;
}

describe('lint rules', () => {
  const tree = plantedTree();
  let linted: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    for (const [, file, content] of [...violations, ...allowed]) tree.plant({ [file]: `${content}\n` });
    // The globs of oxlint begin at the folder of its configuration; ESLint's begin where it runs.
    tree.plant({
      'oxlint.config.mjs': `export { default } from '${join(checkout, 'oxlint.config.mjs')}';\n`,
    });
    cpSync(join(checkout, serverProgram), join(tree.folder, serverProgram));
    symlinkSync(join(checkout, 'node_modules'), join(tree.folder, 'node_modules'));
    linted = await reported(tree);
  });

  afterAll(() => {
    tree.remove();
  });

  it.each(violations)('report %s in %s', (rule, file) => {
    expect(linted.get(file)).toContain(rule);
  });

  it.each(allowed)('do not report %s in %s', (rule, file) => {
    expect(linted.get(file)).not.toContain(rule);
  });
});
