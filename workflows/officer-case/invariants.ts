import {
  msBetween,
  type Instant,
  type Invariant,
  type PastEvent,
  type PastRefusal,
} from '@safeconduct/workflow';
import type { HoldScope } from './code-lists.js';
import { limits } from './limits.js';
import { countryOfOrigin } from './registers/countries.js';
import { meetsPerson } from './roles.js';

/** The rules that hold for every case, read from its recorded history alone (domain rules I-1 to I-3). */
export const invariants: readonly Invariant[] = [
  {
    id: 'I-1',
    says:
      'nobody crosses without a valid consent, a free decision, an accepted risk, a clearance and a ' +
      'reconfirmation',
    broken: ({ events }) =>
      firstOf(events, (event, before) =>
        event.type === 'ReturnCrossingConfirmed' ? crossedAgainst(before(), event) : undefined,
      ),
  },
  {
    id: 'I-2',
    says:
      'a withdrawal is accepted at every step of a return and a relocation, from every role that meets ' +
      'the person',
    broken: ({ refusals }) => refusals.map(refusedWithdrawal).find((how) => how !== undefined),
  },
  {
    id: 'I-3',
    says: 'nobody is moved while a hold stands, or while they may be a child',
    broken: ({ events }) => {
      const standing = new Map<string, PastHold>();
      let ageDeterminedAt: Instant = '';
      return firstOf(events, ({ type, data, occurredAt: at }) => {
        const { holdNo = '', scope } = data as Partial<PastHold>;
        if (type === 'HoldPlaced') standing.set(holdNo, { holdNo, scope, at });
        if (type === 'HoldReleased') standing.delete(holdNo);
        if (type === 'AgeDisputeRaised' && at >= ageDeterminedAt) standing.set(age, { holdNo: age, at });
        if (type === 'AgeDetermined') ageDeterminedAt = at;
        if (type === 'AgeDetermined' && isAdult(data)) standing.delete(age);
        const stopped = movements.get(type);
        if (stopped === undefined) return undefined;
        const stops = [...standing.values()].some(
          (hold) => hold.at <= at && hold.scope?.includes(stopped) !== false,
        );
        return stops ? `${type} under a hold` : undefined;
      });
    },
  },
];

/** Stands for the hold that a doubt about the age is. */
const age = ' age';

const isAdult = (data: unknown): boolean => (data as { readonly result?: string }).result === 'adult';

interface PastHold {
  readonly holdNo: string;
  readonly scope?: readonly string[] | undefined;
  readonly at: Instant;
}

/** What is a movement, and the scope of the holds that stop it. */
const movements: ReadonlyMap<string, HoldScope> = new Map([
  ['FacilityTransferred', 'transfer'],
  ['ManifestedForReturn', 'return'],
  ['ReturnMovementStarted', 'return'],
  ['ReturnCrossingConfirmed', 'return'],
  ['RelocationDeparted', 'relocation'],
]);

/** The first event that breaks a rule, and how. `before` answers with the earlier events, the newest first. */
function firstOf(
  events: readonly PastEvent[],
  wrongWith: (event: PastEvent, before: () => readonly PastEvent[]) => string | undefined,
): string | undefined {
  for (const [revision, event] of events.entries()) {
    const how = wrongWith(event, () => events.slice(0, revision).reverse());
    if (how !== undefined) return `revision ${revision}: ${how}`;
  }
  return undefined;
}

function crossedAgainst(before: readonly PastEvent[], crossing: PastEvent): string | undefined {
  const consent = before.findIndex(({ type }) => type === 'ReturnConsentGiven');
  const consentedAt = before[consent]?.occurredAt;
  if (consentedAt === undefined) return 'crossed without consent';
  const since = before.slice(0, consent);
  const ended = since.find(({ type }) => endsConsent.has(type));
  if (ended !== undefined) return `crossed after ${ended.type}`;
  if (msBetween(consentedAt, crossing.occurredAt) >= limits.returnConsentLife)
    return 'the consent was too old';
  return stepMissing(since) ?? riskNotAccepted(before) ?? notReconfirmed(since, consentedAt);
}

const endsConsent: ReadonlySet<string> = new Set(['ReturnConsentWithdrawn', 'ReturnConsentExpired']);

/** The newest first, like the events they are compared with. */
const steps = ['ReturnMovementStarted', 'ManifestedForReturn', 'ReturnCleared', 'VoluntarinessVerified'];

function stepMissing(since: readonly PastEvent[]): string | undefined {
  let last = -1;
  for (const step of steps) {
    const found = since.findIndex(({ type }) => type === step);
    if (found < last || found < 0) return `crossed without ${step} in its place`;
    last = found;
  }
  return undefined;
}

/** Checks the newest assessment at the time when the person was put on the manifest. */
function riskNotAccepted(before: readonly PastEvent[]): string | undefined {
  const manifested = before.findIndex(({ type }) => type === 'ManifestedForReturn');
  const risk = before
    .slice(manifested)
    .find(({ type, data }) => type === 'RiskAssessed' && destinationOf(data) === countryOfOrigin);
  const { outcome } = (risk?.data ?? {}) as { readonly outcome?: string };
  return outcome === 'NO_SUBSTANTIAL_GROUNDS'
    ? undefined
    : `put on the manifest with the risk ${outcome ?? 'unknown'}`;
}

const destinationOf = (data: unknown) => (data as { readonly destination?: string }).destination;

function notReconfirmed(since: readonly PastEvent[], consentedAt: Instant): string | undefined {
  const started = since.find(({ type }) => type === 'ReturnMovementStarted');
  const { reconfirmedAt = '' } = (started?.data ?? {}) as { readonly reconfirmedAt?: string };
  return reconfirmedAt > consentedAt ? undefined : 'not reconfirmed after the consent';
}

/** One that was heard and could not be decided is no refusal: it is a problem by itself until it is decided. */
function refusedWithdrawal({ command, actor, code, state = '' }: PastRefusal): string | undefined {
  if (code === 'HEARD_UNDECIDED') return undefined;
  const isOpen =
    (command === 'WithdrawConsent' && state.includes('.returning.')) ||
    (command === 'WithdrawRelocation' && /^relocating\.(?!inTransit)/.test(state));
  const meets = meetsPerson.some((role) => role === actor.role);
  return isOpen && meets ? `${command} by ${actor.role} was refused in ${state}: ${code}` : undefined;
}
