/** A command as a client sends it, again and again under one key until its outcome is known. */
export interface Intent {
  readonly key: string;
  readonly command: string;
  readonly actor: string;
  /** Left out for the command that opens a case. */
  readonly caseId?: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ifMatch?: string;
  /** A unique word in its data. */
  readonly token?: string;
}

/** An acknowledged command. */
export interface Acknowledged {
  readonly key: string;
  readonly command: string;
  readonly caseId: string;
  readonly revision: number;
  readonly position: number;
  readonly events: number;
  /** The server said that it had been recorded before. */
  readonly repeated: boolean;
}

/** All answers that the clients got. Kept in this process, which is not killed. */
export class Promised {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Refused commands and their codes; none of them may ever be in the log. */
  readonly refused = new Map<string, string>();
  /** Commands that were sent and whose answer has not arrived. */
  readonly unknown = new Map<string, Intent>();
  readonly problems: string[] = [];
  repeated = 0;
  /** Commands whose answer was lost, and whether the log has them; this is looked up while no server runs. */
  readonly #lost = new Map<string, boolean | 'not looked up'>();

  sent(intent: Intent): void {
    this.unknown.set(intent.key, intent);
  }

  lose(key: string): void {
    this.#lost.set(key, 'not looked up');
  }

  /** Looks up, between two servers, which of the commands without an answer are in the log. */
  lookUp(isRecorded: (key: string) => boolean): void {
    for (const key of this.#lost.keys()) this.#lost.set(key, isRecorded(key));
  }

  acknowledge(found: Acknowledged): void {
    const { key, repeated } = found;
    const expected = this.#lost.get(key) ?? false;
    if (expected !== 'not looked up' && repeated !== expected) {
      this.problems.push(
        `${key} was ${expected ? '' : 'not '}in the log, and is answered as ${repeated ? 'repeated' : 'new'}`,
      );
    }
    if (repeated) this.repeated += 1;
    this.#settle(key);
    this.acknowledged.set(key, found);
  }

  refuse(key: string, code: string): void {
    this.#settle(key);
    this.refused.set(key, code);
  }

  #settle(key: string): void {
    this.unknown.delete(key);
    this.#lost.delete(key);
  }
}
