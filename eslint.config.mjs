/**
 * What may not be written where, and how long it may be. The rules of typescript-eslint run in oxlint, which knows types
 * in a fraction of the time (docs/adr/0074): see `oxlint.config.mjs`.
 */
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { ignored, screens, sources, specs } from './tools/lint/files.mjs';
import { restrictions } from './tools/lint/restrictions.mjs';
import { safeconduct } from './tools/lint/plugin.mjs';

export default tseslint.config(
  { ignores: ignored },
  {
    files: sources,
    extends: [tseslint.configs.base],
    // What a decorated signature alone names is a value: Nest injects by it. The rule sees that by these options.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: { '@typescript-eslint/consistent-type-imports': 'error' },
  },
  {
    files: [...sources, '**/*.mjs'],
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
    files: screens,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  { files: specs, rules: { 'max-lines-per-function': 'off' } },
  ...restrictions,
);
