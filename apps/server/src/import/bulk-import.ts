import type { CommandOutcome, Engine, Identity, KeyRing } from '@safeconduct/engine';
import { sendersBehind, uuidOf } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { refusalDetails, refusalTitle } from '../texts/refusal-text.js';
import type { CommandFile } from './command-files.js';
import type { CommandRow, ImportRow } from './import-row.js';
import { openCommandFile, type OpenedFile } from './open-command-file.js';
import { RejectedFile } from './rejected-file.js';
import { rowContent } from './row-content.js';

/** What a bulk import did. */
export interface ImportSummary {
  readonly files: number;
  readonly commands: number;
  readonly accepted: number;
  /** Rows that an earlier import had recorded; nothing was recorded for them now. */
  readonly alreadyThere: number;
  readonly rejected: number;
  readonly rejectedByCode: Readonly<Record<string, number>>;
}

export interface ImportPorts {
  readonly engine: Pick<Engine, 'handle'>;
  readonly keys: KeyRing;
  readonly identity: Identity;
  readonly workflow: Workflow;
}

export interface ImportOptions {
  /** Where files of rejected rows go when the folder of the file they come from cannot be written. */
  readonly fallbackFolder: string;
  /** A dry run writes no file of rejected rows either. */
  readonly keepRejected: boolean;
  /** Called after each row with the number of rows done, and what became of them. */
  readonly onProgress?: (done: number, soFar: ImportSummary) => void;
  /** Told once a file: what is wrong with it as a whole, and where its rejected rows are. */
  readonly tell: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** The rows under way at a time. Rows of one case still follow each other in order; those of others share a commit. */
const windowMax = 512;

interface Tally {
  files: number;
  commands: number;
  accepted: number;
  alreadyThere: number;
  rejected: number;
  readonly rejectedByCode: Record<string, number>;
}

interface RowResult {
  readonly row: ImportRow;
  readonly outcome: 'accepted' | 'alreadyThere' | { readonly code: string; readonly reason: string };
}

/**
 * Sends every row of the files through the engine, in order, like any other command. A bad row never stops the others.
 * A row's command id follows from its content, so the same file again, or again after a crash in the middle, records
 * nothing twice.
 */
export async function bulkImport(
  ports: ImportPorts,
  files: readonly CommandFile[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const tally: Tally = {
    files: 0,
    commands: 0,
    accepted: 0,
    alreadyThere: 0,
    rejected: 0,
    rejectedByCode: {},
  };
  for (const file of files) {
    if (options.signal?.aborted === true) break;
    await importFile(ports, await openCommandFile(file, ports.workflow), options, tally);
    tally.files += 1;
  }
  return tally;
}

async function importFile(
  ports: ImportPorts,
  opened: OpenedFile,
  options: ImportOptions,
  tally: Tally,
): Promise<void> {
  const { file, header, problem, rows } = opened;
  if (problem !== undefined) {
    options.tell(`${file.path} line 1: ${problem}`);
    if (header.columns.length === 0) count(tally, { code: 'COMMAND_INVALID', reason: problem });
  }
  const { fallbackFolder, keepRejected } = options;
  const rejected = keepRejected ? new RejectedFile(file.path, header, { fallbackFolder }) : undefined;
  try {
    for await (const { row, outcome } of inFlight(rows, inTurn(ports), options.signal)) {
      count(tally, outcome);
      if (typeof outcome === 'object') await rejected?.add({ line: row.line, cells: row.cells, ...outcome });
      options.onProgress?.(tally.commands, tally);
    }
  } catch (error) {
    await rejected?.discard();
    throw error;
  }
  const path = await rejected?.finish();
  if (path !== undefined) options.tell(`rejected rows of ${file.path} are in ${path}`);
}

/** Works on up to `windowMax` rows at a time and yields the results in the order of the rows. */
async function* inFlight(
  rows: AsyncIterable<ImportRow>,
  work: (row: ImportRow) => Promise<RowResult>,
  signal: AbortSignal | undefined,
): AsyncGenerator<RowResult> {
  const underWay: Promise<RowResult>[] = [];
  for await (const row of rows) {
    if (signal?.aborted === true) break;
    const result = work(row);
    // The generator awaits it later, in turn; until then a failure must not count as unhandled.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= windowMax) yield await (underWay.shift() as Promise<RowResult>);
  }
  for (const result of underWay) yield await result;
}

/**
 * Sends a row once the row before it of the same case is answered. The engine lets a withdrawal go before others that
 * wait for its case; in a file it must not go before the steps that are written above it.
 */
function inTurn(ports: ImportPorts): (row: ImportRow) => Promise<RowResult> {
  const lastOf = new Map<string, Promise<RowResult>>();
  return (row) => {
    if (row.problem !== undefined) return Promise.resolve({ row, outcome: row.problem });
    const { naturalKey } = row;
    const before = lastOf.get(naturalKey);
    const send = () => sendRow(ports, row);
    // Whether the one before succeeded is its own business, and whoever awaits it hears of it.
    const result = before === undefined ? send() : before.then(send, send);
    lastOf.set(naturalKey, result);
    const forget = () => {
      if (lastOf.get(naturalKey) === result) lastOf.delete(naturalKey);
    };
    result.then(forget, forget);
    return result;
  };
}

async function sendRow(
  { engine, keys, identity, workflow }: ImportPorts,
  row: CommandRow,
): Promise<RowResult> {
  const { command, naturalKey, onBehalfOf, occurredAt, data } = row;
  const senders = sendersBehind(identity, row);
  const outcome = await engine.handle({
    target: { workflow: workflow.name, naturalKey },
    command,
    input: data,
    ...(senders instanceof Promise ? await senders : senders),
    onBehalfOf,
    occurredAt,
    commandId: row.commandId ?? derivedCommandId(keys, workflow, row),
  });
  return { row, outcome: resultOf(workflow, outcome) };
}

/** A keyed hash, because a plain one of a few personal words can be found by trying. */
const derivedCommandId = (keys: KeyRing, workflow: Workflow, row: CommandRow): string =>
  uuidOf(keys.keyedHash('import-row', rowContent(workflow.name, row), 'hex'));

function resultOf(workflow: Workflow, outcome: CommandOutcome): RowResult['outcome'] {
  if (outcome.accepted) return outcome.repeated ? 'alreadyThere' : 'accepted';
  const { refusal } = outcome;
  const details = refusalDetails(refusal, workflow, 'en').join('; ');
  const title = refusalTitle(refusal.code, 'en');
  return { code: refusal.code, reason: details === '' ? title : `${title}: ${details}` };
}

function count(tally: Tally, outcome: RowResult['outcome']): void {
  tally.commands += 1;
  if (typeof outcome === 'string') {
    tally[outcome] += 1;
    return;
  }
  tally.rejected += 1;
  tally.rejectedByCode[outcome.code] = (tally.rejectedByCode[outcome.code] ?? 0) + 1;
}
