import {
  positionOf,
  type ListedProposal,
  type ProposalCursor,
  type ProposalsFilter,
  type ProposalsQuery,
} from '@safeconduct/engine';
import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import { caseIdIn, codeOfCase, codeOfName, codesOfNames, keptInstant, nameIn, toldInstant } from './codes.js';
import type { Db, ViewTables } from './view-tables.js';

/** Proposals by the date on which they expire. */
export async function selectProposals(
  db: Db,
  { filter, limit, after }: ProposalsQuery,
): Promise<readonly ListedProposal[]> {
  let query = db
    .selectFrom('proposal')
    .select([
      'proposal_id',
      'content_hash',
      'proposed_at',
      'expires_at',
      'position',
      'on_behalf_of',
      'ended_at',
    ])
    .select([
      caseIdIn('case_id').as('case_id'),
      nameIn('workflow').as('workflow'),
      nameIn('command').as('command'),
    ])
    .select([nameIn('proposer').as('proposer'), nameIn('role').as('role')])
    .select([
      nameIn<ListedProposal['status']>('status').as('status'),
      nameIn<string | null>('ended_by').as('ended_by'),
    ])
    .select((row) =>
      row
        .selectFrom('case_list')
        .select('case_list.reference')
        .whereRef('case_list.case_id', '=', 'proposal.case_id')
        .as('reference'),
    )
    .orderBy('expires_at')
    .orderBy('proposal_id')
    .limit(limit);
  for (const condition of conditions(filter, after)) query = query.where(condition);
  return (await query.execute()).map((row) => ({
    proposalId: row.proposal_id,
    caseId: row.case_id,
    reference: row.reference,
    workflow: row.workflow,
    command: row.command,
    proposer: row.proposer,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    contentHash: row.content_hash,
    proposedAt: toldInstant(row.proposed_at),
    expiresAt: toldInstant(row.expires_at),
    position: positionOf(row.position),
    status: row.status,
    endedBy: row.ended_by,
    endedAt: row.ended_at === null ? null : toldInstant(row.ended_at),
  }));
}

type Proposals = ExpressionBuilder<ViewTables, 'proposal'>;
type Condition = (row: Proposals) => ReturnType<Proposals['and']>;

function conditions(filter: ProposalsFilter, after: ProposalCursor | undefined): readonly Condition[] {
  const { caseId, workflow, status, proposer, commands, notBy = [] } = filter;
  const { concerns, expiresAfter, actBy } = filter;
  const given: (Condition | false)[] = [
    caseId !== undefined && ((row) => row.and([row('case_id', '=', codeOfCase(caseId))])),
    workflow !== undefined && ((row) => row.and([row('workflow', '=', codeOfName(workflow))])),
    status !== undefined && ((row) => row.and([row('status', '=', codeOfName(status))])),
    proposer !== undefined && ((row) => row.and([row('proposer', '=', codeOfName(proposer))])),
    commands !== undefined && ((row) => isOneOf(row, commands)),
    notBy.length > 0 && ((row) => row.and([isByNone(row, notBy)])),
    concerns !== undefined &&
      ((row) =>
        row.or([
          row('proposer', '=', codeOfName(concerns.proposer)),
          row.and([isOneOf(row, concerns.commands), isByNone(row, concerns.notBy)]),
        ])),
    expiresAfter !== undefined && ((row) => row.and([row('expires_at', '>', keptInstant(expiresAfter))])),
    actBy !== undefined && ((row) => row.and([row('act_at', '<=', keptInstant(actBy))])),
    after !== undefined && ((row) => row.and([isBehind(after)])),
  ];
  return given.filter((one) => one !== false);
}

const isOneOf = (row: Proposals, commands: NonNullable<ProposalsFilter['commands']>) =>
  row.or(commands.map((one) => isOf(row, one)));

const isByNone = (row: Proposals, names: readonly string[]) =>
  names.length === 0 ? sql<SqlBool>`true` : row('proposer', 'not in', codesOfNames(names));

const isOf = (
  row: Proposals,
  { workflow, command }: { readonly workflow: string; readonly command: string },
) => row.and([row('workflow', '=', codeOfName(workflow)), row('command', '=', codeOfName(command))]);

const isBehind = ({ expiresAt, proposalId }: ProposalCursor) =>
  sql<SqlBool>`(expires_at, proposal_id) > (${keptInstant(expiresAt)}, ${proposalId})`;
