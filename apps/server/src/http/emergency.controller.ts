import {
  operations,
  type EmergencyAccess,
  type EmergencyList,
  type Operations,
} from '@safeconduct/contracts';
import type { EmergencyOutcome, Reader } from '@safeconduct/engine';
import { Controller, Inject } from '@nestjs/common';
import { emergencyAnswer, emergencyResult } from './answers/emergency-answers.js';
import { HttpProblem } from './problem.js';
import type { RequestWithReader } from './reading.js';
import { Parsed, Route } from './route.js';
import { servedToken, type Served } from './tokens.js';

const { takeEmergencyAccess, listEmergencyAccess, endEmergencyAccess, reviewEmergencyAccess } = operations;

/** Access to single cases in an emergency: taken, ended, reviewed. */
@Controller()
export class EmergencyController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(takeEmergencyAccess)
  async take(
    @Parsed(takeEmergencyAccess)
    { params, body, reader }: RequestWithReader<Operations['takeEmergencyAccess']>,
  ): Promise<EmergencyAccess> {
    const asked = { ...body, caseId: params.caseId, actor: reader.actor };
    return this.answer(reader, await this.served.emergency.take(asked));
  }

  @Route(listEmergencyAccess)
  async list(
    @Parsed(listEmergencyAccess) { query, reader }: RequestWithReader<Operations['listEmergencyAccess']>,
  ): Promise<EmergencyList> {
    const waiting = query.waiting === 'true';
    const found = await this.served.engine.queries.emergencyAccess(reader, { waiting });
    return { items: found.map(emergencyAnswer) };
  }

  @Route(endEmergencyAccess)
  async end(
    @Parsed(endEmergencyAccess) { params, reader }: RequestWithReader<Operations['endEmergencyAccess']>,
  ): Promise<EmergencyAccess> {
    return this.answer(reader, await this.served.emergency.end(reader.actor, params.grantId));
  }

  @Route(reviewEmergencyAccess)
  async review(
    @Parsed(reviewEmergencyAccess)
    { params, body, reader }: RequestWithReader<Operations['reviewEmergencyAccess']>,
  ): Promise<EmergencyAccess> {
    return this.answer(reader, await this.served.emergency.review(reader.actor, params.grantId, body));
  }

  private async answer(reader: Reader, outcome: EmergencyOutcome): Promise<EmergencyAccess> {
    const told = await emergencyResult(this.served.engine.queries, reader, outcome);
    if ('access' in told) return told.access;
    throw new HttpProblem(told.code, told.members);
  }
}
