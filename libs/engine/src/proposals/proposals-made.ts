import type { CaseEvents } from '../events/case-events.js';
import type { EventCodec } from '../events/codec.js';
import type { ProposalStatus } from '../events/proposal-event.js';
import { isCaseId } from '../events/streams.js';
import type { EventStore } from '../ports/event-store.js';
import { proposalsOfCase } from './proposals-of-case.js';

/** That somebody proposed a step, without what the step is made of. */
export interface ProposalOfCase {
  readonly proposalId: string;
  readonly caseId: string;
  readonly workflow: string;
  readonly command: string;
  readonly proposer: string;
  /** As it was recorded; an open one may have expired since. */
  readonly status: ProposalStatus;
  /** The case has been opened. */
  readonly isOfOpenCase: boolean;
}

interface MadePorts {
  readonly events: EventStore;
  readonly codec: EventCodec;
  readonly caseEvents: CaseEvents;
}

/** The proposals of a case in the order in which they were made, whatever became of them. */
export async function proposalsMade(ports: MadePorts, caseId: string): Promise<readonly ProposalOfCase[]> {
  if (!isCaseId(caseId)) return [];
  const { byId } = await proposalsOfCase(ports, caseId);
  const isOfOpenCase = (await ports.caseEvents.page({ caseId, limit: 1 })).length > 0;
  return [...byId.values()].map(({ proposalId, status, envelope: { workflow, command, actor } }) => ({
    ...{ proposalId, caseId, workflow, command, status, isOfOpenCase },
    proposer: actor.id,
  }));
}
