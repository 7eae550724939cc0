/**
 * What may not be written where, each rule with its reason. Who may import whom is in
 * `import-rules.config.mjs`.
 */

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

/** Names that stay in the log for ever are written in one file. */
const metadataNames = {
  selector:
    ':matches(MemberExpression[object.name="metadata"], ' +
    'MemberExpression[object.property.name="metadata"], ' +
    'VariableDeclarator[id.type="ObjectPattern"]:matches([init.name="metadata"], [init.property.name="metadata"]))',
  message:
    'read the envelope of the event: the names of metadata are spelt in ' +
    'libs/engine/src/events/metadata.ts alone',
};

/** Reads of a store that pass by `engine.queries`. What a workflow declares under `views` is no store. */
const storeReads = {
  selector:
    'MemberExpression[property.name=/^(views|readAll|readStream|readAt|countAfter|scan)$/]' +
    ':not([object.name="workflow"][property.name="views"])',
  message: 'read through engine.queries: what a reader may see, and the log of reads, have their place there',
};

/** Outcomes of commands that pass by what their sender may see. The composition in start/ counts and gates them. */
const wholeOutcomes = {
  selector:
    'MemberExpression[property.name=/^(handle|proposals)$/]' +
    ':matches([object.name="engine"], [object.property.name="engine"])',
  message: 'send through commandsFor(engine, reader): a refusal tells its sender only what they may see',
};

/** A connection that only reads, and that cannot read what a killed process left half written. */
const readersByHand = {
  selector: 'NewExpression[callee.name="Database"] > ObjectExpression > Property[key.name="readonly"]',
  message: 'use connectToRead: it first takes back what a killed process left half written',
};

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
const tests = ['**/*.spec.ts', '**/testing/**/*.ts'];
const calendar = ['libs/workflow/src/time.ts'];

export const restrictions = [
  {
    // Text becomes no program, and what must not be guessed comes from the generator for secrets.
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'workflows/**/*.ts'],
    ignores: tests,
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'can be guessed: take random values from node:crypto',
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    ignores: configurations,
    rules: { 'no-restricted-syntax': ['error', ...shapes] },
  },
  {
    files: ['libs/engine/**/*.ts', 'libs/stores/**/*.ts', 'apps/**/*.ts'],
    ignores: [...tests, 'libs/engine/src/events/metadata.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shapes, metadataNames] },
  },
  {
    files: ['libs/stores/src/sqlite/**/*.ts'],
    ignores: [...tests, 'libs/stores/src/sqlite/connect-to-read.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shapes, metadataNames, readersByHand] },
  },
  {
    // The composition in start/ hands the stores to the engine; nobody above or below it touches them.
    files: ['apps/server/src/**/*.ts'],
    ignores: [...tests, 'apps/server/src/start/**'],
    rules: { 'no-restricted-syntax': ['error', ...shapes, metadataNames, storeReads, wholeOutcomes] },
  },
  {
    // The one rule that needs types here, so it has the program of the server, which has all of these files and no test.
    // The screens have no positions: they know the contracts alone (`web-speaks-contracts`).
    files: ['libs/**/*.ts', 'apps/server/**/*.ts'],
    ignores: [...tests, 'libs/stores/**'],
    languageOptions: { parserOptions: { project: 'apps/server/tsconfig.app.json' } },
    rules: { 'safeconduct/no-position-arithmetic': 'error' },
  },
  { files: language, rules: without(hidden) },
  { files: calendar, rules: without(hidden.filter((name) => name !== 'Date')) },
];
