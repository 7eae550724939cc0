import { scenarios, type Given } from '@safeconduct/workflow/testing';
import type { Event, Events } from '../events.js';
import { officerCase } from '../index.js';
import { actorOf } from './actors.js';
import { sendAll, type CaseRun, type Steps } from './case-run.js';
import { at, type Leaf } from './state-paths.js';

const { given } = scenarios(officerCase, actorOf);

/** A scenario that begins in a state, after further commands. */
export const from = (leaf: Leaf, ...more: Steps) => afterwards(sendAll(more, at(leaf)));

/** A scenario that begins with the history of a run. */
export const afterwards = ({ log }: CaseRun) => given(...log.map(givenOf));

const givenOf = ({ type, data, occurredAt, actor, confirmation }: CaseRun['log'][number]) =>
  ({
    ...({ type, data } as Event),
    at: occurredAt,
    by: actor.id,
    confirmedBy: confirmation?.by.id,
  }) as Given<Events>;
