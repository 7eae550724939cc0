import { when, type On, type State } from '../chart-parts.js';

/** Accepted wherever the person is in the host country: the age may come into doubt at any time. */
export const age: On = {
  AgeDisputeRaised: {},
  AgeDetermined: {},
  TransferredToChildProtection: 'resolved',
};

/** A person who may be a child waits apart from combatants, before any screening. */
export const childTrack: State = {
  on: {
    AgeDetermined: {
      target: 'entered.intake',
      guard: when<'AgeDetermined'>('found to be an adult', ({ result }) => result === 'adult'),
    },
  },
};
