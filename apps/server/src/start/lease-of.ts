import type { LeaseOptions, ViewStore } from '@safeconduct/engine';
import { uuidIds } from '@safeconduct/stores';
import { hostname } from 'node:os';

/** Work that one of several servers over the same stores does. */
export type LeasedRole = 'projections' | 'deadlines';

/** Names this start of this process, or of a thread of it; the first two parts are for people. */
const holder = `${hostname()} ${process.pid} ${uuidIds.next()}`;

/** How long the others wait for a server that ended without a word. */
const forMs = 10_000;

/** The lease that this process needs to do a role's work. */
export const leaseOf = ({ leases }: Pick<ViewStore, 'leases'>, name: LeasedRole): LeaseOptions => ({
  ...{ leases, name, holder, forMs },
});
