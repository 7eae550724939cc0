import { compareText, identityForm } from '@safeconduct/workflow';
import type { AccessPolicy } from '../access/policy.js';
import type { EmergencyAccess } from '../emergency/emergency-access.js';
import { ReadLogUnavailableError } from '../errors.js';
import type { CaseMoment } from '../moment.js';
import type { Clock } from '../ports/clock.js';
import type { KeyedHashes } from '../ports/key-ring.js';
import type { ReadLog } from '../ports/read-log.js';
import { isLoop, isSystem, type Reader } from '../queries/reader.js';
import { keptForm, type ReadEntry } from './read-entry.js';

export interface ReadRecorderPorts {
  readonly reads: ReadLog;
  readonly policy: AccessPolicy;
  readonly clock: Clock;
  readonly keys: KeyedHashes;
  readonly emergency?: Pick<EmergencyAccess, 'known'> | undefined;
  /** Told of a read by the operator of the machine that was answered without an entry. */
  readonly onUnentered?: ((error: unknown) => void) | undefined;
}

/** What an answer is about. */
export interface Answered {
  readonly cases: readonly string[];
  readonly classes?: Iterable<string>;
  readonly rows: number;
  /** What was searched for: a name, a reference. */
  readonly searched?: string | undefined;
  readonly moment?: CaseMoment | undefined;
}

/** Enters reads in the log of reads. */
export class ReadRecorder {
  /** What each reader was handed over already, by case. A reader is made for one request. */
  readonly #known = new WeakMap<Reader, Map<string, Set<string>>>();

  constructor(private readonly ports: ReadRecorderPorts) {}

  /**
   * When it resolves, the entry is durable and the answer may leave. A loop of the system, whose answers nobody sees, has
   * no entry. The operator of the machine, who has the master key and reads beside the server as well, is answered also
   * where the entry cannot be kept, and is told.
   * @throws ReadLogUnavailableError  it cannot be kept: the answer must not leave
   */
  async enter(reader: Reader, answered: Answered): Promise<void> {
    if (isLoop(reader)) return;
    const { reads, clock, onUnentered } = this.ports;
    try {
      await reads.append(keptForm(this.#entryOf(reader, answered), clock.now()));
    } catch (error) {
      if (!isSystem(reader)) throw new ReadLogUnavailableError(reads.name, error);
      onUnentered?.(error);
    }
    const [caseId] = answered.cases;
    if (answered.cases.length === 1 && caseId !== undefined) this.#remember(reader, caseId, answered);
  }

  /** The same of a look at one case that the request has read already: nothing more is entered unless it shows more. */
  async enterMore(reader: Reader, caseId: string, classes: readonly string[]): Promise<void> {
    const known = this.#known.get(reader)?.get(caseId);
    if (known !== undefined && classes.every((one) => known.has(one))) return;
    await this.enter(reader, { cases: [caseId], classes, rows: 1 });
  }

  #remember(reader: Reader, caseId: string, { classes = [] }: Answered): void {
    const known = this.#known.get(reader) ?? new Map<string, Set<string>>();
    this.#known.set(reader, known);
    known.set(caseId, new Set([...(known.get(caseId) ?? []), ...classes]));
  }

  #entryOf(reader: Reader, { cases, classes = [], rows, searched, moment }: Answered): ReadEntry {
    const { actor, operation, from } = reader;
    return {
      actor: actor.id,
      roles: actor.roles,
      unit: actor.unit ?? null,
      purposes: this.ports.policy.purposesOf(reader),
      operation,
      way: from?.way ?? 'engine',
      address: from?.address ?? null,
      requestId: from?.requestId ?? null,
      searched: searched === undefined ? null : this.#hashOf(searched),
      cases: [...new Set(cases)],
      classes: [...classes].sort(compareText),
      rows,
      moment: moment === undefined ? null : momentText(moment),
      breakGlass: this.#grantOf(reader, cases),
    };
  }

  /** The emergency access under which somebody reads: it is to one case. */
  #grantOf({ actor, purpose }: Reader, [caseId, ...others]: readonly string[]): string | null {
    if (purpose !== 'breakGlass' || caseId === undefined || others.length > 0) return null;
    return this.ports.emergency?.known(actor.id, caseId)?.id ?? null;
  }

  /** Whoever has the key can ask whether a name was searched for; without it nobody finds which names were. */
  #hashOf(searched: string): string {
    return this.ports.keys.keyedHash('read-search', identityForm(searched).toLowerCase(), 'base64url');
  }
}

const momentText = (moment: CaseMoment): string =>
  'revision' in moment ? `revision ${moment.revision}` : `${moment.at} ${moment.clock}`;
