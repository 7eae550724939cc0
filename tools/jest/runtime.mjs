/**
 * Loads the modules of a test. Jest would load every module again for every spec file, in a context of its own: for a file
 * that starts a server more than a second of computing, and memory that is not given back. Under `ProcessEnvironment`
 * Node loads them, once for all spec files of a worker. Under any other environment Jest loads them.
 */
import Runtime from 'jest-runtime';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { useGlobals } from './globals.mjs';
import ProcessEnvironment from './process-environment.mjs';

const require = createRequire(import.meta.url);
const globals = new URL('globals.mjs', import.meta.url).href;

/** Spec files that this process has run. A spec file that another one imports declares its tests for that one too. */
let files = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
    const found = next(specifier, context);
    return found.url.endsWith('.spec.ts') ? { ...found, url: `${found.url}?${files}` } : found;
  },
  load(url, context, next) {
    return next(url.replace(/(?<=\.spec\.ts)\?\d+$/, ''), context);
  },
});

class ProcessRuntime extends Runtime {
  #environment;
  #spec;

  constructor(...given) {
    super(...given);
    [, this.#environment, , , , , this.#spec] = given;
  }

  get #isInProcess() {
    return this.#environment instanceof ProcessEnvironment;
  }

  setGlobalsForRuntime(given) {
    super.setGlobalsForRuntime(given);
    if (this.#isInProcess) useGlobals({ ...given, jest: this.jestGlobals.jestObjectFor(this.#spec) });
  }

  async unstable_importModule(path, name) {
    if (!this.#isInProcess) return super.unstable_importModule(path, name);
    files += 1;
    return import(pathToFileURL(path).href);
  }

  /** The framework counts the tests of one file, so each file gets it anew. */
  requireInternalModule(from, to) {
    if (!this.#isInProcess) return super.requireInternalModule(from, to);
    for (const file of Object.keys(require.cache))
      if (file.includes('/jest-circus/')) delete require.cache[file];
    return require(to ?? from);
  }
}

export { ProcessRuntime as 'module.exports' };
