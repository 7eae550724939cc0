import { z } from 'zod';
import { DiagramData, DiagramDataQuery } from '../diagrams.js';
import { Registry, RegistryQuery } from '../registries.js';
import { CaseId, Name } from '../scalars.js';
import { WorkflowFile, WorkflowList } from '../workflows.js';
import { apiBase, conditionalHeaders, etag, link, none, noHeaders, operation } from './parts.js';

const params = z.strictObject({ workflow: Name });
const diagramQuery = z.strictObject({
  case: CaseId.optional().meta({ description: 'Light the state this case is in.' }),
});

export const listWorkflows = operation({
  id: 'listWorkflows',
  method: 'GET',
  path: `${apiBase}/workflows`,
  tag: 'workflows',
  summary: 'The workflows that are registered',
  params: none,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The workflows.', body: WorkflowList },
  problems: [],
});

export const getWorkflow = operation({
  id: 'getWorkflow',
  method: 'GET',
  path: `${apiBase}/workflows/{workflow}`,
  tag: 'workflows',
  summary: 'A workflow: states, commands, events, roles, deadlines, who may do what',
  params,
  query: none,
  headers: conditionalHeaders,
  success: { status: 200, description: 'The workflow.', body: WorkflowFile, headers: etag },
  problems: ['WORKFLOW_NOT_FOUND'],
});

export const getRegistry = operation({
  id: 'getRegistry',
  method: 'GET',
  path: `${apiBase}/workflows/{workflow}/registries/{registry}`,
  tag: 'workflows',
  summary: 'What a field of a form takes or offers: codes, suggestions, people',
  description:
    'A field names its registry at `x-registry` of its form. `people` are those of the directory who hold a role of the ' +
    'workflow and have not left, 50 a page, by id.',
  params: z.strictObject({ workflow: Name, registry: Name }),
  query: RegistryQuery,
  headers: conditionalHeaders,
  success: { status: 200, description: 'The registry.', body: Registry, headers: { ...etag, ...link } },
  problems: ['WORKFLOW_NOT_FOUND', 'REGISTRY_NOT_FOUND'],
});

export const getDiagramSvg = operation({
  id: 'getDiagramSvg',
  method: 'GET',
  path: `${apiBase}/workflows/{workflow}/diagram.svg`,
  tag: 'workflows',
  summary: 'The chart of a workflow as a drawing',
  params,
  query: diagramQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The drawing.', media: ['image/svg+xml'] },
  problems: ['WORKFLOW_NOT_FOUND', 'CASE_NOT_FOUND'],
});

export const getDiagramData = operation({
  id: 'getDiagramData',
  method: 'GET',
  path: `${apiBase}/workflows/{workflow}/diagram.json`,
  tag: 'workflows',
  summary: 'The chart of a workflow as boxes and arrows with their coordinates',
  params,
  query: DiagramDataQuery,
  headers: conditionalHeaders,
  success: { status: 200, description: 'The diagram.', body: DiagramData, headers: etag },
  problems: ['WORKFLOW_NOT_FOUND'],
});

export const getDiagramMermaid = operation({
  id: 'getDiagramMermaid',
  method: 'GET',
  path: `${apiBase}/workflows/{workflow}/diagram.mmd`,
  tag: 'workflows',
  summary: 'The chart of a workflow in Mermaid',
  params,
  query: diagramQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The chart.', media: ['text/plain'] },
  problems: ['WORKFLOW_NOT_FOUND', 'CASE_NOT_FOUND'],
});
