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

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const reading = () => {
  const { paths } = document as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) => (get === undefined ? [] : [{ path, ...get }]));
};

/** The example a schema of the document gives, its own or that of the schema it refers to. */
function exampleOf(schema: Readonly<Record<string, unknown>>): string | undefined {
  const { schemas } = (
    document as { readonly components: { readonly schemas: Record<string, Parameter['schema']> } }
  ).components;
  const named = typeof schema['$ref'] === 'string' ? schemas[schema['$ref'].split('/').at(-1) ?? ''] : schema;
  const [example] = (schema['examples'] ?? named?.['examples'] ?? []) as readonly (string | number)[];
  return example === undefined ? undefined : String(example);
}

describe('the OpenAPI document', () => {
  it('gives examples that the server takes: every parameter of every reading', async () => {
    const tried: string[] = [];
    for (const { path, operationId, parameters = [], responses } of reading()) {
      for (const { name, in: location, schema } of parameters.filter(
        ({ in: location }) => location === 'query',
      )) {
        const example = exampleOf(schema);
        if (example === undefined || operationId === 'followFeed') continue;
        const required = parameters.filter((one) => one.in === 'query' && one.required && one.name !== name);
        const query = new URLSearchParams({ [name]: example });
        for (const one of required) query.set(one.name, exampleOf(one.schema) ?? '');
        const answer = await server.ask({
          url: `${path.replace('{workflow}', 'officer-case')}?${query.toString()}`,
        });
        // No example is of the wrong form. The case may not exist, and the views may not have reached the
        // position.
        expect([operationId, name, location, answer.status]).not.toContain(400);
        expect(Object.keys(responses)).toContain(String(answer.status));
        tried.push(`${operationId} ${name}`);
      }
    }
    expect(tried.length).toBeGreaterThan(40);
  });

  it('has an operation for every command of every workflow, with the form the engine parses', () => {
    const { paths } = document as { readonly paths: Readonly<Record<string, object>> };
    for (const { name, commands, opening } of server.engine.register.values()) {
      expect(paths).toHaveProperty([`/api/v1/workflows/${name}/cases`]);
      for (const command of commands.keys()) {
        if (command !== opening.name)
          expect(paths).toHaveProperty([`/api/v1/cases/{caseId}/commands/${command}`]);
      }
    }
  });

  it('can be read at /docs without asking anybody else', async () => {
    const page = await server.ask({ url: '/docs' });
    // Names stand between backticks in the document, and as code on the page.
    expect(page.text.replaceAll(/<pre.*?<\/pre>/gs, '')).not.toContain('`');
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    for (const { operationId } of reading()) expect(page.text).toContain(`id="${operationId}"`);
    expect(page.text).not.toMatch(/<script|<link|src=|url\(|https?:\/\/(?!json-schema\.org)/);
  });

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
