import { identityForm, type Actor } from '@safeconduct/workflow';
import type { Awaitable } from '../awaitable.js';
import type { Identity } from '../ports/identity.js';
import type { SentCommand } from './sent-command.js';

/** The persons of a sent command. */
export type Senders = Pick<SentCommand, 'actor' | 'confirmation'>;

/**
 * The actor with an id, whatever look-alike of it was typed. An unknown id gives an actor without roles: their commands are refused with
 * `NOT_PERMITTED`, and the attempts are recorded.
 */
export const actorWithId = (identity: Pick<Identity, 'actorOf'>, id: string): Awaitable<Actor> =>
  known(id, (asked) => identity.actorOf(asked));

/** The same for a decision that is recorded; see `Identity`. */
export const recordedActorWithId = (
  identity: Pick<Identity, 'recordedActorOf'>,
  id: string,
): Awaitable<Actor> => known(id, (asked) => identity.recordedActorOf(asked));

function known(id: string, actorOf: Identity['actorOf']): Awaitable<Actor> {
  const asked = identityForm(id);
  const found = actorOf(asked);
  return found instanceof Promise
    ? found.then((actor) => actor ?? unknownActor(asked))
    : (found ?? unknownActor(asked));
}

/**
 * The persons of a command that names them by id, such as a recorded decision: the sender and, where one is
 * named, the second person.
 */
export function sendersOf(
  identity: Pick<Identity, 'recordedActorOf'>,
  { by, confirmedBy }: { readonly by: string; readonly confirmedBy?: string | undefined },
): Awaitable<Senders> {
  const actor = recordedActorWithId(identity, by);
  const second = confirmedBy === undefined ? undefined : recordedActorWithId(identity, confirmedBy);
  if (actor instanceof Promise || second instanceof Promise)
    return Promise.all([actor, second]).then(([one, other]) => senders(one, other));
  return senders(actor, second);
}

const senders = (actor: Actor, second: Actor | undefined): Senders => ({
  actor,
  confirmation: second && { by: second },
});

const unknownActor = (id: string): Actor => ({ id, roles: [] });
