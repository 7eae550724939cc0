import {
  compareText,
  identityForm,
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
        event.type === 'ReturnCrossingConfirmed' ? crossedAgainst(sinceEntry(before()), event) : undefined,
      ),
  },
  {
    id: 'I-2',
    says:
      'the withdrawal of a return is accepted in every state, that of a relocation until the departure, from ' +
      'every role that meets the person',
    broken: ({ refusals }) => refusals.map(refusedWithdrawal).find((how) => how !== undefined),
  },
  {
    id: 'I-3',
    says: 'nobody is moved while a hold stops it, an appeal is pending, or they are missing or may be a child',
    broken: ({ events }) => {
      const stops = new Map<string, Stop>();
      return firstOf(events, (event) => {
        noteStops(stops, event);
        const scope = movements.get(event.type);
        const stop = [...stops.values()].find((each) => scope !== undefined && isStopped(each, scope, event));
        return stop === undefined ? undefined : `${event.type} under ${stop.by}`;
      });
    },
  },
];

/** What stops a movement. */
interface Stop {
  readonly by: 'a hold' | 'an appeal' | 'a search' | 'a doubt about the age';
  readonly at: Instant;
  /** What it stops; everything where it is left out. */
  readonly scope?: readonly string[] | undefined;
}

const isStopped = ({ at, scope: stopped }: Stop, scope: HoldScope, { occurredAt }: PastEvent): boolean =>
  at <= occurredAt && stopped?.includes(scope) !== false;

function noteStops(stops: Map<string, Stop>, { type, data, occurredAt: at, state }: PastEvent): void {
  const { holdNo = '', appealNo = '', scope } = data as Numbered;
  const [hold, appeal] = [`hold ${identityForm(holdNo)}`, `appeal ${identityForm(appealNo)}`];
  if (type === 'HoldPlaced') stops.set(hold, { by: 'a hold', at, scope });
  if (type === 'HoldReleased') stops.delete(hold);
  if (type === 'AppealFiled') stops.set(appeal, { by: 'an appeal', at });
  if (type === 'AppealDecided') stops.delete(appeal);
  if (type === 'PersonReportedMissing' && !stops.has('search')) stops.set('search', { by: 'a search', at });
  if (type === 'PersonLocated' || /^(resolved|returned)/.test(state)) stops.delete('search');
  noteAge(stops, { type, data, at });
}

/** A dispute that is entered after the age was determined, and is older, is settled by it. */
function noteAge(
  stops: Map<string, Stop>,
  { type, data, at }: Pick<PastEvent, 'type' | 'data'> & { readonly at: Instant },
): void {
  const determinedAt = stops.get('determined')?.at ?? '';
  if (type === 'AgeDisputeRaised' && at >= determinedAt)
    stops.set('age', { by: 'a doubt about the age', at });
  if (type !== 'AgeDetermined') return;
  stops.set('determined', { by: 'a doubt about the age', at, scope: [] });
  if ((data as { readonly result?: string }).result === 'adult') stops.delete('age');
}

interface Numbered {
  readonly holdNo?: string;
  readonly appealNo?: string;
  readonly scope?: readonly string[];
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

/** The events of the present stay, the newest first: what a person said before they left counts for no other return. */
function sinceEntry(before: readonly PastEvent[]): readonly PastEvent[] {
  const entry = before.findIndex(({ type }) => type === 'PersonReEntered');
  return entry < 0 ? before : before.slice(0, entry);
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
  return stepMissing(since) ?? riskNotAccepted(before, crossing) ?? notReconfirmed(since, consentedAt);
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

/** The newest finding before the crossing, whatever it is, excludes the risk in the country of origin. */
function riskNotAccepted(before: readonly PastEvent[], crossing: PastEvent): string | undefined {
  const [risk] = before
    .filter(({ type, data }) => type === 'RiskAssessed' && destinationOf(data) === countryOfOrigin)
    .filter(({ occurredAt }) => occurredAt <= crossing.occurredAt)
    // One that was found earlier may have been entered later.
    .toSorted((one, other) => compareText(other.occurredAt, one.occurredAt));
  const { outcome } = (risk?.data ?? {}) as { readonly outcome?: string };
  return outcome === 'NO_SUBSTANTIAL_GROUNDS' ? undefined : `crossed with the risk ${outcome ?? 'unknown'}`;
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
    (command === 'WithdrawConsent' && state !== '') ||
    (command === 'WithdrawRelocation' && /^relocating\.(?!inTransit)/.test(state));
  const meets = meetsPerson.some((role) => role === actor.role);
  return isOpen && meets ? `${command} by ${actor.role} was refused in ${state}: ${code}` : undefined;
}
