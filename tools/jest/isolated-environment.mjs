/**
 * Jest's environment for Node on a global object of V8 itself. Jest makes one that asks JavaScript for every global that
 * is looked up; with it `Math`, `Object` or `Error` cost ten times what they cost in a process, and whole suites half as
 * much again.
 */
import { TestEnvironment } from 'jest-environment-node';
import { constants, createContext } from 'node:vm';

class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const given = this.global;
    const plain = createContext(constants.DONT_CONTEXTIFY);
    for (const name of Reflect.ownKeys(given)) {
      const property = Object.getOwnPropertyDescriptor(given, name);
      if (!(name in plain) || isOfProcess(name, property)) Object.defineProperty(plain, name, property);
    }
    plain.global = plain;
    plain.Error.stackTraceLimit = given.Error.stackTraceLimit;
    this.global = plain;
    this.context = plain;
    this.moduleMocker = new this.moduleMocker.constructor(plain);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({
      config: config.projectConfig,
      global: plain,
    });
    // The legacy ones are bound to the other global object.
    this.fakeTimers = null;
  }
}

/** Whether a property is a built-in of the process, which Jest gives to tests in place of the context's own. */
const isOfProcess = (name, { value }) => value !== undefined && value === globalThis[name];

export { PlainEnvironment as default };
