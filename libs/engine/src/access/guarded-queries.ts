import type { Workflow } from '@safeconduct/workflow';
import { ReadNotPermittedError } from '../errors.js';
import type { AskedTags } from '../ports/view-queries.js';
import { exact, type Measures } from '../queries/population.js';
import type { FigureName, Queries } from '../queries/queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import { guardedCaseList } from './guarded-case-list.js';
import { guardedEntries } from './guarded-entries.js';
import { guardedExceptions } from './guarded-exceptions.js';
import { guardedLists } from './guarded-lists.js';
import { guardedLog, mustBeSystem, type GuardPorts } from './guarded-log.js';
import { guardedProposals } from './guarded-proposals.js';
import type { FigureAccess } from './policy.js';
import { roundedTo, rounding } from './rounded.js';

/** The whole door behind the policy: the log (`guardedLog`), lists (`guardedCaseList`, `guardedLists`) and figures. */
export function guardedQueries(inner: Queries, ports: GuardPorts): Queries {
  const lists = {
    ...guardedLog(inner, ports),
    ...guardedCaseList(inner, ports),
    ...guardedLists(inner, ports),
  };
  return {
    ...lists,
    ...guardedEntries(inner, ports, lists),
    ...guardedFigures(inner, ports),
    ...guardedProposals(inner, ports),
    ...guardedExceptions(inner, ports),

    // How far the views are, and when a deadline passed last, says nothing of any case.
    lastPassed: (reader) => inner.lastPassed(reader),
    generations: (reader) => inner.generations(reader),
    reached: (reader, asked) => inner.reached(reader, asked),
    waitFor: (reader, asked) => inner.waitFor(reader, asked),
    progress: (reader) => inner.progress(reader),

    async passedDeadlines(reader, asked) {
      mustBeSystem(reader);
      return inner.passedDeadlines(reader, asked);
    },
    async recordedDefinitions(reader) {
      mustBeSystem(reader);
      return inner.recordedDefinitions(reader);
    },
    async verifyViews(reader, asked) {
      mustBeSystem(reader);
      return inner.verifyViews(reader, asked);
    },
  };
}

type Figures = Pick<Queries, FigureName>;

type TimesAsked = Parameters<Queries['populationAges' | 'populationMoves']>[1];

/**
 * Figures of the cases that the matrix names. A figure about cases that the reader does not see, or about a tag that they
 * do not see, is rounded.
 * @throws ReadNotPermittedError  the reader gets no figures of the workflow
 */
function guardedFigures(inner: Queries, { policy, keys }: GuardPorts): Figures {
  const { measure, flows } = rounding(keys);

  function figuresOf(reader: Reader, workflow: Workflow): FigureAccess {
    const figures = policy.figuresOf(reader, workflow);
    if (figures === undefined) throw new ReadNotPermittedError(reader.operation, reader.purpose);
    return figures;
  }

  const isRounded = ({ isExact, hiddenTags }: FigureAccess, tags: readonly string[]): boolean =>
    !isExact || tags.some((tag) => hiddenTags.includes(tag));

  function narrowed(reader: Reader, workflow: Workflow, tags: AskedTags = {}) {
    if (isSystem(reader)) return {};
    const figures = figuresOf(reader, workflow);
    const { place, hiddenTags } = figures;
    const measures: Measures = isRounded(figures, Object.keys(tags))
      ? { of: measure }
      : { ...exact, ofTags: { names: hiddenTags, of: measure } };
    return { place, measures };
  }

  /** Of what a reader gets times, and how the figures beside them are made. */
  function timed(reader: Reader, { workflow, tags = {}, place }: TimesAsked) {
    const figures = figuresOf(reader, workflow);
    return {
      place: figures.place ?? place,
      ...(isRounded(figures, Object.keys(tags)) && { measure }),
    };
  }

  return {
    population: async (reader, asked) =>
      inner.population(reader, { ...asked, ...narrowed(reader, asked.workflow, asked.tags) }),
    async ledgerCounts(reader, asked) {
      if (isSystem(reader)) return inner.ledgerCounts(reader, asked);
      const figures = figuresOf(reader, asked.workflow);
      const measuresOf = (tags: readonly string[]): Measures =>
        isRounded(figures, tags) ? { of: measure } : exact;
      return inner.ledgerCounts(reader, { ...asked, place: figures.place, measuresOf });
    },
    populationSeries: async (reader, asked) =>
      inner.populationSeries(reader, { ...asked, ...narrowed(reader, asked.workflow, asked.tags) }),
    async populationFlows(reader, asked) {
      const figures = figuresOf(reader, asked.workflow);
      const found = await inner.populationFlows(reader, { ...asked, place: figures.place ?? asked.place });
      return isRounded(figures, Object.keys(asked.tags ?? {}))
        ? { roundedTo, flows: flows(asked.workflow.name, found.flows) }
        : found;
    },
    populationAges: async (reader, asked) =>
      inner.populationAges(reader, { ...asked, ...timed(reader, asked) }),
    populationMoves: async (reader, asked) =>
      inner.populationMoves(reader, { ...asked, ...timed(reader, asked) }),
  };
}
