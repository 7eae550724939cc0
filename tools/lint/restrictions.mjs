/** What may not be written where, each with its reason. Who may import whom is in `import-rules.config.mjs`. */
const outside =
  'a workflow is pure: the value comes with the context, so a replay in ten years takes the same path';

const hidden = [
  'Date',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'process',
  'console',
  'crypto',
  'performance',
];

const shapes = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'export by name: a name that is the same everywhere can be searched for',
  },
  {
    selector: 'ExportAllDeclaration',
    message: 'list the exports by name: the public face of a folder is decided, not leaked',
  },
];

const configurations = ['**/*.config.mjs'];
const language = ['libs/workflow/**/*.ts', 'workflows/**/*.ts'];
const calendar = ['libs/workflow/src/time.ts'];
const specs = ['**/*.spec.ts'];

const pure = (globals) => ({
  'no-restricted-globals': ['error', ...globals.map((name) => ({ name, message: outside }))],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: outside }],
});

const noNode = ['error', { patterns: [{ regex: '^node:', message: outside }] }];

export const restrictions = [
  {
    files: ['**/*.{ts,mjs}'],
    ignores: configurations,
    rules: { 'no-restricted-syntax': ['error', ...shapes] },
  },
  { files: language, ignores: calendar, rules: pure(hidden) },
  { files: calendar, rules: pure(hidden.filter((name) => name !== 'Date')) },
  { files: language, ignores: specs, rules: { 'no-restricted-imports': noNode } },
];
