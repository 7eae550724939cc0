import { operations, type Operation, type Operations, type ViewPage } from '@safeconduct/contracts';
import type { View, Workflow } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNotModified } from '../conditional.js';
import { Lookup } from '../lookup.js';
import { linkNext } from '../pages.js';
import { parseRequest } from '../parse-request.js';
import { HttpProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { byReference, viewOperation } from './view-operation.js';
import { conditionsOf, cursorIn, cursorText, orderOf, type ViewQuery } from './view-request.js';

const { listViewRows } = operations;

/** The views that workflows declare. */
@Controller()
export class ViewsController {
  /** How each view is asked: schemas that are made when it is asked first. */
  private readonly operations = new Map<View, Operation>();

  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listViewRows)
  async listViewRows(
    @Parsed(listViewRows) { params, reader }: RequestWithReader<Operations['listViewRows']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ViewPage | undefined> {
    const workflow = this.lookup.workflow(params.workflow);
    const view = workflow.views.get(params.view);
    if (view === undefined) throw new HttpProblem('VIEW_NOT_FOUND');
    const query = parseRequest(this.operationOf(workflow, view), request).query as ListedQuery;
    const position = await this.lookup.position(reader, query.atLeast, view);
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const { sort = byReference, reference, limit, cursor } = query;
    const page = await this.served.engine.queries.viewRows(reader, {
      ...{ workflow, view, reference, limit },
      where: conditionsOf(view, query as unknown as ViewQuery),
      order: orderOf(sort),
      after: cursorIn(view, sort, cursor),
    });
    const next = page.next && cursorText(sort, page.next);
    linkNext(request, reply, next);
    return {
      items: page.rows.map(({ values, ...of }) => ({ ...of, ...values })),
      next,
      position: String(position),
    };
  }

  private operationOf(workflow: Workflow, view: View): Operation {
    const known = this.operations.get(view);
    if (known !== undefined) return known;
    const made = { ...viewOperation(workflow, view), params: listViewRows.params };
    this.operations.set(view, made);
    return made;
  }
}

/** What a view is asked by beside its columns. */
type ListedQuery = RequestWithReader<Operations['listViewRows']>['query'];
