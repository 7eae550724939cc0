import type { Workflow } from '@safeconduct/workflow';
import { newestCase } from '../commands/load-case.js';
import type { StateCache } from '../commands/state-cache.js';
import { HistoryDivergedError } from '../errors.js';
import type { CaseEvent, Register } from '../events/case-event.js';
import type { CaseEvents } from '../events/case-events.js';
import type { Clock } from '../ports/clock.js';
import type { ListedCase } from '../ports/view-queries.js';
import type { Reader } from '../queries/reader.js';
import { classesFor } from '../emergency/decide-emergency.js';
import type { EmergencyAccess } from '../emergency/emergency-access.js';
import type { AccessPolicy, CaseSight, CaseStanding } from './policy.js';

export interface StandingPorts {
  readonly policy: AccessPolicy;
  readonly register: Register;
  readonly caseEvents: CaseEvents;
  readonly cache: StateCache;
  readonly clock: Clock;
  /** Left out where nobody can take any. */
  readonly emergency?: Pick<EmergencyAccess, 'grantFor'> | undefined;
}

/** A case that a reader sees, and what they see of it. */
export interface SeenCase {
  readonly workflow: Workflow;
  /** Null where its history cannot be read. */
  readonly reference: string | null;
  readonly sight: CaseSight;
}

/**
 * What a reader sees of a case, by its newest state in the log: an assignment counts as soon as it is recorded.
 * `undefined` when they do not see it, which is answered as for a case that does not exist.
 */
export async function seenCase(
  ports: StandingPorts,
  reader: Reader,
  caseId: string,
): Promise<SeenCase | undefined> {
  const { policy, clock } = ports;
  if (reader.purpose === 'breakGlass') return seenInEmergency(ports, reader, caseId);
  const now = clock.now();
  // A case that does not exist is asked of the policy as well, so that both answers take the same work.
  const { standing, workflow, reference, facts } = (await foundCase(ports, caseId)) ?? nowhere;
  const mayHaveOpened = policy.visibleTo(reader, now)?.some(({ opened }) => opened !== undefined) === true;
  const opened = mayHaveOpened ? await openingOf(ports, caseId) : nobody;
  const sight = policy.sightOf(reader, { ...standing, opened }, { now, facts });
  // A case of a workflow that this process does not know is seen by the system alone, which is not asked here.
  return sight === undefined || workflow === undefined ? undefined : { workflow, reference, sight };
}

/** What somebody sees under the emergency access that they took to this case: its classes, as far as their roles go today. */
async function seenInEmergency(
  ports: StandingPorts,
  { actor }: Reader,
  caseId: string,
): Promise<SeenCase | undefined> {
  const grant = await ports.emergency?.grantFor(actor.id, caseId);
  const { workflow, reference } = (await foundCase(ports, caseId)) ?? nowhere;
  if (grant === undefined || workflow === undefined) return undefined;
  const possible = classesFor(workflow.access, actor);
  const given = new Set(grant.classes.filter((one) => possible.includes(one)));
  const isWhole = workflow.access.classes.every((one) => given.has(one));
  return { workflow, reference, sight: { sees: (one) => given.has(one), isWhole } };
}

/** What a reader sees of a case in a list of now. It is among those that the store found for them. */
export const sightInList = (
  { policy, clock }: Pick<StandingPorts, 'policy' | 'clock'>,
  reader: Reader,
  {
    workflow,
    state,
    subState,
    place,
    assignee,
  }: Pick<ListedCase, 'workflow' | 'state' | 'subState' | 'place' | 'assignee'>,
): CaseSight =>
  policy.sightOf(
    reader,
    { workflow, leaf: subState ?? state, place: place ?? '', assignee: assignee ?? undefined },
    { now: clock.now() },
  ) ?? blind;

/** The sight of a case that is not seen at all. */
export const blind: CaseSight = { sees: () => false, isWhole: false };

interface FoundCase {
  readonly standing: CaseStanding;
  readonly workflow: Workflow | undefined;
  readonly reference: string | null;
  readonly facts: unknown;
}

const nowhere: FoundCase = {
  standing: { workflow: '', leaf: '', place: '', assignee: undefined },
  workflow: undefined,
  reference: null,
  facts: undefined,
};

const nobody = { by: '', at: '' };

async function foundCase(ports: StandingPorts, caseId: string): Promise<FoundCase | undefined> {
  try {
    const state = await newestCase(ports, caseId);
    if (state === undefined) return undefined;
    const { workflow, reference, folded } = state;
    const { place = '', assignee } = workflow.summary(folded);
    const standing = { workflow: workflow.name, leaf: folded.state, place, assignee };
    return { standing, workflow, reference, facts: folded.facts };
  } catch (error) {
    if (error instanceof HistoryDivergedError) return recordedCase(ports, caseId);
    throw error;
  }
}

/** A case whose history does not fold is where its last event says, because it must still be shown. */
async function recordedCase(
  { caseEvents, register }: StandingPorts,
  caseId: string,
): Promise<FoundCase | undefined> {
  let last: CaseEvent | undefined;
  for await (const step of caseEvents.steps({ caseId })) last = step.at(-1);
  if (last === undefined) return undefined;
  const { workflow, summary } = last.envelope;
  const { place = '', assignee } = summary;
  return {
    standing: { workflow, leaf: last.state, place, assignee },
    workflow: register.get(workflow),
    reference: null,
    facts: undefined,
  };
}

async function openingOf({ caseEvents }: StandingPorts, caseId: string) {
  const [opening] = await caseEvents.page({ caseId, limit: 1 });
  return opening === undefined ? nobody : { by: opening.envelope.actor.id, at: opening.recorded.recordedAt };
}
