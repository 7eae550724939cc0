import { actorWithId, proposalStatuses, type ListedProposal, type ProposalStatus } from '@safeconduct/engine';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { UsageError } from '../../console/usage-error.js';
import { reading } from '../../start/open.js';
import type { Installation } from '../../start/installation.js';
import { outputWords, type OutputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { wholeNumber } from '../whole-number.js';
import { unknownWorkflow } from './case.js';

/** Steps that wait for a second person, and what came of them, by the date on which they expire. */
export async function runProposals(
  line: CommandLine,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const limit = wholeNumber('--limit', options['limit'] ?? '', 1);
  const status = statusIn(options['status']);
  return reading(line, async (installation) => {
    const { workflow, proposedBy, waitingFor } = options;
    const { engine, identity } = installation;
    if (workflow !== undefined && !engine.register.has(workflow)) throw unknownWorkflow(engine, workflow);
    const actor = waitingFor === undefined ? undefined : await actorWithId(identity, waitingFor);
    const search = { workflow, status, proposer: proposedBy, waitingFor: actor };
    const items = await engine.queries.proposals(commandLineReader, { search, limit });
    if (line.json === true) printJson(items);
    else print(proposalTable(items, installation, line));
    return exit.ok;
  });
}

function statusIn(given: string | undefined): ProposalStatus | undefined {
  const found = proposalStatuses.find((one) => one === given);
  if (given === undefined || found !== undefined) return found;
  throw new UsageError(`--status is one of ${proposalStatuses.join(', ')}`);
}

/** Proposals for people. */
export const proposalTable = (
  items: readonly ListedProposal[],
  installation: Installation,
  line: CommandLine,
): string =>
  table(
    columnsIn(outputWords[line.language]),
    items.map((item) => row(item, installation, line)),
  );

const columnsIn = (say: OutputWords): readonly Column[] => [
  { title: say.expires, identifies: true },
  { title: say.status },
  { title: say.reference, identifies: true },
  { title: say.command },
  { title: say.proposer, identifies: true },
  { title: say.proposal, identifies: true },
];

function row(item: ListedProposal, { engine }: Installation, { language }: CommandLine): string[] {
  const { expiresAt, status, reference, caseId, workflow, command, proposer, proposalId } = item;
  const title = engine.register.get(workflow)?.texts[language].commands[command] ?? command;
  const until = expiresAt.slice(0, 16).replace('T', ' ');
  const state = outputWords[language].statuses[status];
  return [until, state, reference ?? caseId, title, proposer, proposalId];
}
