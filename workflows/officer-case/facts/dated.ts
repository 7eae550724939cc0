import type { FactEvent } from '@safeconduct/workflow';

/** What an event said, with the moment it happened. */
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
