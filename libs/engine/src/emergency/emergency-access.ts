import {
  epochMsOf,
  instantOf,
  type Access,
  type Actor,
  type ActorInRole,
  type Instant,
  type Workflow,
} from '@safeconduct/workflow';
import { RevisionConflictError, SubjectErasedError } from '../errors.js';
import type { Register } from '../events/case-event.js';
import { RecordedEnvelope } from '../events/metadata.js';
import { readStream } from '../events/read-stream.js';
import { caseStream, emergencyStream } from '../events/streams.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, RecordedEvent } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import { isDestroyed, type LiveSubjectKey, type SubjectKeys } from '../ports/subject-keys.js';
import { mustBeKnown } from '../queries/check-names.js';
import {
  decideAccess,
  decideAccessToAny,
  isReviewer,
  refusedEnd,
  refusedReview,
  roleFor,
  type EmergencyRefusal,
  type EmergencyReviewers,
} from './decide-emergency.js';
import { grantEvent, grantOfEvent, grantsAfter, textIn, type GrantFact } from './grant-events.js';
import {
  emergencyStatus,
  isActive,
  type EmergencyGrant,
  type EmergencyStatus,
  type EmergencyTrigger,
  type EmergencyVerdict,
} from './grant.js';

export interface EmergencyPorts {
  readonly events: EventStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly subjects: SubjectKeys;
  readonly register: Register;
}

/** What somebody asks for. */
export interface AskedAccess {
  readonly actor: Actor;
  readonly caseId: string;
  readonly trigger: EmergencyTrigger;
  /** Why, in their words. */
  readonly text: string;
  /** Left out: all that can be given. */
  readonly classes?: readonly string[] | undefined;
  readonly minutes: number;
}

/** A grant as it is shown: with its status, and what was written of it. */
export interface ShownGrant extends EmergencyGrant {
  readonly status: EmergencyStatus;
  /** `undefined` where the keys of the case were destroyed. */
  readonly text: string | undefined;
  readonly reviewText: string | undefined;
}

export type EmergencyOutcome =
  | { readonly accepted: true; readonly grant: EmergencyGrant }
  | { readonly accepted: false; readonly refusal: EmergencyRefusal };

const nobody: EmergencyReviewers = { unit: [], all: [] };
const minuteMs = 60_000;

/**
 * Emergency access to single cases, recorded in one stream of the log, so that each step is decided by everything that was
 * recorded, on however many servers. Those who review it see it from the moment at which it is recorded.
 */
export class EmergencyAccess {
  #grants: ReadonlyMap<string, EmergencyGrant> = new Map();
  #events: readonly RecordedEvent[] = [];

  private constructor(private readonly ports: EmergencyPorts) {}

  static async open(ports: EmergencyPorts): Promise<EmergencyAccess> {
    const access = new EmergencyAccess(ports);
    await access.refresh();
    return access;
  }

  /** Takes in what was recorded since. @throws StoreUnavailableError */
  async refresh(): Promise<void> {
    const found = await readStream(this.ports.events, emergencyStream, BigInt(this.#events.length));
    // Two refreshes may have read the same events.
    const unknown = found.filter(({ revision }) => revision >= BigInt(this.#events.length));
    this.#grants = unknown.reduce(grantsAfter, this.#grants);
    this.#events = [...this.#events, ...unknown];
  }

  /** The grant under which somebody reads a case now, as this process knows it. */
  known(person: string, caseId: string): EmergencyGrant | undefined {
    const now = this.ports.clock.now();
    return [...this.#grants.values()].find(
      (grant) => grant.person === person && grant.caseId === caseId && isActive(grant, now),
    );
  }

  /** The same, also where another server gave or ended it. @throws StoreUnavailableError */
  async grantFor(person: string, caseId: string): Promise<EmergencyGrant | undefined> {
    await this.refresh();
    return this.known(person, caseId);
  }

  /**
   * Gives access. When it resolves it is durable, and those who review it see it.
   * @throws UnknownNameError  the workflow of the case has no such data class
   * @throws SubjectErasedError  the person of the case was erased
   * @throws StoreUnavailableError  outcome unknown; whether it was given, the list says
   */
  take({ actor, caseId, trigger, text, classes, minutes }: AskedAccess): Promise<EmergencyOutcome> {
    return this.#decide(async (now) => {
      const workflow = await this.#workflowOf(caseId);
      if (workflow === undefined) return 'CASE_NOT_FOUND';
      const { access, name } = workflow;
      mustBeClasses(access, classes);
      const given = decideAccess([...this.#grants.values()], { access, actor, caseId, classes, now });
      const role = roleFor(access, actor);
      if (typeof given === 'string') return given;
      if (role === undefined) return 'NO_EMERGENCY_ACCESS';
      const until = instantOf(epochMsOf(now) + minutes * minuteMs);
      const data = {
        ...{ grant: this.ports.ids.next(), case: caseId, workflow: name, unit: actor.unit ?? null },
        ...{ trigger, classes: given, until, text },
      };
      return { fact: { type: 'EmergencyAccessTaken', data }, by: { id: actor.id, role } };
    });
  }

  /**
   * Why somebody gets access to no case of a workflow, whichever they ask for; `undefined` when they would get it. To be asked
   * before a case is looked for by something that can be guessed.
   * @throws UnknownNameError  the workflow has no such data class
   */
  async refusedToAny(
    { access }: Pick<Workflow, 'access'>,
    { actor, classes }: Pick<AskedAccess, 'actor' | 'classes'>,
  ): Promise<EmergencyRefusal | undefined> {
    mustBeClasses(access, classes);
    await this.refresh();
    const now = this.ports.clock.now();
    const given = decideAccessToAny(this.#grants.values(), { access, actor, classes, now });
    return typeof given === 'string' ? given : undefined;
  }

  /** Ends it before its time. */
  end(actor: Actor, id: string): Promise<EmergencyOutcome> {
    return this.#decide((now) => {
      const grant = this.#grants.get(id);
      if (grant === undefined) return 'GRANT_NOT_FOUND';
      const refusal = refusedEnd(grant, actor, { now, reviewers: this.#reviewersOf(grant) });
      const data = { grant: id, case: grant.caseId };
      return refusal ?? { fact: { type: 'EmergencyAccessEnded', data }, by: inAnyRole(actor) };
    });
  }

  /** Records the verdict of another person. */
  review(
    actor: Actor,
    id: string,
    { verdict, text }: { readonly verdict: EmergencyVerdict; readonly text: string },
  ): Promise<EmergencyOutcome> {
    return this.#decide((now) => {
      const grant = this.#grants.get(id);
      if (grant === undefined) return 'GRANT_NOT_FOUND';
      const refusal = refusedReview(grant, actor, { now, reviewers: this.#reviewersOf(grant) });
      const data = { grant: id, case: grant.caseId, verdict, text };
      return refusal ?? { fact: { type: 'EmergencyAccessReviewed', data }, by: inAnyRole(actor) };
    });
  }

  /** The grants that somebody took or reviews, the newest first; all of them for the operator of the machine. */
  async grantsOf(actor: Actor | 'operator'): Promise<readonly ShownGrant[]> {
    await this.refresh();
    const seen = [...this.#grants.values()].filter(
      (grant) =>
        actor === 'operator' ||
        grant.person === actor.id ||
        isReviewer(grant, actor, this.#reviewersOf(grant)),
    );
    const keys = await this.ports.subjects.find([...new Set(seen.map(({ caseId }) => caseId))]);
    const textOf = (grant: EmergencyGrant, type: GrantFact['type']) => {
      const event = this.#events.find((one) => one.type === type && grantOfEvent(one) === grant.id);
      return event && textIn(event, grant.caseId, keys.get(grant.caseId));
    };
    const now = this.ports.clock.now();
    return seen.reverse().map((grant) => ({
      ...grant,
      status: emergencyStatus(grant, now),
      text: textOf(grant, 'EmergencyAccessTaken'),
      reviewText: textOf(grant, 'EmergencyAccessReviewed'),
    }));
  }

  /** Those that wait for somebody: to be looked at while they run, and to be reviewed when they are over. */
  async waitingFor(actor: Actor | 'operator'): Promise<readonly ShownGrant[]> {
    const own = actor === 'operator' ? undefined : actor.id;
    const grants = await this.grantsOf(actor);
    return grants.filter(({ person, status }) => person !== own && status !== 'reviewed');
  }

  async #workflowOf(caseId: string) {
    const [first] = await this.ports.events.readStream(caseStream(caseId), { from: 0n, limit: 1 });
    return first && this.ports.register.get(new RecordedEnvelope(first.metadata).workflow);
  }

  #reviewersOf({ workflow }: EmergencyGrant): EmergencyReviewers {
    return this.ports.register.get(workflow)?.access.reviewers ?? nobody;
  }

  /** Decides by everything that is recorded, and again where another server or caller was first. */
  async #decide(decide: (now: Instant) => Decision | Promise<Decision>): Promise<EmergencyOutcome> {
    for (;;) {
      await this.refresh();
      const now = this.ports.clock.now();
      const decided = await decide(now);
      if (typeof decided === 'string') return { accepted: false, refusal: decided };
      const { fact } = decided;
      try {
        await this.#record(decided, now);
        return { accepted: true, grant: this.#grants.get(fact.data.grant) as EmergencyGrant };
      } catch (error) {
        if (!(error instanceof RevisionConflictError)) throw error;
      }
    }
  }

  async #record({ fact, by }: Exclude<Decision, string>, occurredAt: Instant): Promise<void> {
    const { events, ids } = this.ports;
    const key = await this.#keyOf(fact.data.case);
    const event = grantEvent(fact, { eventId: ids.next(), by, occurredAt, key });
    const count = this.#events.length;
    const expected = count === 0 ? 'noStream' : BigInt(count - 1);
    await events.append([{ stream: emergencyStream, expected, events: [event] }]);
    await this.refresh();
  }

  async #keyOf(caseId: string): Promise<LiveSubjectKey> {
    const key = await this.ports.subjects.make(caseId);
    if (isDestroyed(key)) throw new SubjectErasedError(caseId, key.destroyedAt);
    return key;
  }
}

type Decision = EmergencyRefusal | { readonly fact: GrantFact; readonly by: ActorInRole };

function mustBeClasses(access: Access, classes: readonly string[] = []): void {
  for (const one of classes) mustBeKnown('dataClass', one, { known: access.classes });
}

const inAnyRole = ({ id, roles }: Actor): ActorInRole => ({ id, role: roles[0] ?? '' });
