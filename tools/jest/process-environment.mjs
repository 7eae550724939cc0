/**
 * Jest's environment for tests that run in the process itself: its global object, its modules, as the server has them.
 * What a file changes of the process is put back after its last test. A file that replaces a module asks for its own
 * global object and modules: `@jest-environment <rootDir>/tools/jest/isolated-environment.mjs`.
 */
import { ModuleMocker } from 'jest-mock';

class ProcessEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = console;
  #exit = process.exit;
  #folder = process.cwd();
  #variables = { ...process.env };

  /** Jest has installed its own reader of source maps by now; modules that Node loads are known to Node alone. */
  async setup() {
    Error.prepareStackTrace = undefined;
    Error.stackTraceLimit = 10;
    process.setSourceMapsEnabled(true);
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    globalThis.console = this.#console;
    process.exit = this.#exit;
    process.chdir(this.#folder);
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** No other global object, so no context. */
  getVmContext() {
    return null;
  }
}

export { ProcessEnvironment as default };
