import { compareText, plus, type Deadline, type Instant } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { endOfValidity } from '../field.js';
import { limits } from '../limits.js';
import type { Role } from '../roles.js';
import type { Relocation } from './facts.js';

/** The deadlines at the end of the admission or of the exit permit, whichever is first, and of the arrival. */
export const relocationDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  relocationValidity: {
    role: 'relocation',
    dueAt: ({ relocation }, state) =>
      relocation !== undefined && (state === 'relocating.predeparture' || state === 'relocating.ready')
        ? firstExpiry(relocation)
        : undefined,
    then: 'ExpireRelocationValidity',
  },
  arrival: {
    role: 'relocation',
    dueAt: ({ relocation }, state) =>
      state === 'relocating.inTransit' && relocation?.departure !== undefined
        ? plus(relocation.departure.at, limits.arrival)
        : undefined,
  },
};

/** A paper that has been reported as expired is not reported again. */
function firstExpiry({ acceptance, permit, lapsedAt }: Relocation): Instant | undefined {
  return [acceptance, permit]
    .flatMap((paper) => (paper === undefined ? [] : [endOfValidity(paper.validUntil)]))
    .filter((end) => lapsedAt === undefined || end > lapsedAt)
    .sort(compareText)[0];
}
