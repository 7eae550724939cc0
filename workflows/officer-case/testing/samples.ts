import type { commands } from '../commands.js';
import type { Sample } from './sample.js';
import { acrossSamples, afterSamples } from './samples/after.js';
import { assuranceSamples } from './samples/assurance.js';
import { custodySamples } from './samples/custody.js';
import { entrySamples } from './samples/entry.js';
import { relocationSamples } from './samples/relocation.js';
import { returnSamples } from './samples/return.js';

export type CommandName = keyof typeof commands;

/** How each command is sent when everything is in order. */
export const samples: Readonly<Record<CommandName, Sample>> = {
  ...entrySamples,
  ...custodySamples,
  ...returnSamples,
  ...assuranceSamples,
  ...relocationSamples,
  ...afterSamples,
  ...acrossSamples,
};

export const commandNames = Object.keys(samples) as readonly CommandName[];
