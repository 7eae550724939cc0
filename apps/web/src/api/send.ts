import type { CommandAccepted, CommandForeseen, ProposalMade } from '@safeconduct/contracts';
import { api, answerOf } from './client.js';
import { OfflineError, ProblemError } from './problem.js';
import { sentUpTo } from './own-position.js';
import { withFreshSignIn } from './sign-in.js';

export interface Sent {
  readonly caseId: string;
  readonly command: string;
  readonly data: Record<string, unknown>;
  readonly occurredAt?: string;
  readonly onBehalfOf?: string;
  /** The revision on which whoever sends it decided; undefined for a command that nothing may hold up. */
  readonly revision: string | undefined;
  /** By which the server knows the same command when it is sent again. */
  readonly key: string;
}

const bodyOf = ({ data, occurredAt, onBehalfOf }: Sent) => ({
  data,
  ...(occurredAt !== undefined && { occurredAt }),
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});

/** What was answered to a command that was sent, and of which case. */
export interface Recording {
  readonly caseId: string;
  readonly reference: string;
  readonly answer: CommandAccepted | ProposalMade;
}

/** What a command would lead to. Nothing is recorded. @throws ProblemError  the refusal that it would get */
export async function tryOut({ caseId, command, ...sent }: Sent): Promise<CommandForeseen> {
  const answer = await answerOf(
    api.POST('/api/v1/cases/{caseId}/commands/{command}', {
      params: { path: { caseId, command }, query: { dryRun: 'true' } },
      body: bodyOf({ caseId, command, ...sent }),
    }),
  );
  if (!('secondPerson' in answer)) throw new TypeError('the command was not tried out');
  return answer;
}

/** Sends a command; where it needs a new sign-in, asks for it and sends it again. @throws ProblemError OfflineError */
export const send = (sent: Sent) => withFreshSignIn(() => sendOnce(sent));

async function sendOnce(sent: Sent): Promise<CommandAccepted | ProposalMade> {
  const { caseId, command, revision, key } = sent;
  const answer = await answerOf(
    api.POST('/api/v1/cases/{caseId}/commands/{command}', {
      params: {
        path: { caseId, command },
        header: { 'Idempotency-Key': key, ...(revision !== undefined && { 'If-Match': `"${revision}"` }) },
      },
      body: bodyOf(sent),
    }),
  );
  if ('secondPerson' in answer) throw new TypeError('the command was only tried out');
  sentUpTo(answer.position);
  return answer;
}

const serverFault = 500;

/** Whether it is unknown if the command was recorded: it has to be sent again as it was, by the same key. */
export const isUndecided = (error: unknown): boolean =>
  error instanceof OfflineError || (error instanceof ProblemError && error.problem.status >= serverFault);
