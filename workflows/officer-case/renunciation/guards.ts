import { fails, holds, holdsWith, plus, type Guard } from '@safeconduct/workflow';
import type { relocationChannels, relocationOutcomes } from '../code-lists.js';
import type { Facts } from '../facts.js';
import { limits } from '../limits.js';

/** The person declared the renunciation, and was observed long enough since. */
export const observed: Guard<Facts, unknown, 'RENUNCIATION_NOT_DECLARED' | 'OBSERVATION_RUNNING'> = {
  id: 'G-OBSERVED',
  version: 1,
  codes: ['RENUNCIATION_NOT_DECLARED', 'OBSERVATION_RUNNING'],
  remedies: ['DeclareRenunciation'],
  ask({ renunciation }, { now }) {
    if (renunciation === undefined) return fails('RENUNCIATION_NOT_DECLARED');
    const endsAt = plus(renunciation.at, limits.renunciation);
    return now < endsAt
      ? fails('OBSERVATION_RUNNING', { endsAt })
      : holdsWith({ declaredAt: renunciation.at });
  },
};

/**
 * Resettlement through UNHCR is for refugees, and a former combatant is none before the renunciation is verified. Asked
 * only where the person is found eligible: that somebody is not eligible can always be said.
 */
export const renounced: Guard<
  Facts,
  { readonly outcome: (typeof relocationOutcomes)[number] },
  'RENUNCIATION_NOT_VERIFIED'
> = {
  id: 'G-REN',
  version: 1,
  codes: ['RENUNCIATION_NOT_VERIFIED'],
  remedies: ['VerifyRenunciation'],
  readsInput: true,
  ask({ relocation, renunciation, screening }, { input: { outcome } }) {
    const channel: (typeof relocationChannels)[number] | undefined = relocation?.channel;
    const category = screening?.category ?? 'UNDETERMINED';
    if (channel !== 'UNHCR' || outcome !== 'eligible' || category === 'CIVILIAN_STAFF') return holds;
    return renunciation?.verified === true
      ? holdsWith({ declaredAt: renunciation.at })
      : fails('RENUNCIATION_NOT_VERIFIED', { category });
  },
};
