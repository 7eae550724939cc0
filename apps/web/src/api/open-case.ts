import { answerOf, api } from './client.js';
import { sentUpTo } from './own-position.js';

interface Opening {
  readonly data: Record<string, unknown>;
  readonly occurredAt?: string;
  readonly onBehalfOf?: string;
  readonly key: string;
}

/** Opens a case of a workflow. @throws ProblemError OfflineError */
export async function openCase(workflow: string, { key, ...body }: Opening) {
  const answer = await answerOf(
    api.POST('/api/v1/workflows/{workflow}/cases', {
      params: { path: { workflow }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
  if ('position' in answer) sentUpTo(answer.position);
  return answer;
}
