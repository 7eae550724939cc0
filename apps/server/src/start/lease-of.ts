import type { LeaseOptions, Leases } from '@safeconduct/engine';
import { uuidIds } from '@safeconduct/stores';
import { hostname } from 'node:os';

/** Work that one of several servers over the same stores does. */
export type LeasedRole = 'projections' | 'deadlines' | 'proposals' | 'jobs';

/** How long the others wait for a server that ended without giving it back. */
const forMs = 10_000;

/** The lease for a role's work, for one runner. The holder is another one each time; its first two parts are for people. */
export const leaseOf = ({ leases }: { readonly leases: Leases }, name: LeasedRole): LeaseOptions => ({
  ...{ leases, name, forMs },
  holder: `${hostname()} ${process.pid} ${uuidIds.next()}`,
});
