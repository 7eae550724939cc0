import { fingerprintOf } from '@safeconduct/engine';
import type { WorkflowList } from '@safeconduct/contracts';
import type { Workflow } from '@safeconduct/workflow';
import { tell } from '../console/output.js';
import { answerIn, askServer, type RunningServer } from './ask-server.js';

/** The server that holds the data was started before this command line had the workflow. Nothing was sent. */
export class ServerReleaseError extends Error {
  readonly code = 'SERVER_OF_ANOTHER_RELEASE';
  constructor(url: string, workflow: string) {
    super(`the server at ${url} does not have the workflow ${workflow}; ${restart}`);
  }
}

const restart = 'it runs another release than this command line: stop it and start it again';

/**
 * Compares a workflow as this command line has it with the one of the server that holds the data. One that decides
 * otherwise there is told of and goes on, because the server decides.
 * @throws ServerReleaseError  the server does not have it
 */
export async function compareRelease(server: RunningServer, workflow: Workflow): Promise<void> {
  const { name, version } = workflow;
  const { url } = server;
  const { items } = answerIn(url, await askServer(server, '/api/v1/workflows')) as WorkflowList;
  const there = items.find((one) => one.name === name);
  if (there === undefined) throw new ServerReleaseError(url, name);
  if (there.fingerprint === fingerprintOf(workflow)) return;
  tell(
    `the server at ${url} decides by another definition of ${name} (version ${there.version} there, ${version} here); ` +
      restart,
  );
}
