import {
  upcast,
  type FactEvent,
  type Instant,
  type Refusal,
  type RefusalCode,
  type Workflow,
} from '@safeconduct/workflow';
import type { Withheld } from '../access/withheld.js';
import { HistoryDivergedError } from '../errors.js';
import type { RecordedEvent } from '../ports/event-store.js';
import type { SubjectKey } from '../ports/subject-keys.js';
import { closedData, type OpenedData } from '../sealing/sealed-data.js';
import type { CommonEnvelope, Envelope } from './envelope.js';
import { isSealed, RecordedEnvelope } from './metadata.js';
import type { ProposalEvent } from './proposal-event.js';
import { openedDataOf } from './recorded-data.js';

/** The workflows this process knows, by name. */
export type Register = ReadonlyMap<string, Workflow>;

export const registerOf = (workflows: readonly Workflow[]): Register =>
  new Map(workflows.map((workflow) => [workflow.name, workflow]));

/** An event as it was read: of a case, of what it refused, of what waits for a second person, or of none of these. */
export type ReadEvent = CaseEvent | RefusalEvent | ProposalEvent | OtherEvent;

/** An event of a case. What is expensive to read is read when it is first asked for. */
export interface CaseEvent {
  readonly kind: 'case';
  readonly recorded: RecordedEvent;
  readonly caseId: string;
  readonly envelope: Envelope;
  /** The state the event led to under its name of today (`formerly`); `envelope.state` is the recorded name. */
  readonly state: string;
  /** @throws HistoryDivergedError  the workflow is not registered in this process */
  readonly workflow: Workflow;
  /**
   * The data in the current shape of its type. Of a person whose keys were destroyed each personal text is `erased`, each
   * list empty, anything else null.
   * @throws SealBrokenError  personal values cannot be opened
   */
  readonly data: unknown;
  /** The same in the shape in which they were recorded. */
  readonly recordedData: unknown;
  /** When the keys of its personal values were destroyed; `undefined` where they can be read or there are none. */
  readonly erasedAt: Instant | undefined;
  /** What the fold takes. */
  readonly fact: FactEvent;
  /** What is left out of the data, because the reader may not see it; nothing, when it is left out itself. */
  readonly withheld?: readonly Withheld[] | undefined;
}

/** A command that was understood and refused. */
export interface RefusalEvent {
  readonly kind: 'refusal';
  readonly recorded: RecordedEvent;
  readonly caseId: string;
  readonly envelope: CommonEnvelope;
  readonly data: RefusalReasons;
  /**
   * What was heard; `undefined` where nothing was kept, null where the keys of its person were destroyed.
   * @throws SealBrokenError  it cannot be opened
   */
  readonly heard: unknown;
}

/** An event of a stream that belongs to no case. */
export interface OtherEvent {
  readonly kind: 'other';
  readonly recorded: RecordedEvent;
}

export const refusedEventType = 'CommandRefused';

/**
 * The data of a `CommandRefused` event. Codes and what the guards looked at; what was typed only where it would be lost
 * otherwise, in `heard`.
 */
export interface CommandRefused {
  readonly code: RefusalCode;
  readonly state: string | null;
  /** The last revision of the case, -1 when it was not open. */
  readonly revision: string;
  readonly refusals: NonNullable<Refusal['refusals']>;
  /**
   * The input of a command that is always heard and was not carried out: it could not be decided (`HEARD_UNDECIDED`), or
   * the state has no place for it. In the shape of the command's form, and personal as the fields of that form are.
   */
  readonly heard?: unknown;
}

/** What an event is read with. */
interface ReadingMeans {
  readonly register: Register;
  /** The keys of its person, where it has sealed values. */
  readonly key: SubjectKey | undefined;
}

/** What can be read without keys. */
export type RefusalReasons = Omit<CommandRefused, 'heard'>;

/** See `CaseEvent`. */
export class RecordedCaseEvent implements CaseEvent {
  readonly kind = 'case';
  readonly envelope: Envelope;
  #workflow: Workflow | undefined;
  #opened: OpenedData | undefined;
  #data: { readonly value: unknown } | undefined;
  #fact: FactEvent | undefined;

  constructor(
    readonly recorded: RecordedEvent,
    readonly caseId: string,
    private readonly means: ReadingMeans,
  ) {
    this.envelope = new RecordedEnvelope(recorded.metadata);
  }

  get workflow(): Workflow {
    return (this.#workflow ??= workflowNamed(this.means.register, this.envelope.workflow, this.recorded));
  }

  get state(): string {
    const { workflow, state } = this.envelope;
    return this.means.register.get(workflow)?.chart.nameNow(state) ?? state;
  }

  get data(): unknown {
    const { type, schemaVersion } = this.recorded;
    this.#data ??= { value: upcast(this.workflow, type, schemaVersion, this.recordedData) };
    return this.#data.value;
  }

  get recordedData(): unknown {
    return this.#open().data;
  }

  get erasedAt(): Instant | undefined {
    return this.#open().erasedAt;
  }

  #open(): OpenedData {
    return (this.#opened ??= openedDataOf(this.recorded, this.caseId, this.means.key));
  }

  get fact(): FactEvent {
    return (this.#fact ??= factOf(this, this.data));
  }
}

/** What the fold takes of an event, with these data. */
export function factOf(
  { recorded, envelope }: Pick<CaseEvent, 'recorded' | 'envelope'>,
  data: unknown,
): FactEvent {
  const { type, occurredAt } = recorded;
  const { saidAt, actor, confirmation, onBehalfOf } = envelope;
  return { type, data, occurredAt, saidAt, actor, confirmation, onBehalfOf };
}

/** See `RefusalEvent`. */
export class RecordedRefusal implements RefusalEvent {
  readonly kind = 'refusal';
  readonly envelope: CommonEnvelope;
  #data: CommandRefused | undefined;

  constructor(
    readonly recorded: RecordedEvent,
    readonly caseId: string,
    private readonly key: SubjectKey | undefined,
  ) {
    this.envelope = new RecordedEnvelope(recorded.metadata);
  }

  get data(): RefusalReasons {
    const { metadata, data } = this.recorded;
    return (this.#data ??= (isSealed(metadata) ? closedData(data) : JSON.parse(data)) as CommandRefused);
  }

  get heard(): unknown {
    return (openedDataOf(this.recorded, this.caseId, this.key).data as CommandRefused).heard;
  }
}

function workflowNamed(register: Register, name: string, { stream, revision }: RecordedEvent): Workflow {
  const workflow = register.get(name);
  if (workflow !== undefined) return workflow;
  throw new HistoryDivergedError(stream, revision, `workflow '${name}' is not registered`);
}
