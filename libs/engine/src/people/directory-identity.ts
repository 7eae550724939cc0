import type { Actor } from '@safeconduct/workflow';
import type { Identity } from '../ports/identity.js';
import type { People } from './people.js';

/** The role of the directory that lets its holder import decisions of others. */
const importer = 'importer';

/**
 * The identity by the directory of people. Until somebody is registered, and for recorded decisions, it asks another one as
 * well.
 */
export const directoryIdentity = (people: Pick<People, 'directory'>, beside: Identity): Identity => ({
  actorOf: (id) => (people.directory.isKept ? people.directory.actor(id) : beside.actorOf(id)),
  recordedActorOf(id) {
    const { directory } = people;
    const known = directory.person(id);
    const recorded = beside.recordedActorOf(id);
    if (known === undefined) return recorded;
    const held = { ...directory.actor(id), id, roles: known.rolesEver };
    return recorded instanceof Promise
      ? recorded.then((other) => together(held, other))
      : together(held, recorded);
  },
  mayImportForOthers: (id) =>
    people.directory.actor(id)?.roles.includes(importer) === true || beside.mayImportForOthers(id),
});

const together = (one: Actor, other: Actor | undefined): Actor => ({
  ...one,
  roles: [...new Set([...one.roles, ...(other?.roles ?? [])])],
});
