import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { restrictions } from './tools/lint/restrictions.mjs';
import { safeconduct } from './tools/lint/plugin.mjs';

const specs = ['**/*.spec.ts', '**/testing/**/*.ts', 'test/browser/screens/*.ts'];
/** What the pages of the server run. */
const scripts = 'apps/**/browser/*.js';
const screens = ['apps/web/src/**/*.{ts,tsx}'];
const product = ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'workflows/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'libs/contracts/client/', 'coverage/', 'data/', 'tools/node/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx}', scripts],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A type parameter used once still tells the caller what comes back.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A class with nothing but decorators is how Nest writes a module.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Numbers and bigints (revisions, positions) read well in messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A union is switched without `default`, so the compiler finds the missing case.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Taking a field out of an object is how the rest of it is copied.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}', scripts],
    plugins: { safeconduct },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 70],
      'safeconduct/todo-needs-issue': 'error',
    },
  },
  {
    files: product,
    ignores: specs,
    rules: {
      // Without a comparison texts are sorted by UTF-16 units, which is the order of no store: `compareText`
      // is.
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: false }],
    },
  },
  {
    files: screens,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A handler that waits for nothing is how a page begins what goes on by itself.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: specs, rules: { 'max-lines-per-function': 'off' } },
  ...restrictions,
);
