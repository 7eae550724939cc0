import { operations, type CommandAccepted, type Operations } from '@safeconduct/contracts';
import { systemReader, type SentCommand } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { expectedRevision } from '../if-match.js';
import { RefusedProblem } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { acceptedAnswer, caseUrl, revisionTag } from '../answers/case-answers.js';

const { openCase, sendCommand } = operations;
const sending = systemReader('sendCommand');

type CommandParts = Pick<
  RequestWithReader<Operations['sendCommand']>,
  'headers' | 'body' | 'unread' | 'reader'
>;

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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAccepted> {
    const workflow = this.lookup.workflow(asked.params.workflow);
    const accepted = await this.send(asked, reply, {
      workflow,
      target: { workflow: workflow.name },
      command: workflow.opening.name,
    });
    reply.header('location', caseUrl(accepted.caseId));
    return accepted;
  }

  @Route(sendCommand)
  async sendCommand(
    @Parsed(sendCommand) asked: RequestWithReader<Operations['sendCommand']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAccepted> {
    const { caseId, command } = asked.params;
    // Whether somebody may send a command, its roles decide: whoever meets a person records that they withdraw.
    const workflow = await this.lookup.workflowOfCase(sending, caseId);
    // The opening command cannot be sent to an open case: its natural key may be that of another case.
    if (command === workflow.opening.name) {
      throw new RefusedProblem({ code: 'CASE_EXISTS', inputs: { caseId } }, workflow, false);
    }
    return this.send(asked, reply, { workflow, target: { caseId }, command });
  }

  private async send(
    { headers, body, unread, reader }: CommandParts,
    reply: FastifyReply,
    { workflow, ...addressed }: Pick<SentCommand, 'target' | 'command'> & { readonly workflow: Workflow },
  ): Promise<CommandAccepted> {
    const isHeard = workflow.commands.get(addressed.command)?.alwaysHeard === true;
    if (unread !== undefined && !isHeard) throw unread.problem;
    const { data: input, ...said } = body;
    // A command that is always heard has no expected revision, so no header is wrong for it.
    const revision = isHeard ? undefined : expectedRevision(headers['if-match']);
    const outcome = await this.served.engine.handle({
      ...addressed,
      ...said,
      input,
      unread: unread?.values,
      actor: reader.actor,
      commandId: headers['idempotency-key'],
      correlationId: headers['x-correlation-id'],
      expectedRevision: revision,
    });
    if (!outcome.accepted) throw new RefusedProblem(outcome.refusal, workflow, revision !== undefined);
    reply.header('etag', revisionTag(outcome.revision));
    if (outcome.repeated) reply.header('idempotency-replayed', 'true');
    return acceptedAnswer(outcome);
  }
}
