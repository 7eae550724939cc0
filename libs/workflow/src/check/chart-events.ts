import type { AnyWorkflowSource } from '../define-workflow.js';
import type { ChartPaths } from './chart-paths.js';
import { aboutState } from './chart-shape.js';
import { finder, type Finding } from './finding.js';
import { openingEventsOf } from './opening.js';

/** Finds events and commands that no state accepts, and opening events that a state accepts a second time. */
export function checkChartEvents(source: AnyWorkflowSource, paths: ChartPaths): readonly Finding[] {
  const opening = openingEventsOf(source);
  const isAccepted = (type: string) =>
    [...paths.reached].some((leaf) => paths.chart.candidates(leaf, type).length > 0);
  return [
    ...acceptedAgain(source, paths, opening),
    ...neverAccepted(source, (type) => opening.has(type) || isAccepted(type)),
    ...neverOpen(source, isAccepted),
    ...alwaysMoving(source, paths),
    ...movingInBulk(source, paths),
  ];
}

function acceptedAgain(
  source: AnyWorkflowSource,
  { chart }: ChartPaths,
  opening: ReadonlySet<string>,
): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  return chart.leaves.flatMap((leaf) =>
    [...opening]
      .filter((type) => chart.candidates(leaf, type).length > 0)
      .map((type) =>
        report(
          'opening-event-accepted',
          aboutState(leaf),
          `accepts ${type}, which opens a case`,
          'remove the transition: a case is opened once',
        ),
      ),
  );
}

/** A command that is free of order has an event that leaves the case where it is, in some state. */
function alwaysMoving(source: AnyWorkflowSource, { reached, chart }: ChartPaths): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  const stays = (type: string) =>
    [...reached].some((leaf) => chart.candidates(leaf, type).some(({ to }) => to === leaf));
  return Object.entries(source.commands)
    .filter(([, { freeOfOrder, yields }]) => freeOfOrder === true && !yields.some(stays))
    .map(([name]) =>
      report(
        'free-of-order-moves',
        `command ${name}`,
        "is 'freeOfOrder', and its events move the case in every state",
        "remove 'freeOfOrder', or give the chart a transition that stays",
      ),
    );
}

/** A command that may be sent in bulk moves no case, in whichever state it is. */
function movingInBulk(source: AnyWorkflowSource, { reached, chart }: ChartPaths): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  const moves = (type: string) =>
    [...reached].some((leaf) => chart.candidates(leaf, type).some(({ to }) => to !== leaf));
  return Object.entries(source.commands)
    .filter(([, { inBulk, yields }]) => inBulk === true && yields.some(moves))
    .map(([name]) =>
      report(
        'bulk-moves',
        `command ${name}`,
        "is 'inBulk', and one of its events moves a case to another state",
        "remove 'inBulk': what moves a case is decided case by case",
      ),
    );
}

function neverAccepted(source: AnyWorkflowSource, isAccepted: (type: string) => boolean): readonly Finding[] {
  const report = finder(source, 'chart.ts');
  return Object.keys(source.events)
    .filter((type) => !isAccepted(type))
    .map((type) =>
      report(
        'event-never-accepted',
        `event ${type}`,
        'is accepted by no state that a case can reach',
        "add it to the 'on' of a state, with {} when it changes nothing",
      ),
    );
}

function neverOpen(source: AnyWorkflowSource, isAccepted: (type: string) => boolean): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands)
    .filter(([, { opens, yields }]) => opens === undefined && !yields.some(isAccepted))
    .map(([name]) =>
      report(
        'command-never-open',
        `command ${name}`,
        'yields no event that a state accepts, so it can never be sent',
        "add its events to the chart, or correct its 'yields'",
      ),
    );
}
