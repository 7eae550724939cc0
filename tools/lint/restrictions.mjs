/** What may not be written where, each with its reason. Who may import whom is in `import-rules.config.mjs`. */

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

const hidden = [
  'Date',
  'Temporal',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'crypto',
  'fetch',
  'process',
  'console',
];

const pure =
  'a definition sees only its arguments: take the value from the context, so that a replay sees it again';

const without = (names) => ({
  'no-restricted-globals': [
    'error',
    { globals: names.map((name) => ({ name, message: pure })), checkGlobalObject: true },
  ],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: pure }],
});

/** The programs that read these files want a default export. */
const configurations = ['**/*.config.mjs'];
const language = ['libs/workflow/**/*.ts', 'workflows/**/*.ts'];
const calendar = ['libs/workflow/src/time.ts'];

export const restrictions = [
  {
    files: ['**/*.{ts,mjs}'],
    ignores: configurations,
    rules: { 'no-restricted-syntax': ['error', ...shapes] },
  },
  { files: language, rules: without(hidden) },
  { files: calendar, rules: without(hidden.filter((name) => name !== 'Date')) },
];
