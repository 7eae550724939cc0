import type { CaseHistory, PastRefusal } from '@safeconduct/workflow';
import { checkCommands } from './commands.js';
import { checkDeadlines } from './deadlines.js';
import { checkEntryOrder } from './entry-order.js';
import type { ReportViolation, Evidence, Violation } from './evidence.js';
import { checkHeard } from './heard.js';
import { checkOrder } from './order.js';
import { checkPast } from './past.js';
import { checkPersons } from './persons.js';
import { checkProposals } from './proposals.js';
import { checkRefusals } from './refusals.js';
import { replay, type Replayed } from './replay.js';
import { checkShownInputs } from './shown-inputs.js';
import { checkTimes } from './times.js';
import { checkViews } from './views.js';

/**
 * Everything that is wrong after a run. The model has a fold and views of its own and its own definition of
 * what an answer promises; it shares no code with what it checks.
 */
export function violationsIn(evidence: Evidence): readonly Violation[] {
  const found: Violation[] = [];
  const report: ReportViolation = (rule, says) => {
    found.push({ rule, says });
  };
  for (const error of evidence.errors) report('unexpected error', error);
  checkOrder(evidence, report);
  checkCommands(evidence, report);
  checkRefusals(evidence, report);
  checkProposals(evidence, report);
  checkHeard(evidence, report);
  checkShownInputs(evidence, report);
  const replayed = replay(evidence.workflow, evidence.log, report);
  checkTimes(evidence, replayed, report);
  checkEntryOrder(evidence, replayed, report);
  checkDeadlines(evidence, replayed, report);
  checkPersons(evidence, replayed, report);
  checkViews(evidence, replayed, report);
  checkPast(evidence, replayed, report);
  checkStates(evidence, replayed, report);
  checkReadBacks(evidence, report);
  checkInvariants(evidence, replayed, report);
  return found;
}

/**
 * A running process shows each case as the log has it, whatever is in its cache, and at its last revision.
 */
function checkStates({ states }: Evidence, { cases }: Replayed, report: ReportViolation): void {
  if (states.length !== cases.size)
    report('case not found', `${states.length} of ${cases.size} cases were shown`);
  for (const { caseId, atLeast, revision, state, facts } of states) {
    const event = cases.get(caseId)?.[Number(revision)];
    const shown = JSON.stringify([state, facts]);
    const recorded = JSON.stringify([event?.state, event?.facts]);
    const where = `${caseId} at revision ${revision}`;
    if (shown !== recorded)
      report('case shown otherwise than recorded', `${where}: shown ${shown}, recorded ${recorded}`);
    if (revision < atLeast)
      report('case shown as it was before', `${where}, which was not the last one, ${atLeast}`);
  }
}

function checkReadBacks({ readBacks }: Evidence, report: ReportViolation): void {
  for (const { caseId, written, seen } of readBacks) {
    if (seen === undefined || seen < written)
      report('own write not seen', `${caseId}: wrote revision ${written}, saw ${seen ?? 'nothing'}`);
  }
}

/** The invariants that the workflow declares for each case. */
function checkInvariants({ workflow, log }: Evidence, { cases }: Replayed, report: ReportViolation): void {
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
  for (const [caseId, events] of cases) {
    const history: CaseHistory = {
      events: events.map(({ past }) => past),
      refusals: refusals.get(caseId) ?? [],
    };
    for (const { id, broken } of invariants) {
      const how = broken(history);
      if (how !== undefined) report(id, `${caseId}: ${how}`);
    }
  }
}
