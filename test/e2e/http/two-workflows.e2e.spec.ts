import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { template } from '../../../workflows/_template/index.js';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { sibling } from './sibling-workflow.js';

let server: TestServer;
const both = ['template', 'sibling'] as const;
const ids: Record<string, string> = {};
/** It has two lines, so only the form of the template takes it. */
const twoLines = { note: 'asked the registry\nno answer yet' };

const post = (url: string, data: object) =>
  server.ask({ method: 'POST', url, headers: { as: 'clerk-1' }, body: { data } });

beforeAll(async () => {
  server = await testServer({ workflows: [template, sibling] });
  for (const workflow of both) {
    const input = { requestNo: 'R-1', name: 'Nur', nameArabic: 'نور' };
    const answer = await post(`/api/v1/workflows/${workflow}/cases`, input);
    ids[workflow] = bodyOf('openCase', answer).caseId;
  }
  await server.settled();
});
afterAll(() => server.close());

describe('two workflows whose commands have the same names', () => {
  it('have a form each in the OpenAPI document, under a name of its own', async () => {
    const document = (await server.ask({ url: '/openapi.json' })).json<{
      readonly paths: Record<string, { readonly post?: Record<string, never> }>;
      readonly components: { readonly schemas: Record<string, { properties: Record<string, never> }> };
    }>();
    const operation = document.paths['/api/v1/cases/{caseId}/commands/AddNote']?.post;
    const content = {
      'application/json': { schema: { $ref: '#/components/schemas/TemplateOrSiblingAddNote' } },
    };
    expect(operation).toMatchObject({
      operationId: 'templateOrSiblingAddNote',
      description: expect.stringContaining('`template`, `sibling`'),
      requestBody: { content },
    });
    const { schemas } = document.components;
    expect(schemas['TemplateOrSiblingAddNote']).toEqual({
      anyOf: [
        { $ref: '#/components/schemas/TemplateAddNote' },
        { $ref: '#/components/schemas/SiblingAddNote' },
      ],
    });
    const noteOf = (type: string) =>
      (schemas[type] as { properties: Record<string, object> }).properties['note'];
    expect(noteOf('TemplateAddNoteData')).not.toEqual(noteOf('SiblingAddNoteData'));
    expect(JSON.stringify(operation)).toMatch(/"examples":{"template":{"value":.*"sibling":{"value":/);
  });

  it('take a command in the form of the workflow of its case', async () => {
    const sent = (workflow: string) =>
      post(`/api/v1/cases/${ids[workflow] ?? ''}/commands/AddNote`, twoLines);
    expect(bodyOf('sendCommand', await sent('template')).state).toBe('open');
    expect(problemIn(await sent('sibling')).code).toBe('COMMAND_INVALID');
  });

  it('have a case of one reference each, and a list that is asked for it has both', async () => {
    const listed = async (query: string) =>
      bodyOf('listCases', await server.ask({ url: `/api/v1/cases?reference=R-1${query}` })).items.map(
        ({ workflow, caseId }) => [workflow, caseId],
      );
    const expected = both.map((workflow) => [workflow, ids[workflow]]);
    expect(await listed('')).toHaveLength(2);
    expect(await listed('')).toEqual(expect.arrayContaining(expected));
    expect(await listed('&workflow=sibling')).toEqual([['sibling', ids['sibling']]]);
    expect(await listed(`&asOf=${server.installation.clock.now()}`)).toHaveLength(2);
  });
});
