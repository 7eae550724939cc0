import {
  operations,
  type EmergencyAccess,
  type EmergencyList,
  type Operations,
} from '@safeconduct/contracts';
import { SubjectErasedError, systemReader, type EmergencyOutcome, type Reader } from '@safeconduct/engine';
import { Controller, Inject } from '@nestjs/common';
import { emergencyAnswer, emergencyResult } from './answers/emergency-answers.js';
import { Lookup } from './lookup.js';
import { HttpProblem } from './problem.js';
import type { RequestWithReader } from './reading.js';
import { Parsed, Route } from './route.js';
import { checked } from './sign-in/session.controller.js';
import { servedToken, type Served } from './tokens.js';

const {
  takeEmergencyAccess,
  takeEmergencyAccessByReference,
  listEmergencyAccess,
  endEmergencyAccess,
  reviewEmergencyAccess,
} = operations;

/** Access to single cases in an emergency: taken, ended, reviewed. */
@Controller()
export class EmergencyController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(Lookup) private readonly lookup: Lookup,
  ) {}

  @Route(takeEmergencyAccess)
  async take(
    @Parsed(takeEmergencyAccess)
    { params, body, reader }: RequestWithReader<Operations['takeEmergencyAccess']>,
  ): Promise<EmergencyAccess> {
    const asked = { ...body, caseId: params.caseId, actor: reader.actor };
    return this.answer(reader, await this.served.emergency.take(asked));
  }

  /**
   * References can be guessed, so a case is looked for only in the name of somebody who would get access to it, and the
   * attempt is entered in the log of reads before. What was found is told by the access itself, which others review.
   */
  @Route(takeEmergencyAccessByReference)
  async takeByReference(
    @Parsed(takeEmergencyAccessByReference)
    { body, reader }: RequestWithReader<Operations['takeEmergencyAccessByReference']>,
  ): Promise<EmergencyAccess> {
    const { reference, workflow: name, ...asked } = body;
    const workflow = this.lookup.workflow(name);
    const { actor } = reader;
    const refusal = await this.served.emergency.refusedToAny(workflow, { ...asked, actor });
    if (refusal !== undefined) return this.answer(reader, { accepted: false, refusal });
    const { lockout } = this.served.accounts;
    const guesser = `emergency ${actor.id}`;
    await checked(() => lockout.count(guesser));
    const caseId = await this.caseNamed(reader, { reference, workflow: workflow.name });
    const outcome = await this.served.emergency.take({ ...asked, actor, caseId }).catch(erasedIsNone);
    await lockout.takeBack(guesser);
    return this.answer(reader, outcome);
  }

  /** @throws HttpProblem CASE_NOT_FOUND */
  private async caseNamed(
    reader: Reader,
    named: { readonly reference: string; readonly workflow: string },
  ): Promise<string> {
    const { queries } = this.served.engine;
    // What the person sees by it is of no use here; it is their entry in the log of reads.
    await queries.findCases(reader, named);
    const found = await queries.findCase(systemReader(reader.operation), named);
    if (found === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    return found;
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

/** That there was a case is not told to whoever guesses references. */
function erasedIsNone(error: unknown): never {
  throw error instanceof SubjectErasedError ? new HttpProblem('CASE_NOT_FOUND') : error;
}
