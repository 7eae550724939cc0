import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { validate } from '@hyperjump/json-schema/openapi-3-1';
import { testServer, type TestServer } from './http-server.js';

let server: TestServer;
let document: object;

beforeAll(async () => {
  server = await testServer();
  document = (await server.ask({ url: '/openapi.json' })).json();
});
afterAll(() => server.close());

describe('the OpenAPI document', () => {
  it('is valid for one validator', async () => {
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('is valid for another validator, which knows the schemas of the OpenAPI Initiative', async () => {
    const result = await validate(
      'https://spec.openapis.org/oas/3.1/schema-base',
      document as never,
      'DETAILED',
    );
    expect(result).toMatchObject({ valid: true });
  });
});
