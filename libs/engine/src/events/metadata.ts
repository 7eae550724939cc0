import type { ActorInRole, Confirmation, GuardRecord, Instant, RecordedSummary } from '@safeconduct/workflow';
import type { CommonEnvelope, DueDates, Envelope, ProposalEnvelope } from './envelope.js';

/**
 * The envelope as flat metadata and back. The names of metadata are in the log for ever; they are written
 * here and nowhere else (checked). The type `Envelope` documents each of them.
 */
export type Metadata = Readonly<Record<string, string>>;

/** The form of an event without personal values; see `CommonEnvelope.form`. */
export const plainForm = 'json-1';

/** The form of an event with sealed personal values. */
export const sealedForm = 'sealed-1';

/** The metadata of an event of a case; absent values are left out. */
export function caseMetadata(envelope: Omit<Envelope, 'form'>, form = plainForm): Metadata {
  const { summary, due, guards } = envelope;
  const metadata = commonMetadata(envelope, form);
  metadata['workflowVersion'] = String(envelope.workflowVersion);
  metadata['commandHash'] = envelope.commandHash;
  metadata['correlationId'] = envelope.correlationId;
  metadata['state'] = envelope.state;
  if (envelope.causationId !== undefined) metadata['causationId'] = envelope.causationId;
  if (envelope.saidAt !== undefined) metadata['saidAt'] = envelope.saidAt;
  if (envelope.freeOfOrder) metadata['order'] = 'free';
  if (envelope.erases === true) metadata['erases'] = 'person';
  if (envelope.purpose !== undefined) metadata['purpose'] = envelope.purpose;
  if (summary.place !== undefined) metadata['place'] = summary.place;
  if (summary.outcome !== undefined) metadata['outcome'] = summary.outcome;
  if (summary.assignee !== undefined) metadata['assignee'] = summary.assignee;
  if (summary.tags !== undefined) metadata['tags'] = summary.tags;
  if (due !== undefined) metadata['due'] = JSON.stringify(due);
  if (guards.length > 0) metadata['guards'] = JSON.stringify(guards);
  return metadata;
}

/** The metadata of an event of a proposal. */
export function proposalMetadata(envelope: Omit<ProposalEnvelope, 'form'>, form = plainForm): Metadata {
  const metadata = commonMetadata(envelope, form);
  metadata['workflowVersion'] = String(envelope.workflowVersion);
  metadata['commandHash'] = envelope.commandHash;
  metadata['correlationId'] = envelope.correlationId;
  if (envelope.purpose !== undefined) metadata['purpose'] = envelope.purpose;
  return metadata;
}

/** The metadata of a refusal, which is also the common part of every event's metadata. */
export function commonMetadata(
  envelope: Omit<CommonEnvelope, 'form'>,
  form = plainForm,
): Record<string, string> {
  const { actor, confirmation, onBehalfOf, importedBy, proposal } = envelope;
  const metadata: Record<string, string> = {
    form,
    workflow: envelope.workflow,
    fingerprint: envelope.fingerprint,
    command: envelope.command,
    commandId: envelope.commandId,
    actor: actor.id,
    actorRole: actor.role,
  };
  if (confirmation !== undefined) {
    metadata['confirmedBy'] = confirmation.by.id;
    metadata['confirmedByRole'] = confirmation.by.role;
    metadata['confirmedAt'] = confirmation.at;
    metadata['confirmedHash'] = confirmation.contentHash;
  }
  if (onBehalfOf !== undefined) metadata['onBehalfOf'] = onBehalfOf;
  if (importedBy !== undefined) metadata['importedBy'] = importedBy;
  if (proposal !== undefined) metadata['proposal'] = proposal;
  return metadata;
}

/** The metadata of an event of no case, such as of a change of the directory of people. */
export const personMetadata = (
  { actor, command }: Pick<CommonEnvelope, 'actor' | 'command'>,
  form = plainForm,
): Metadata => ({ ...{ form, command, actor: actor.id, actorRole: actor.role } });

/** The metadata of what the system records of an erasure. Who decided it stands in the case. */
export const erasureMetadata: Metadata = { form: plainForm };

/** Whether an event of a case erases its person. */
export const isErasing = (metadata: Metadata): boolean => metadata['erases'] === 'person';

/** The same metadata with other guards and tags: those that a reader may see. */
export function shownMetadata(
  { guards: _guards, tags: _tags, ...others }: Metadata,
  { guards, tags }: { readonly guards: readonly GuardRecord[]; readonly tags: string | undefined },
): Metadata {
  return {
    ...others,
    ...(tags !== undefined && { tags }),
    ...(guards.length > 0 && { guards: JSON.stringify(guards) }),
  };
}

/** Whether the recorded data have sealed values. */
export const isSealed = (metadata: Metadata): boolean => metadata['form'] === sealedForm;

/** Reads metadata, each value when it is first used: a projection uses few of them. */
export class RecordedEnvelope implements Envelope {
  constructor(private readonly metadata: Metadata) {}

  get form(): string {
    return this.text('form');
  }
  get workflow(): string {
    return this.text('workflow');
  }
  get workflowVersion(): number {
    return Number(this.metadata['workflowVersion']);
  }
  get fingerprint(): string {
    return this.text('fingerprint');
  }
  get command(): string {
    return this.text('command');
  }
  get commandId(): string {
    return this.text('commandId');
  }
  get commandHash(): string {
    return this.text('commandHash');
  }
  get correlationId(): string {
    return this.text('correlationId');
  }
  get causationId(): string | undefined {
    return this.metadata['causationId'];
  }
  get actor(): ActorInRole {
    return { id: this.text('actor'), role: this.text('actorRole') };
  }
  get confirmation(): Confirmation | undefined {
    const id = this.metadata['confirmedBy'];
    if (id === undefined) return undefined;
    const by = { id, role: this.text('confirmedByRole') };
    return { by, at: this.text('confirmedAt'), contentHash: this.text('confirmedHash') };
  }
  get onBehalfOf(): string | undefined {
    return this.metadata['onBehalfOf'];
  }
  get importedBy(): string | undefined {
    return this.metadata['importedBy'];
  }
  get proposal(): string | undefined {
    return this.metadata['proposal'];
  }
  get saidAt(): Instant | undefined {
    return this.metadata['saidAt'];
  }
  get freeOfOrder(): boolean {
    return this.metadata['order'] === 'free';
  }
  get erases(): boolean {
    return this.metadata['erases'] === 'person';
  }
  get purpose(): string | undefined {
    return this.metadata['purpose'];
  }
  get state(): string {
    return this.text('state');
  }
  get summary(): RecordedSummary {
    const { place, outcome, assignee, tags } = this.metadata;
    return { place, outcome, assignee, tags };
  }
  get due(): DueDates | undefined {
    const due = this.metadata['due'];
    return due === undefined ? undefined : (JSON.parse(due) as DueDates);
  }
  get guards(): readonly GuardRecord[] {
    const guards = this.metadata['guards'];
    return guards === undefined ? [] : (JSON.parse(guards) as readonly GuardRecord[]);
  }

  private text(name: string): string {
    return this.metadata[name] ?? '';
  }
}
