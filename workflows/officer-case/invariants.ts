import {
  msBetween,
  type Instant,
  type Invariant,
  type PastEvent,
  type PastRefusal,
} from '@safeconduct/workflow';
import { limits } from './limits.js';
import { meetsHim } from './roles.js';

/** What holds of every case, read from what was recorded of it and from nothing else (domain rules I-1 to I-3). */
export const invariants: readonly Invariant[] = [
  {
    id: 'I-1',
    says: 'nobody crosses without a live consent, a free decision, an accepted risk, a clearance and a fresh yes',
    broken: ({ events }) =>
      firstOf(events, (event, before) =>
        event.type === 'ReturnCrossingConfirmed' ? crossedAgainst(before, event) : undefined,
      ),
  },
  {
    id: 'I-2',
    says: 'a withdrawal is heard at every step of a return and of a relocation, from everybody who meets him',
    broken: ({ refusals }) => refusals.map(unheard).find((how) => how !== undefined),
  },
  {
    id: 'I-3',
    says: 'nobody is moved while a hold stands',
    broken: ({ events }) =>
      firstOf(events, ({ type }, before) =>
        movements.has(type) && holdsAfter(before) > 0 ? `${type} under a hold` : undefined,
      ),
  },
];

const movements: ReadonlySet<string> = new Set([
  'FacilityTransferred',
  'ManifestedForReturn',
  'ReturnMovementStarted',
  'ReturnCrossingConfirmed',
  'RelocationDeparted',
]);

/** What is wrong first, and with which event. `before` has the newest first. */
function firstOf(
  events: readonly PastEvent[],
  wrongWith: (event: PastEvent, before: readonly PastEvent[]) => string | undefined,
): string | undefined {
  for (const [revision, event] of events.entries()) {
    const how = wrongWith(event, events.slice(0, revision).reverse());
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

/** Newest first, so what must come later stands nearer to the front. */
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

/** The assessment that stood when he was put on the list. */
function riskNotAccepted(before: readonly PastEvent[]): string | undefined {
  const manifested = before.findIndex(({ type }) => type === 'ManifestedForReturn');
  const risk = before.slice(manifested).find(({ type }) => type === 'RiskAssessed');
  const { outcome } = (risk?.data ?? {}) as { readonly outcome?: string };
  return outcome === 'NO_SUBSTANTIAL_GROUNDS'
    ? undefined
    : `put on the list with the risk ${outcome ?? 'unknown'}`;
}

function notReconfirmed(since: readonly PastEvent[], consentedAt: Instant): string | undefined {
  const started = since.find(({ type }) => type === 'ReturnMovementStarted');
  const { reconfirmedAt = '' } = (started?.data ?? {}) as { readonly reconfirmedAt?: string };
  return reconfirmedAt > consentedAt ? undefined : 'not asked again after he consented';
}

function unheard({ command, actor, code, state = '' }: PastRefusal): string | undefined {
  const isOpen =
    (command === 'WithdrawConsent' && state.includes('.returning.')) ||
    (command === 'WithdrawRelocation' && /^relocating\.(?!inTransit)/.test(state));
  const mayHear = meetsHim.some((role) => role === actor.role);
  return isOpen && mayHear ? `${command} by ${actor.role} was refused in ${state}: ${code}` : undefined;
}

const holdsAfter = (before: readonly PastEvent[]): number =>
  before.reduce(
    (holds, { type }) => holds + (type === 'HoldPlaced' ? 1 : type === 'HoldReleased' ? -1 : 0),
    0,
  );
