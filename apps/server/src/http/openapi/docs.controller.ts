import { problemCodes, problemKinds, type ProblemCode } from '@safeconduct/contracts';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemTitle } from '../../texts/problem-text.js';
import { languageOf } from '../language.js';
import { allowStyle } from '../security-headers.js';
import { HttpProblem } from '../problem.js';
import { servedToken, type Served } from '../tokens.js';
import { openApiDocument } from './document.js';
import { overviewPage, problemPage, style } from './pages.js';

/** The description of the API: for machines, and for people as pages that load nothing from other servers. */
@Controller()
export class DocsController {
  private made: { readonly document: Buffer; readonly overview: string } | undefined;

  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Get('openapi.json')
  openApi(@Res({ passthrough: true }) reply: FastifyReply): Buffer {
    reply.type('application/json; charset=utf-8');
    return this.described.document;
  }

  @Get('docs')
  docs(@Res({ passthrough: true }) reply: FastifyReply): string {
    asPage(reply);
    return this.described.overview;
  }

  @Get('docs/problems/:code')
  problem(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    if (!(problemCodes as readonly string[]).includes(code)) throw new HttpProblem('ROUTE_NOT_FOUND');
    const known = code as ProblemCode;
    const language = languageOf(request.headers['accept-language']);
    asPage(reply);
    return problemPage(known, { title: problemTitle(known, language), kind: problemKinds[known], language });
  }

  /** Made on first use, so that the server starts sooner. It is a megabyte of JSON, so its bytes are made once, too. */
  private get described() {
    if (this.made === undefined) {
      const document = openApiDocument([...this.served.engine.register.values()]);
      this.made = { document: Buffer.from(JSON.stringify(document)), overview: overviewPage(document) };
    }
    return this.made;
  }
}

function asPage(reply: FastifyReply): void {
  reply.type('text/html; charset=utf-8');
  allowStyle(reply, style);
}
