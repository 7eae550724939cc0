import { lineFrom } from '@safeconduct/workflow';

// What is usually written in a field. Any other text is taken as well, and is recorded as it was typed.

export const contactChannels = ['phone', 'visit', 'relative', 'message', 'partner organisation'] as const;
export const contactChannelField = lineFrom('contactChannel', contactChannels);

export const assuranceChannels = [
  'note verbale',
  'diplomatic meeting',
  'International Committee of the Red Cross',
  'United Nations',
] as const;
export const assuranceChannelField = lineFrom('assuranceChannel', assuranceChannels);

/** On what a person is placed in a facility. */
export const legalBases = [
  'humanitarian admission',
  'HC V 1907, art. 11',
  'GC III 1949, art. 4 B (2)',
] as const;
export const legalBasisField = lineFrom('legalBasis', legalBases);
