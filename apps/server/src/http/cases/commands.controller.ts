import {
  operations,
  type CommandAccepted,
  type CommandForeseen,
  type Operations,
  type ProposalMade,
} from '@safeconduct/contracts';
import {
  commandsFor,
  systemReader,
  type Accepted,
  type Proposed,
  type Reader,
  type SentCommand,
} from '@safeconduct/engine';
import { needsSecondPerson, type Refusal, type Workflow } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../sign-in/principal.js';
import { expectedRevision } from '../if-match.js';
import { HttpProblem, RefusedProblem } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { staleOf } from '../sign-in/what-a-principal-may-ask.js';
import { servedToken, type Served } from '../tokens.js';
import { acceptedAnswer, caseUrl, revisionTag } from '../answers/case-answers.js';
import { foreseenAnswer } from '../answers/command-answers.js';
import { proposalUrl, proposedAnswer } from '../answers/proposal-answers.js';

const { openCase, sendCommand } = operations;
const sending = systemReader('sendCommand');

/** How much of what was recorded meanwhile a problem tells. */
const changesMax = 100;

type CommandParts = Pick<
  RequestWithReader<Operations['sendCommand']>,
  'headers' | 'body' | 'unread' | 'reader'
>;

interface Addressed extends Pick<SentCommand, 'target' | 'command'> {
  readonly workflow: Workflow;
  readonly principal: Principal | undefined;
}

/** Opening cases and sending commands to them. */
@Controller()
export class CommandsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(openCase)
  async openCase(
    @Parsed(openCase) asked: RequestWithReader<Operations['openCase']>,
    @Req() { principal }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAccepted | ProposalMade> {
    const workflow = this.lookup.workflow(asked.params.workflow);
    const target = { workflow: workflow.name };
    const addressed = { workflow, target, command: workflow.opening.name, principal };
    const outcome = await this.send(asked, addressed, askedBeside(asked, addressed));
    if (!('proposed' in outcome)) reply.header('location', caseUrl(outcome.caseId));
    return answer(outcome, reply);
  }

  @Route(sendCommand)
  async sendCommand(
    @Parsed(sendCommand) asked: RequestWithReader<Operations['sendCommand']>,
    @Req() { principal }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAccepted | ProposalMade | CommandForeseen> {
    const { caseId, command } = asked.params;
    const isDry = asked.query.dryRun === 'true';
    // Whether somebody may send a command, its roles decide: whoever meets a person records that they withdraw.
    const workflow = await this.lookup.workflowOfCase(sending, caseId);
    const addressed = { workflow, target: { caseId }, command, principal };
    const beside = await this.unlessHidden(asked.reader, caseId, () => {
      // The opening command cannot be sent to an open case: its natural key may be that of another case.
      if (command === workflow.opening.name)
        throw new RefusedProblem({ code: 'CASE_EXISTS', inputs: { caseId } }, workflow, false);
      return askedBeside(asked, addressed, isDry);
    });
    if (isDry) return this.dryRun(asked, addressed, beside);
    return answer(await this.send(asked, addressed, beside), reply);
  }

  /** The result. Where there is a problem instead, whoever does not see the case is told that there is no such case. */
  private async unlessHidden<Result>(reader: Reader, caseId: string, work: () => Result): Promise<Result> {
    try {
      return work();
    } catch (problem) {
      await this.lookup.workflowOfCase(reader, caseId);
      throw problem;
    }
  }

  private async dryRun(
    asked: CommandParts,
    { workflow, target, command }: Addressed,
    { revision }: AskedBeside,
  ): Promise<CommandForeseen> {
    const sent = sentCommand(asked, { target, command }, revision);
    const found = await this.served.engine.queries.dryRun(asked.reader, { sent });
    if ('refusal' in found) throw await this.refused(found.refusal, workflow, sent, asked.reader);
    return foreseenAnswer(workflow, found);
  }

  /** A refusal as a problem; where the case has moved on since the revision that was named, with what was recorded. */
  private async refused(
    refusal: Refusal,
    workflow: Workflow,
    sent: SentCommand,
    reader: Reader,
  ): Promise<Error> {
    const { expectedRevision: known, target } = sent;
    // That there is no such case is told in the words of no workflow, as everywhere.
    if (refusal.code === 'CASE_NOT_FOUND') return new HttpProblem(refusal.code);
    const isBehind = refusal.code === 'REVISION_CONFLICT' && known !== undefined && 'caseId' in target;
    const changes = isBehind
      ? await this.served.engine.queries.changes(reader, {
          ...{ caseId: target.caseId, from: known + 1n, limit: changesMax },
        })
      : undefined;
    return new RefusedProblem(refusal, workflow, known !== undefined, changes);
  }

  private async send(
    asked: CommandParts,
    { workflow, target, command }: Addressed,
    { isDecisive, revision }: AskedBeside,
  ): Promise<Accepted | Proposed> {
    const commands = commandsFor(this.served.engine, asked.reader);
    const sent = sentCommand(asked, { target, command }, revision);
    const outcome = await (isDecisive ? commands.handleOrPropose(sent) : commands.handle(sent));
    if ('refusal' in outcome) throw await this.refused(outcome.refusal, workflow, sent, asked.reader);
    return outcome;
  }
}

function sentCommand(
  { headers, body, unread, reader }: CommandParts,
  addressed: Pick<SentCommand, 'target' | 'command'>,
  expectedRevision: bigint | undefined,
): SentCommand {
  const { data: input, ...said } = body;
  return {
    ...addressed,
    ...said,
    input,
    unread: unread?.values,
    actor: reader.actor,
    commandId: headers['idempotency-key'],
    correlationId: headers['x-correlation-id'],
    expectedRevision,
  };
}

/** What decides beside the body how a command is sent. */
interface AskedBeside {
  readonly isDecisive: boolean;
  readonly revision: bigint | undefined;
}

/**
 * @param isDry  it decides nothing, so whenever somebody signed in is soon enough
 * @throws HttpProblem  the body cannot be read, the sign-in is too old, or the header names no revision
 */
function askedBeside(
  { headers, unread }: CommandParts,
  { workflow, principal, command: name }: Addressed,
  isDry = false,
): AskedBeside {
  const command = workflow.commands.get(name);
  const isHeard = command?.alwaysHeard === true;
  if (unread !== undefined && !isHeard) throw unread.problem;
  const isDecisive = command !== undefined && needsSecondPerson(command);
  const stale = isDecisive && !isDry ? staleOf(principal) : undefined;
  if (stale !== undefined) throw stale;
  // A command that is always heard has no expected revision, so no header is wrong for it.
  return { isDecisive, revision: isHeard ? undefined : expectedRevision(headers['if-match']) };
}

/** The answer to a command that is recorded, or that waits for its second person. */
function answer(outcome: Accepted | Proposed, reply: FastifyReply): CommandAccepted | ProposalMade {
  if (outcome.repeated) reply.header('idempotency-replayed', 'true');
  if (outcome.accepted) {
    reply.header('etag', revisionTag(outcome.revision));
    return acceptedAnswer(outcome);
  }
  reply.code(proposedStatus).header('location', proposalUrl(outcome));
  return proposedAnswer(outcome);
}

const proposedStatus = sendCommand.otherwise.status;
