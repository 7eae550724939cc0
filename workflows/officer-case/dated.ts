import type { FactEvent, Instant } from '@safeconduct/workflow';
import type { EventData, Events } from './events.js';

/** The data of an event without its confidential fields, and when it happened. */
export type Dated<T extends keyof Events, Confidential extends string = never> = Readonly<
  Omit<EventData<T>, Confidential> & { at: Instant }
>;

/** The same with who decided it, where another rule asks for a different person. */
export type Signed<T extends keyof Events, Confidential extends string = never> = Dated<T, Confidential> & {
  readonly by: string;
  readonly confirmedBy?: string | undefined;
};

/** Data of an event with the time at which it happened. */
export const dated = <Data extends object>(data: Data, { occurredAt }: FactEvent) => ({
  ...data,
  at: occurredAt,
});

/** The same with who decided it and who confirmed it. */
export const signed = <Data extends object>(data: Data, event: FactEvent) => ({
  ...dated(data, event),
  by: event.actor.id,
  ...(event.confirmation === undefined ? {} : { confirmedBy: event.confirmation.by.id }),
});

/**
 * Of two facts of one kind the later one by `at`; of two at one time the one that was entered last. A fact may be entered
 * after a later one, so the order of entry decides nothing else.
 */
export const newest = <Fact extends { readonly at: Instant }>(
  known: Fact | undefined,
  entered: Fact,
): Fact => (known !== undefined && known.at > entered.at ? known : entered);

/** Facts in the order in which they happened, with one more: it may have happened before those that were entered first. */
export function withOneMore<Fact extends { readonly at: Instant }>(
  known: readonly Fact[],
  entered: Fact,
): readonly Fact[] {
  const later = known.findIndex(({ at }) => at > entered.at);
  return known.toSpliced(later < 0 ? known.length : later, 0, entered);
}

/** The fact, if it had happened by a moment: a fact that is later than the command that asks did not exist then. */
export const happenedBy = <Fact extends { readonly at: Instant }>(
  fact: Fact | undefined,
  now: Instant,
): Fact | undefined => (fact === undefined || fact.at > now ? undefined : fact);
