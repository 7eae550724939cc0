import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How the screens are built, and served while they are worked on. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  // The texts of the parts in the languages of the product, and in no other.
  plugins: [{ ...optimizeLocales.vite({ locales: ['en-US', 'ar-AE'] }), enforce: 'pre' }],
  build: {
    outDir: here('../../dist/web'),
    // Pieces of earlier builds are removed by the build, a week later.
    emptyOutDir: false,
    assetsDir: 'assets',
    // Which pieces a screen needs; a test adds up their sizes. It is beside what is served.
    manifest: 'manifest.json',
    // Nothing is written into a page or a style sheet: the content policy forbids `data:`.
    assetsInlineLimit: 0,
    // What a browser of the last two years runs as it is.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
    rolldownOptions: {
      // The screens, and the style of the pages that the server makes by itself.
      input: { index: here('index.html'), pages: here('src/style/pages.css') },
      output: {
        // The name of a shared piece lists its screens, and the first piece lists all names.
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash].js`,
        // What several screens share is in few pieces: each piece is a request of its own.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], test: /^(?!.*pages\.css$)/, priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 450 },
          ],
        },
      },
      onLog(level, log, handle) {
        // Libraries say of their parts that they are for a browser. Everything here is.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/sign-in', '/account', '/assets', '/docs', '/openapi.json', '/oidc'].map((path) => [
        path,
        process.env.SAFECONDUCT_SERVER ?? 'http://127.0.0.1:3000',
      ]),
    ),
  },
});
