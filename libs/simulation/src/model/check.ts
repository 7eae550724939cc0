import type { CaseHistory, PastRefusal } from '@safeconduct/workflow';
import { checkCommands } from './commands.js';
import { checkDeadlines } from './deadlines.js';
import type { Accuse, Evidence, Violation } from './evidence.js';
import { checkOrder } from './order.js';
import { checkPersons } from './persons.js';
import { checkRefusals } from './refusals.js';
import { replay, type Replayed } from './replay.js';
import { checkViews } from './views.js';

/**
 * Everything that is not as it must be after a run. The model has its own fold, its own views and its own idea of what an
 * answer promises; it shares no code with what it judges.
 */
export function violationsIn(evidence: Evidence): readonly Violation[] {
  const found: Violation[] = [];
  const accuse: Accuse = (rule, says) => {
    found.push({ rule, says });
  };
  for (const error of evidence.errors) accuse('unexpected error', error);
  checkOrder(evidence, accuse);
  checkCommands(evidence, accuse);
  checkRefusals(evidence, accuse);
  const replayed = replay(evidence.workflow, evidence.log, accuse);
  checkDeadlines(evidence, replayed, accuse);
  checkPersons(evidence, replayed, accuse);
  checkViews(evidence, replayed, accuse);
  checkStates(evidence, replayed, accuse);
  checkReadBacks(evidence, accuse);
  checkInvariants(evidence, replayed, accuse);
  return found;
}

/** What a running process says of a case, from whatever it has in its cache, is what the log says; and it says the last. */
function checkStates({ states }: Evidence, { cases }: Replayed, accuse: Accuse): void {
  if (states.length !== cases.size)
    accuse('case not found', `${states.length} of ${cases.size} cases were told`);
  for (const { caseId, atLeast, revision, state, facts } of states) {
    const moment = cases.get(caseId)?.[Number(revision)];
    const told = JSON.stringify([state, facts]);
    const truth = JSON.stringify([moment?.state, moment?.facts]);
    const where = `${caseId} at revision ${revision}`;
    if (told !== truth)
      accuse('case told otherwise than recorded', `${where}: told ${told}, recorded ${truth}`);
    if (revision < atLeast) accuse('case told as it was', `${where}, which was not the last one, ${atLeast}`);
  }
}

function checkReadBacks({ readBacks }: Evidence, accuse: Accuse): void {
  for (const { caseId, written, seen } of readBacks) {
    if (seen === undefined || seen < written)
      accuse('own write not seen', `${caseId}: wrote revision ${written}, saw ${seen ?? 'nothing'}`);
  }
}

/** What the workflow itself says that must hold of each case. */
function checkInvariants({ workflow, log }: Evidence, { cases }: Replayed, accuse: Accuse): void {
  const { invariants = [] } = workflow.source;
  const refusals = new Map<string, PastRefusal[]>();
  for (const { stream, data, metadata } of log) {
    if (!stream.startsWith('refusals-')) continue;
    const caseId = stream.slice('refusals-'.length);
    const { code, state } = JSON.parse(data) as {
      readonly code: PastRefusal['code'];
      readonly state: string | null;
    };
    const actor = { id: metadata['actor'] ?? '', role: metadata['actorRole'] ?? '' };
    const refusal = { command: metadata['command'] ?? '', actor, code, state: state ?? undefined };
    refusals.set(caseId, [...(refusals.get(caseId) ?? []), refusal]);
  }
  for (const [caseId, moments] of cases) {
    const history: CaseHistory = {
      events: moments.map(({ past }) => past),
      refusals: refusals.get(caseId) ?? [],
    };
    for (const { id, broken } of invariants) {
      const how = broken(history);
      if (how !== undefined) accuse(id, `${caseId}: ${how}`);
    }
  }
}
