import {
  operations,
  type DiagramData,
  type Operations,
  type WorkflowFile,
  type WorkflowList,
} from '@safeconduct/contracts';
import { fingerprintOf, type Reader } from '@safeconduct/engine';
import {
  compoundStates,
  mermaid,
  type DiagramLevel,
  type Language,
  type Workflow,
} from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { outlineDrawingOf } from '../../diagrams/drawing.js';
import { svg } from '../../diagrams/svg.js';
import { hashOf, isNotModified } from '../conditional.js';
import { languageOf } from '../language.js';
import { style } from '../../diagrams/style.js';
import { allowStyle } from '../security-headers.js';
import { HttpProblem, invalidField } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { diagramAnswer } from '../answers/diagram-answer.js';
import { workflowSummaryAnswer, workflowAnswer } from '../answers/workflow-answers.js';

const { listWorkflows, getWorkflow, getDiagramSvg, getDiagramData, getDiagramMermaid } = operations;

interface DrawnCase {
  readonly workflow: Workflow;
  readonly reader: Reader;
  readonly caseId: string | undefined;
  readonly request: FastifyRequest;
}

interface WorkflowFileAnswer {
  readonly answer: WorkflowFile;
  readonly tag: string;
}

/** The definitions, and their charts. */
@Controller()
export class WorkflowsController {
  private readonly files = new Map<string, WorkflowFileAnswer>();

  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listWorkflows)
  listWorkflows(): WorkflowList {
    const { register } = this.served.engine;
    return {
      items: [...register.values()].map((workflow) => workflowSummaryAnswer(workflow, this.about(workflow))),
    };
  }

  @Route(getWorkflow)
  getWorkflow(
    @Parsed(getWorkflow) { params }: RequestWithReader<Operations['getWorkflow']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): WorkflowFile | undefined {
    const workflow = this.lookup.workflow(params.workflow);
    const language = languageOf(request.headers['accept-language']);
    reply.header('vary', 'accept-language');
    const { answer, tag } = this.fileOf(workflow, language);
    return isNotModified(request, reply, tag) ? undefined : answer;
  }

  /** The answer about a workflow in a language, made once: definitions do not change while a process runs. */
  private fileOf(workflow: Workflow, language: Language): WorkflowFileAnswer {
    const key = `${language} ${workflow.name}`;
    const known = this.files.get(key);
    if (known !== undefined) return known;
    const { prefixesOf } = this.served;
    const answer = workflowAnswer(workflow, { ...this.about(workflow), prefixesOf }, language);
    // Texts, which are no part of the fingerprint, are part of what is answered.
    const tag = `"${hashOf(JSON.stringify(answer))}"`;
    this.files.set(key, { answer, tag });
    return { answer, tag };
  }

  @Route(getDiagramSvg)
  async getDiagramSvg(
    @Parsed(getDiagramSvg) { params, query, reader }: RequestWithReader<Operations['getDiagramSvg']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const workflow = this.lookup.workflow(params.workflow);
    const drawn = await svg(workflow, await this.drawing({ workflow, reader, caseId: query.case, request }));
    reply.type('image/svg+xml; charset=utf-8').header('vary', 'accept-language');
    allowStyle(reply, style);
    return drawn;
  }

  @Route(getDiagramData)
  async getDiagramData(
    @Parsed(getDiagramData) { params, query }: RequestWithReader<Operations['getDiagramData']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiagramData | undefined> {
    const workflow = this.lookup.workflow(params.workflow);
    const level = levelIn(workflow, query.level);
    const language = query.language ?? languageOf(request.headers['accept-language']);
    const direction = query.direction ?? (level === 'top' ? 'across' : 'down');
    const drawing = await outlineDrawingOf(workflow, { language, level, direction });
    const answer = diagramAnswer(drawing, language);
    reply.header('vary', 'accept-language');
    return isNotModified(request, reply, `"${hashOf(JSON.stringify(answer))}"`) ? undefined : answer;
  }

  @Route(getDiagramMermaid)
  async getDiagramMermaid(
    @Parsed(getDiagramMermaid) { params, query, reader }: RequestWithReader<Operations['getDiagramMermaid']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const workflow = this.lookup.workflow(params.workflow);
    reply.type('text/plain; charset=utf-8');
    return mermaid(workflow, await this.drawing({ workflow, reader, caseId: query.case, request }));
  }

  /** The options of the drawing: the current state of a case, and the states it has visited. */
  private async drawing({ workflow, reader, caseId, request }: DrawnCase) {
    const language = languageOf(request.headers['accept-language']);
    if (caseId === undefined) return { language };
    const found = await this.lookup.caseAt(reader, caseId);
    if (found.workflow !== workflow) throw new HttpProblem('CASE_NOT_FOUND');
    const visited = new Set<string>();
    for await (const step of this.served.engine.queries.historySteps(reader, { caseId }))
      for (const { envelope } of step) visited.add(envelope.state);
    return { language, lit: found.folded.state, visited: [...visited] };
  }

  private about(workflow: Workflow) {
    const underConstruction = this.served.construction.unfinished.has(workflow.name);
    return { fingerprint: fingerprintOf(workflow), underConstruction };
  }
}

/** @throws HttpProblem  the workflow has no such state, or nothing is inside it */
function levelIn(workflow: Workflow, asked: string | undefined): DiagramLevel {
  if (asked === undefined) return 'all';
  if (asked === 'top') return 'top';
  const states = compoundStates(workflow);
  if (states.includes(asked)) return { inside: asked };
  const allowed = ['top', ...states].join(', ');
  throw invalidField('query.level', 'no_such_level', `must be one of: ${allowed}`);
}
