import type { RecordedEvent } from '@safeconduct/engine';
import { epochMsOf, instantOf } from '@safeconduct/workflow';
import type { Evidence, ReportViolation } from './evidence.js';

const prefix = 'proposals-';

/** A proposal and everything in the log that names it, in the order of the log. */
interface Story {
  readonly proposed: RecordedEvent;
  readonly step: readonly RecordedEvent[];
  readonly ends: readonly RecordedEvent[];
}

/**
 * A step that was proposed is taken once, exactly as it was proposed, with a second person who may confirm it and did, in
 * time; or it ends once in another way, by who may. What was answered stands in the log. At the end no step lacks its mark,
 * and nothing is open whose time is over.
 */
export function checkProposals(evidence: Evidence, report: ReportViolation): void {
  const stories = storiesIn(evidence.log, report);
  for (const [id, story] of stories) {
    checkStep(id, story, evidence, report);
    checkEnds(id, story, evidence, report);
  }
  for (const { sent, made } of evidence.made) {
    const proposed = stories.get(made.proposalId)?.proposed;
    const where = `${sent.command} (${sent.commandId})`;
    if (proposed === undefined) report('acknowledged proposal lost', where);
    else if (told(made) !== told(dataOf(proposed)) || proposed.metadata['commandId'] !== sent.commandId)
      report('proposal acknowledged otherwise than recorded', where);
  }
  for (const { sent, outcome } of evidence.ends) {
    if (outcome?.accepted !== true) continue;
    const ends = stories.get(sent.proposalId)?.ends ?? [];
    const type = sent.how === 'reject' ? 'ProposalRejected' : 'ProposalWithdrawn';
    if (!ends.some((end) => end.type === type && end.metadata['actor'] === sent.by.id))
      report('acknowledged end of a proposal lost', `${sent.how} ${sent.proposalId}`);
  }
}

function storiesIn(log: readonly RecordedEvent[], report: ReportViolation): ReadonlyMap<string, Story> {
  const stories = new Map<
    string,
    { proposed: RecordedEvent; step: RecordedEvent[]; ends: RecordedEvent[] }
  >();
  for (const event of log) {
    const id = event.metadata['proposal'];
    if (id === undefined || event.stream.startsWith('refusals-')) continue;
    const known = stories.get(id);
    if (event.type === 'StepProposed' && event.stream.startsWith(prefix)) {
      if (known !== undefined) report('proposed twice', id);
      stories.set(id, { proposed: event, step: [], ends: [] });
    } else if (known === undefined) report('nothing was proposed', `position ${event.position}: ${id}`);
    else if (event.stream.startsWith('case-')) known.step.push(event);
    else known.ends.push(event);
  }
  return stories;
}

function checkStep(id: string, { proposed, step }: Story, evidence: Evidence, report: ReportViolation): void {
  const [first] = step;
  if (first === undefined) return;
  const { metadata } = first;
  const where = `position ${first.position}: ${metadata['command']} of proposal ${id}`;
  if (new Set(step.map((event) => event.metadata['commandId'])).size > 1) report('taken twice', where);
  const [was, is] = [proposed, first].map((event) => sameInBoth.map((name) => event.metadata[name]));
  const isSameContent = metadata['confirmedHash'] === dataOf(proposed).contentHash;
  const isSameCase = first.stream.slice('case-'.length) === proposed.stream.slice(prefix.length);
  if (!isSameContent || !isSameCase || JSON.stringify(was) !== JSON.stringify(is))
    report('taken otherwise than proposed', where);
  if (!mayEnd(proposed, metadata['confirmedBy'] ?? '', metadata['confirmedByRole'] ?? '', evidence))
    report('I-4', `${where}: confirmed by ${metadata['confirmedBy']}`);
  if ((metadata['confirmedAt'] ?? '') >= dataOf(proposed).expiresAt) report('confirmed too late', where);
  const isAsked = ({ sent }: Evidence['attempts'][number]) =>
    sent.commandId === metadata['commandId'] &&
    sent.confirmation?.by.id === metadata['confirmedBy'] &&
    sent.confirmation?.contentHash === metadata['confirmedHash'] &&
    sent.confirmation?.by.supervisors?.includes(metadata['actor'] ?? '') !== true;
  if (!evidence.attempts.some(isAsked)) report('confirmed by nobody', where);
}

const sameInBoth = ['workflow', 'command', 'actor', 'onBehalfOf', 'purpose'];

function checkEnds(
  id: string,
  { proposed, step, ends }: Story,
  evidence: Evidence,
  report: ReportViolation,
): void {
  const [end, ...others] = ends;
  const { expiresAt } = dataOf(proposed);
  if (others.length > 0 || (step.length > 0 && end !== undefined && end.type !== 'ProposalConfirmed'))
    report('ended twice', `proposal ${id}`);
  if (end === undefined) {
    if (step.length > 0) report('step without its mark', `proposal ${id}`);
    else if (expiresAt < evidence.dueBefore) report('not expired', `proposal ${id}, due ${expiresAt}`);
    return;
  }
  const where = `position ${end.position}: ${end.type} of proposal ${id}`;
  const { actor = '', actorRole = '' } = end.metadata;
  if (end.type === 'ProposalConfirmed' && (step[0]?.position ?? end.position) >= end.position)
    report('marked before it was taken', where);
  if (end.type === 'ProposalRejected' && !mayEnd(proposed, actor, actorRole, evidence))
    report('rejected by a wrong person', where);
  if (end.type === 'ProposalWithdrawn' && actor !== proposed.metadata['actor'])
    report('withdrawn by another person', where);
  const latest = instantOf(epochMsOf(end.recordedAt) + evidence.clockErrorMs);
  if (end.type === 'ProposalExpired' && (actorRole !== 'system' || latest < expiresAt))
    report('expired too early', where);
}

/** Another person than the first, in a role that the command names. */
const mayEnd = ({ metadata }: RecordedEvent, id: string, role: string, { workflow }: Evidence): boolean =>
  id !== metadata['actor'] &&
  workflow.source.commands[metadata['command'] ?? '']?.confirmedBy?.includes(role) === true;

interface Recorded {
  readonly contentHash: string;
  readonly expiresAt: string;
}

const dataOf = ({ data }: RecordedEvent): Recorded => JSON.parse(data) as Recorded;
const told = ({ contentHash, expiresAt }: Recorded): string => `${contentHash} ${expiresAt}`;
