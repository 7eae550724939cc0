/** Files that both linters speak of. */

/** Built, generated or not ours. */
export const ignored = [
  'dist/',
  'libs/contracts/client/',
  'coverage/',
  'data/',
  'tools/node/',
  'node_modules/',
];
/** What the pages of the server run. */
const scripts = 'apps/**/browser/*.js';
/** Everything that has types. */
export const sources = ['**/*.{ts,tsx}', scripts];
export const product = ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'workflows/**/*.ts'];
export const screens = ['apps/web/src/**/*.{ts,tsx}'];
export const specs = ['**/*.spec.ts', '**/testing/**/*.ts', 'test/browser/screens/*.ts'];
