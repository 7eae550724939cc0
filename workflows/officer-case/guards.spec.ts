import { describe, expect, it } from '@jest/globals';
import * as appeals from './appeals/guards.js';
import * as assurance from './assurance/guards.js';
import * as corrections from './corrections/guards.js';
import * as fates from './fates/guards.js';
import * as children from './children/guards.js';
import * as custody from './custody/guards.js';
import * as erasure from './erasure/guards.js';
import * as entry from './entry/guards.js';
import * as holds from './holds/guards.js';
import { officerCase } from './index.js';
import * as monitoring from './monitoring/guards.js';
import * as relocation from './relocation/guards.js';
import * as renunciation from './renunciation/guards.js';
import * as returning from './return/guards.js';
import { guardsIn } from './testing/describe-guards.js';

const tracks = [
  appeals,
  corrections,
  fates,
  entry,
  children,
  custody,
  renunciation,
  returning,
  assurance,
  relocation,
  monitoring,
  holds,
  erasure,
];

describe('the guards of all commands', () => {
  it('are those of the tracks, each tested beside its definition, and the one for deadlines', () => {
    const asked = [...officerCase.commands.values()].flatMap(({ guards }) => guards.map(({ id }) => id));
    const tested = tracks.flatMap(guardsIn).map(({ id }) => id);
    expect([...new Set(asked)].sort()).toEqual([...new Set([...tested, 'G-DUE'])].sort());
  });
});
