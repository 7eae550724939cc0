import { assignmentSamples } from '../assignment/testing/samples.js';
import { assuranceSamples } from '../assurance/testing/samples.js';
import { childSamples } from '../children/testing/samples.js';
import type { commands } from '../commands.js';
import { custodySamples } from '../custody/testing/samples.js';
import { entrySamples } from '../entry/testing/samples.js';
import { appealSamples } from '../appeals/testing/samples.js';
import { correctionSamples } from '../corrections/testing/samples.js';
import { erasureSamples } from '../erasure/testing/samples.js';
import { fateSamples } from '../fates/testing/samples.js';
import { holdSamples } from '../holds/testing/samples.js';
import { monitoringSamples } from '../monitoring/testing/samples.js';
import { noteSamples } from '../notes/testing/samples.js';
import { relocationSamples } from '../relocation/testing/samples.js';
import { renunciationSamples } from '../renunciation/testing/samples.js';
import { returnSamples } from '../return/testing/samples.js';
import type { Sample } from './sample.js';

export type CommandName = keyof typeof commands;

/** How each command is sent when everything is in order. */
export const samples: Readonly<Record<CommandName, Sample>> = {
  ...entrySamples,
  ...childSamples,
  ...custodySamples,
  ...renunciationSamples,
  ...returnSamples,
  ...assuranceSamples,
  ...relocationSamples,
  ...monitoringSamples,
  ...fateSamples,
  ...holdSamples,
  ...correctionSamples,
  ...appealSamples,
  ...assignmentSamples,
  ...noteSamples,
  ...erasureSamples,
};

export const commandNames = Object.keys(samples) as readonly CommandName[];
