import { operations, type CommandAccepted, type Operations, type ProposalMade } from '@safeconduct/contracts';
import { systemReader, type Accepted, type Proposed, type SentCommand } from '@safeconduct/engine';
import { needsSecondPerson, type Workflow } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../sign-in/principal.js';
import { expectedRevision } from '../if-match.js';
import { RefusedProblem } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { staleOf } from '../sign-in/what-a-principal-may-ask.js';
import { servedToken, type Served } from '../tokens.js';
import { acceptedAnswer, caseUrl, revisionTag } from '../answers/case-answers.js';
import { proposalUrl, proposedAnswer } from '../answers/proposal-answers.js';

const { openCase, sendCommand } = operations;
const sending = systemReader('sendCommand');

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
    const outcome = await this.send(asked, {
      workflow,
      target: { workflow: workflow.name },
      command: workflow.opening.name,
      principal,
    });
    if (!('proposed' in outcome)) reply.header('location', caseUrl(outcome.caseId));
    return answer(outcome, reply);
  }

  @Route(sendCommand)
  async sendCommand(
    @Parsed(sendCommand) asked: RequestWithReader<Operations['sendCommand']>,
    @Req() { principal }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAccepted | ProposalMade> {
    const { caseId, command } = asked.params;
    // Whether somebody may send a command, its roles decide: whoever meets a person records that they withdraw.
    const workflow = await this.lookup.workflowOfCase(sending, caseId);
    // The opening command cannot be sent to an open case: its natural key may be that of another case.
    if (command === workflow.opening.name) {
      throw new RefusedProblem({ code: 'CASE_EXISTS', inputs: { caseId } }, workflow, false);
    }
    return answer(await this.send(asked, { workflow, target: { caseId }, command, principal }), reply);
  }

  private async send(
    { headers, body, unread, reader }: CommandParts,
    { workflow, principal, ...addressed }: Addressed,
  ): Promise<Accepted | Proposed> {
    const command = workflow.commands.get(addressed.command);
    const isHeard = command?.alwaysHeard === true;
    if (unread !== undefined && !isHeard) throw unread.problem;
    const isDecisive = command !== undefined && needsSecondPerson(command);
    const stale = isDecisive ? staleOf(principal) : undefined;
    if (stale !== undefined) throw stale;
    const { data: input, ...said } = body;
    // A command that is always heard has no expected revision, so no header is wrong for it.
    const revision = isHeard ? undefined : expectedRevision(headers['if-match']);
    const { engine } = this.served;
    const sent: SentCommand = {
      ...addressed,
      ...said,
      input,
      unread: unread?.values,
      actor: reader.actor,
      commandId: headers['idempotency-key'],
      correlationId: headers['x-correlation-id'],
      expectedRevision: revision,
    };
    const outcome = await (isDecisive ? engine.proposals.handleOrPropose(sent) : engine.handle(sent));
    if ('refusal' in outcome) throw new RefusedProblem(outcome.refusal, workflow, revision !== undefined);
    return outcome;
  }
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
