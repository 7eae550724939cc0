import { operations, type ErasureCertificate, type Operations } from '@safeconduct/contracts';
import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { erasureAnswer } from '../answers/erasure-answer.js';
import { languageOf } from '../language.js';
import { Lookup } from '../lookup.js';
import { HttpProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';

const { getErasure } = operations;

/** What shows that a person was erased. */
@Controller()
export class ErasureController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getErasure)
  async getErasure(
    @Parsed(getErasure) { params: { caseId }, reader }: RequestWithReader<Operations['getErasure']>,
    @Req() request: FastifyRequest,
  ): Promise<ErasureCertificate> {
    const { engine, logId: log } = this.served;
    await this.lookup.workflowOfCase(reader, caseId);
    const found = await engine.queries.erasure(reader, { caseId });
    if (found === undefined) throw new HttpProblem('ERASURE_NOT_FOUND');
    return erasureAnswer(found, { log, language: languageOf(request.headers['accept-language']) });
  }
}
