import { StoreLockedError, type NamedProposal, type ServingAddress } from '@safeconduct/engine';
import type { Job, ProposalEnded, ProposalMade } from '@safeconduct/contracts';
import type { Refusal } from '@safeconduct/workflow';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { soFarLine, type ImportSummary } from '../import/results/tally.js';
import { FileNotWrittenError, reasonIn, writeWhole } from '../import/results/whole-file.js';
import type { CommandFile } from '../import/command-files.js';
import { UsageError } from '../console/usage-error.js';
import { answerIn, askServer, sendJson, type RunningServer } from './ask-server.js';
import type { ServerAnswered } from './fetch-from.js';
import { purposeHeaders } from './reader.js';

/** The server's answer to a command: the recorded events, the proposal it waits as, or the problem. */
export type ServerAnswer =
  | { readonly accepted: true; readonly answer: ServerAccepted }
  | { readonly accepted: false; readonly proposed: ProposalMade }
  | { readonly accepted: false; readonly refusal: Refusal };

export interface ServerAccepted {
  readonly caseId: string;
  readonly reference: string;
  readonly revision: string;
  readonly position: string;
  readonly state: string;
  readonly events: readonly { readonly type: string; readonly revision: string }[];
}

/** A command for the server that holds the data folder. */
export interface ServerCommand {
  /** The case, or the workflow whose opening command it is. */
  readonly target: { readonly caseId: string } | { readonly workflow: string };
  readonly command: string;
  readonly input: unknown;
  readonly options: Readonly<Record<string, string | undefined>>;
}

const pollMs = 250;
const proposedStatus = 202;

/** An import that a server did not take or did not finish. */
class ServerImportError extends Error {
  readonly code = 'IMPORT_BROKE_OFF';
}

/** Where the server that holds the data folder answers, when the error says that the folder is in use by a server. */
export function servingAddressIn(error: unknown): ServingAddress | undefined {
  return error instanceof StoreLockedError ? error.serves : undefined;
}

/** Sends one command through a server. */
export async function sendThrough(server: RunningServer, sent: ServerCommand): Promise<ServerAnswer> {
  const { target, command, input, options } = sent;
  if (options['confirmedBy'] !== undefined) {
    throw new UsageError(
      'a second person is not named through a running server: leave --confirmed-by out, and the step waits until they ' +
        'confirm it themselves, with: safeconduct proposal confirm',
    );
  }
  const path =
    'caseId' in target ? `cases/${target.caseId}/commands/${command}` : `workflows/${target.workflow}/cases`;
  const { occurredAt, onBehalfOf, purpose } = options;
  const { ok, status, answer } = await sendJson(server, `/api/v1/${path}`, {
    person: options['as'],
    headers: headersOf(options),
    json: { data: input, occurredAt, onBehalfOf, purpose },
  });
  if (!ok) return { accepted: false, refusal: answer as Refusal };
  if (status === proposedStatus) return { accepted: false, proposed: answer as ProposalMade };
  return { accepted: true, answer: innermost(answer as AnsweredCommand) };
}

/** A command that is recorded, as the server answers it. */
type AnsweredCommand = ServerAccepted & { readonly subState: string | null };

const innermost = (accepted: AnsweredCommand): ServerAccepted => ({
  ...accepted,
  state: accepted.subState ?? accepted.state,
});

/** What is done to a proposal through a server. */
export interface ServerProposalAction extends NamedProposal {
  readonly action: 'confirm' | 'reject' | 'withdraw';
  readonly as: string;
  readonly body: Readonly<Record<string, string | undefined>>;
}

/** The recorded step or the proposal that has ended, or the problem. */
export type ServerProposalAnswer =
  { readonly step: ServerAccepted } | { readonly ended: ProposalEnded } | { readonly refusal: Refusal };

/** Confirms, rejects or withdraws a proposal through a server. */
export async function actOnProposalThrough(
  server: RunningServer,
  { caseId, proposalId, action, as, body }: ServerProposalAction,
): Promise<ServerProposalAnswer> {
  const path = `/api/v1/cases/${caseId}/proposals/${proposalId}/${action}`;
  const { ok, answer } = await sendJson(server, path, { person: as, json: body });
  if (!ok) return { refusal: answer as Refusal };
  return action === 'confirm'
    ? { step: innermost(answer as AnsweredCommand) }
    : { ended: answer as ProposalEnded };
}

function headersOf({
  commandId,
  expectedRevision,
  purpose,
}: ServerCommand['options']): Record<string, string> {
  return {
    ...purposeHeaders(purpose),
    ...(commandId !== undefined && { 'idempotency-key': commandId }),
    ...(expectedRevision !== undefined && { 'if-match': `"${expectedRevision}"` }),
  };
}

export interface ServerImport {
  readonly workflow: string;
  readonly files: readonly CommandFile[];
  readonly importedBy: string;
  readonly onProgress: (done: number) => void;
  readonly tell: (line: string) => void;
}

/** Imports files through a server, one job after the other, so that the order of the files is kept. */
export async function importThrough(
  server: RunningServer,
  { workflow, files, importedBy, onProgress, tell }: ServerImport,
): Promise<ImportSummary> {
  const rejectedByCode: Record<string, number> = {};
  const sum = { files: 0, commands: 0, accepted: 0, alreadyThere: 0, rejected: 0, rejectedByCode };
  for (const file of files) {
    const job = await finished(server, await startJob(server, { workflow, importedBy }, file), (done) => {
      onProgress(sum.commands + done);
    });
    if (job.problem !== null) tell(`${file.path}: ${job.problem}`);
    sum.files += 1;
    sum.commands += job.done;
    sum.accepted += job.accepted;
    sum.alreadyThere += job.alreadyThere;
    sum.rejected += job.rejected;
    for (const [code, count] of Object.entries(job.rejectedByCode)) {
      rejectedByCode[code] = (rejectedByCode[code] ?? 0) + count;
    }
    if (job.state !== 'done') {
      tell(soFarLine(sum));
      throw new ServerImportError(`the server's job ${job.id} ended as ${job.state}; import the file again`);
    }
    await keepRejectedRows(server, job.rejectedRows ?? undefined, { file, tell });
  }
  return sum;
}

async function startJob(
  server: RunningServer,
  { workflow, importedBy }: Pick<ServerImport, 'workflow' | 'importedBy'>,
  file: CommandFile,
): Promise<Job> {
  const query = new URLSearchParams({ workflow, command: file.command });
  const response = await askServer(server, `/api/v1/imports?${query.toString()}`, {
    method: 'POST',
    headers: {
      'content-type': file.format === 'csv' ? 'text/csv' : 'application/jsonl',
    },
    person: importedBy,
    body: createReadStream(file.path),
  });
  return jobIn(server.url, response);
}

async function finished(
  server: RunningServer,
  { id }: Job,
  onProgress: (done: number) => void,
): Promise<Job> {
  for (;;) {
    const job = jobIn(server.url, await askServer(server, `/api/v1/jobs/${id}`));
    onProgress(job.done);
    if (job.endedAt !== null) return job;
    await sleep(pollMs);
  }
}

function jobIn(url: string, response: ServerAnswered): Job {
  const answer = answerIn(url, response) as Job & { readonly detail?: string; readonly title?: string };
  if (response.ok) return answer;
  throw new ServerImportError(
    `the server did not take the file: ${answer.detail ?? answer.title ?? String(response.status)}`,
  );
}

/**
 * Puts the rejected rows beside their file, in place of those of an earlier import. The server keeps them
 * too.
 */
async function keepRejectedRows(
  server: RunningServer,
  from: string | undefined,
  { file, tell }: { readonly file: CommandFile; readonly tell: (line: string) => void },
): Promise<void> {
  const path = `${file.path}.rejected.csv`;
  const rows = from && (await askServer(server, from)).bytes;
  try {
    await (rows === undefined ? rm(path, { force: true }) : writeWhole(path, (part) => part.writeFile(rows)));
    if (rows !== undefined) tell(`rejected rows of ${file.path} are in ${path}`);
  } catch (error) {
    // The import has ended, so its result is printed although the folder cannot be written.
    if (from === undefined) return;
    const reason = reasonIn(error instanceof FileNotWrittenError ? error.cause : error);
    tell(
      `rejected rows of ${file.path} are at ${new URL(from, server.url).href}; ${path} cannot be written (${reason})`,
    );
  }
}
