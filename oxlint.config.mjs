/**
 * The rules of typescript-eslint, most of which need types (docs/adr/0074). What may not be written where, and what is
 * left of typescript-eslint, is in `eslint.config.mjs`.
 */
import tseslint from 'typescript-eslint';
import { ignored, product, screens, sources, specs } from './tools/lint/files.mjs';

/** Not in oxlint; the decision says what it would find. */
const missing = '@typescript-eslint/no-unsafe-class-instance-assignment';

/**
 * The strictest set of typescript-eslint, with the options it has there. A rule that oxlint does not know ends the run,
 * so that a later release of the set leaves none out unseen.
 */
const strictest = Object.fromEntries(
  tseslint.configs.strictTypeChecked
    .flatMap(({ rules = {} }) => Object.entries(rules))
    .filter(([rule, setting]) => setting !== 'off' && rule !== missing),
);

export default {
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  ignorePatterns: ignored,
  options: {
    typeAware: true,
    denyWarnings: true,
    // Each linter has directives of its own, so that each can say which of them switch off nothing.
    respectEslintDisableDirectives: false,
    reportUnusedDisableDirectives: 'error',
  },
  overrides: [
    {
      files: sources,
      rules: {
        ...strictest,
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
        // Taking a field out of an object is how the rest of it is copied.
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      },
    },
    {
      files: product,
      excludeFiles: specs,
      rules: {
        // Without a comparison texts are sorted by UTF-16 units, which is the order of no store: `compareText` is.
        '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: false }],
      },
    },
    {
      files: screens,
      rules: {
        // A handler that waits for nothing is how a page begins what goes on by itself.
        '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      },
    },
  ],
};
