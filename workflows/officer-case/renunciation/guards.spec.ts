import { days } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { describeGuards, none } from '../testing/describe-guards.js';
import { at } from '../testing/state-paths.js';
import * as guards from './guards.js';

const { now } = at('relocating.referred');
const declared = (verified?: boolean) => () => ({
  renunciation: { declarationNo: 'RN-1', at: now, verified },
});
const through =
  (channel: 'UNHCR' | 'BILATERAL', more: Partial<Facts> = {}) =>
  ({ relocation }: Facts): Partial<Facts> => ({
    ...more,
    relocation: relocation && { ...relocation, channel },
  });
const eligible = { outcome: 'eligible' };

describeGuards(guards, [
  [guards.observed, 'relocating.referred', 'RENUNCIATION_NOT_DECLARED', { but: none('renunciation') }],
  [guards.observed, 'relocating.referred', 'OBSERVATION_RUNNING', { but: declared(), later: days(90) - 1 }],
  [guards.observed, 'relocating.referred', 'holds', { but: declared(), later: days(90) }],
  [guards.renounced, 'relocating.referred', 'holds', { but: through('BILATERAL'), input: eligible }],
  [
    guards.renounced,
    'relocating.referred',
    'RENUNCIATION_NOT_VERIFIED',
    { but: through('UNHCR', declared(false)()), input: eligible },
  ],
  [
    guards.renounced,
    'relocating.referred',
    'holds',
    { but: through('UNHCR', declared(true)()), input: eligible },
  ],
  [
    guards.renounced,
    'relocating.referred',
    'holds',
    { but: through('UNHCR'), input: { outcome: 'excluded' } },
  ],
]);
