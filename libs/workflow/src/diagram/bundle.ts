import { childrenOf, isInside, parentOf, type Move, type States } from './moves.js';

const alikeMin = 3;
const exceptionsMax = 2;

/**
 * Draws an arrow that many states share only once. Otherwise a withdrawal that is possible in every state
 * would fill the picture with equal arrows.
 */
export function bundled(moves: readonly Move[], states: States): readonly Move[] {
  const groups = [...states.keys()].filter((path) => childrenOf(path, states).length > 0);
  // The innermost groups first, so that their shared arrows can be shared further up.
  const lifted = groups.toReversed().reduce((some, group) => liftStarts(some, group, states), moves);
  return groups.filter((group) => group !== '').reduce(gatherEnds, lifted);
}

/** The same event from nearly all states of a group to the same state starts at the group. */
function liftStarts(moves: readonly Move[], group: string, states: States): readonly Move[] {
  const children = childrenOf(group, states);
  const own = moves.filter(({ from, except }) => children.includes(from) && except.length === 0);
  return own.reduce((all, first) => {
    const alike = own.filter(
      ({ to, event, guard }) => to === first.to && event === first.event && guard === first.guard,
    );
    const except = children.filter(
      (child) => child !== first.to && !alike.some(({ from }) => from === child),
    );
    if (alike[0] !== first || alike.length < alikeMin || except.length > exceptionsMax) return all;
    return replaced(all, alike, { ...first, from: group, except });
  }, moves);
}

/** The same event from one state to several states of a group ends at the group and names them. */
function gatherEnds(moves: readonly Move[], group: string): readonly Move[] {
  const incoming = moves.filter(
    ({ from, to }) =>
      to !== undefined && parentOf(to) === group && from !== group && !isInside(from, group) && from !== '',
  );
  return incoming.reduce((all, first) => {
    const alike = incoming.filter(({ from, event }) => from === first.from && event === first.event);
    if (alike[0] !== first || alike.length < alikeMin) return all;
    const into = alike.flatMap(({ to }) => to ?? []);
    return replaced(all, alike, { ...first, to: group, into, guard: undefined });
  }, moves);
}

/** Replaces several moves by one, at the index of the first. */
const replaced = (moves: readonly Move[], alike: readonly Move[], one: Move): readonly Move[] =>
  moves.flatMap((move) => (move === alike[0] ? [one] : alike.includes(move) ? [] : [move]));
