import {
  operations,
  type Asked,
  type Operations,
  type WorkflowFile,
  type WorkflowList,
} from '@safeconduct/contracts';
import { mermaid, type Workflow } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { svg } from '../../diagrams/svg.js';
import type { Installation } from '../../start/installation.js';
import { isKnown } from '../conditional.js';
import { languageOf } from '../language.js';
import { allowOwnStyle } from '../own-style.js';
import { HttpProblem } from '../problem.js';
import { Reading } from '../reading.js';
import { Ask, Route } from '../route.js';
import { installationToken } from '../tokens.js';
import { workflowSummaryView, workflowView } from '../views/workflow-view.js';

const { listWorkflows, getWorkflow, getDiagramSvg, getDiagramMermaid } = operations;

/** The definitions, and their charts. */
@Controller()
export class WorkflowsController {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    private readonly reading: Reading,
  ) {}

  @Route(listWorkflows)
  listWorkflows(): WorkflowList {
    const { register } = this.installation.engine;
    return {
      items: [...register.values()].map((workflow) =>
        workflowSummaryView(workflow, this.fingerprint(workflow)),
      ),
    };
  }

  @Route(getWorkflow)
  getWorkflow(
    @Ask(getWorkflow) { params }: Asked<Operations['getWorkflow']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): WorkflowFile | undefined {
    const workflow = this.reading.workflow(params.workflow);
    const language = languageOf(request.headers['accept-language']);
    const fingerprint = this.fingerprint(workflow);
    if (isKnown(request, reply, `"${fingerprint}-${language}"`)) return undefined;
    reply.header('vary', 'accept-language');
    const { prefixesOf } = this.installation.identity;
    return workflowView(workflow, { fingerprint, prefixesOf }, language);
  }

  @Route(getDiagramSvg)
  async getDiagramSvg(
    @Ask(getDiagramSvg) { params, query }: Asked<Operations['getDiagramSvg']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const workflow = this.reading.workflow(params.workflow);
    const drawn = await svg(workflow, await this.drawing(workflow, query.case, request));
    reply.type('image/svg+xml; charset=utf-8').header('vary', 'accept-language');
    allowOwnStyle(reply);
    return drawn;
  }

  @Route(getDiagramMermaid)
  async getDiagramMermaid(
    @Ask(getDiagramMermaid) { params, query }: Asked<Operations['getDiagramMermaid']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const workflow = this.reading.workflow(params.workflow);
    reply.type('text/plain; charset=utf-8');
    return mermaid(workflow, await this.drawing(workflow, query.case, request));
  }

  /** How to draw: the state of a case lit, and those it has been in. */
  private async drawing(workflow: Workflow, caseId: string | undefined, request: FastifyRequest) {
    const language = languageOf(request.headers['accept-language']);
    if (caseId === undefined) return { language };
    const found = await this.reading.caseAt(caseId);
    if (found.workflow !== workflow) throw new HttpProblem('CASE_NOT_FOUND');
    const events = await this.installation.engine.history(caseId);
    const visited = [...new Set(events.map(({ envelope }) => envelope.state))];
    return { language, lit: found.folded.state, visited };
  }

  private fingerprint({ name }: Workflow): string {
    return this.installation.engine.fingerprints.get(name) ?? '';
  }
}
