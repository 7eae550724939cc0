import { z } from 'zod';
import { Name } from '../scalars.js';
import { ViewPage, viewQuery } from '../views.js';
import { apiBase, conditionalHeaders, etag, link, listProblems, operation } from './parts.js';

export const listViewRows = operation({
  id: 'listViewRows',
  method: 'GET',
  path: `${apiBase}/workflows/{workflow}/views/{view}`,
  tag: 'workflows',
  summary: 'The rows of a view that a workflow declares',
  description:
    'A view is also asked by its columns: `column=value`, and where values have an order `column.from` and ' +
    '`column.to`, both included. Each view has an operation of its own that names them. By the natural key of the ' +
    'case, then by the key of the view, unless `sort` says otherwise.',
  params: z.strictObject({ workflow: Name, view: Name }),
  query: z.looseObject(viewQuery),
  headers: conditionalHeaders,
  success: { status: 200, description: 'A page of rows.', body: ViewPage, headers: { ...etag, ...link } },
  problems: [...listProblems, 'VIEW_NOT_FOUND'],
});
