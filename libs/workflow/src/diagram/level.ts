import { statesByPath } from '../chart-states.js';
import { leafBelow } from '../compile-chart.js';
import type { Workflow } from '../define-workflow.js';
import { childrenOf, isInside, movesOf, parentOf, type Move, type States } from './moves.js';

/** How much of a chart is drawn: all of it, its states at the top closed, or the inside of one state. */
export type DiagramLevel = 'all' | 'top' | { readonly inside: string };

/** The states of which the inside can be drawn: those that have one. */
export function compoundStates({ source }: Workflow): readonly string[] {
  const states = statesByPath(source.chart);
  return [...states.keys()].filter((path) => path !== '' && childrenOf(path, states).length > 0);
}

/** The states and moves of a level. */
export interface ShownLevel {
  readonly states: States;
  /** Moves of which both ends are shown as they are. */
  readonly inner: readonly Move[];
  /** Moves from or to a closed state, whose ends stand for what is inside. */
  readonly border: readonly Move[];
}

/** Of a state's inside, the states around it that a move joins to it are shown too, closed. */
export function levelOf(whole: States, level: DiagramLevel): ShownLevel {
  const moves = movesOf(whole);
  if (level === 'all') return { states: whole, inner: moves, border: [] };
  if (level === 'top') return topLevel(whole, moves);
  return insideOf(level.inside, whole, moves);
}

/** A move from every state is a move from each of them, so that what leads from one state to another is whole. */
function topLevel(whole: States, moves: readonly Move[]): ShownLevel {
  const tops = childrenOf('', whole);
  const border = moves.flatMap((move) => {
    const to = move.to === undefined ? undefined : topOf(move.to);
    return (move.from === '' ? tops : [topOf(move.from)])
      .filter((from) => to !== undefined && from !== to)
      .map((from) => ({ ...move, from, to }));
  });
  return { states: only(whole, ['', ...tops]), inner: [], border };
}

function insideOf(group: string, whole: States, moves: readonly Move[]): ShownLevel {
  const placed = moves.map((move) => ({
    ...move,
    from: placeOf(move.from, group),
    to: move.to === undefined ? undefined : placeOf(leafOutside(move.to, group, whole), group),
  }));
  const isHere = (path: string) => path === group || isInside(path, group);
  const shown = placed.filter(({ from, to }) => to !== undefined && from !== to);
  const inner = shown.filter(({ from, to = '' }) => isHere(from) && isHere(to));
  const border = shown.filter(({ from, to = '' }) => isHere(from) !== isHere(to));
  const around = border.flatMap(({ from, to = '' }) => [from, to]).filter((path) => !isHere(path));
  const here = [...whole.keys()].filter(isHere);
  return { states: only(whole, ['', ...here, ...around]), inner, border };
}

/** A target around the group is the leaf that is entered there. */
const leafOutside = (to: string, group: string, whole: States): string =>
  isInside(group, to) ? leafBelow(to, whole) : to;

/** The box that stands for a state in the drawing of a group's inside: what is around the group is the group itself. */
function placeOf(path: string, group: string): string {
  if (path === group || isInside(path, group)) return path;
  if (isInside(group, path)) return group;
  const sibling = parentOf(path);
  return isInside(group, sibling) ? path : placeOf(sibling, group);
}

const topOf = (path: string): string => path.split('.')[0] as string;

const only = (states: States, paths: readonly string[]): States =>
  new Map([...states].filter(([path]) => paths.includes(path)));
