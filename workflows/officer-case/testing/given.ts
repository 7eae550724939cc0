import { scenarios, type Given } from '@safeconduct/workflow/testing';
import type { Event, Events } from '../events.js';
import { officerCase } from '../index.js';
import { actorOf } from './actors.js';
import { travel, type Journey, type Road } from './journey.js';
import { at, type Leaf } from './roads.js';

const { given } = scenarios(officerCase, actorOf);

/** A scenario that begins in a state, after some more steps. */
export const from = (leaf: Leaf, ...more: Road) => afterwards(travel(more, at(leaf)));

/** A scenario that begins where a journey has led. */
export const afterwards = ({ log }: Journey) => given(...log.map(givenOf));

const givenOf = ({ type, data, occurredAt, actor, confirmation }: Journey['log'][number]) =>
  ({
    ...({ type, data } as Event),
    at: occurredAt,
    by: actor.id,
    confirmedBy: confirmation?.by.id,
  }) as Given<Events>;
