/**
 * `@jest/globals` for modules that stay loaded from one spec file to the next: each name means what the file that runs
 * now was given.
 */
let current;

/** Sets what the names mean from here on. */
export function useGlobals(given) {
  current = given;
}

const forwarded = (name) =>
  new Proxy(function () {}, {
    apply: (_target, _self, values) => current[name](...values),
    get: (_target, key) => current[name][key],
  });

export const afterAll = forwarded('afterAll');
export const afterEach = forwarded('afterEach');
export const beforeAll = forwarded('beforeAll');
export const beforeEach = forwarded('beforeEach');
export const describe = forwarded('describe');
export const expect = forwarded('expect');
export const it = forwarded('it');
export const jest = forwarded('jest');
export const test = forwarded('test');
