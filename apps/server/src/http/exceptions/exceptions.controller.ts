import { operations, type ExceptionList, type Operations } from '@safeconduct/contracts';
import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { languageOf } from '../language.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { findExceptions } from './find-exceptions.js';
import { ExceptionSourcesOf } from './exception-sources.js';

const { listExceptions } = operations;

/** What does not go on by itself. */
@Controller()
export class ExceptionsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
    private readonly sources: ExceptionSourcesOf,
  ) {}

  @Route(listExceptions)
  async list(
    @Parsed(listExceptions) { query, reader }: RequestWithReader<Operations['listExceptions']>,
    @Req() request: FastifyRequest,
  ): Promise<ExceptionList> {
    const { workflow, limit, atLeast } = query;
    this.lookup.workflow(workflow);
    const position = await this.lookup.position(reader, atLeast);
    await this.served.people.refresh();
    const asked = { reader, workflow, now: this.served.clock.now() };
    const language = languageOf(request.headers['accept-language']);
    const found = await findExceptions(await this.sources.for(reader), asked, { limit, language });
    return { position: String(position), ...found };
  }
}
