import type { Chart, ChartState, EventSources, Transition } from '@safeconduct/workflow';
import { holds } from './content.js';
import { systemOf } from './datamodel.js';
import { childrenOf, wordsOf, type Element } from './document.js';
import { matches, statesIn } from './machine.js';

/** A document as a chart in our language, with the id that the document has for each state. */
export interface OurChart {
  readonly chart: Chart<object, EventSources>;
  /** By the dotted path of a state. */
  readonly ids: ReadonlyMap<string, string>;
}

type State = ChartState<object, EventSources>;
type Way = Transition<object, unknown>;

/**
 * An SCXML document as the chart of a workflow. `undefined` when it needs something that our language leaves
 * out on purpose: parallel states, history, eventless transitions, data, and content that does more than
 * write a log line. A descriptor is spelled out for every event that is sent, because our charts have no
 * wildcards.
 */
export function chartIn(document: Element, events: readonly string[]): OurChart | undefined {
  if (![...statesIn(document)].every(fits)) return undefined;
  const paths = pathsOf(document);
  const chart = stateOf(document, events, paths) as Chart<object, EventSources>;
  return { chart, ids: new Map([...paths].map(([{ attributes }, path]) => [path, attributes['id'] ?? ''])) };
}

type Paths = ReadonlyMap<Element, string>;

function fits(state: Element): boolean {
  const transitions = childrenOf(state, 'transition');
  return (
    ['scxml', 'state', 'final'].includes(state.name) &&
    childrenOf(state, 'datamodel', 'script', 'invoke', 'donedata').length === 0 &&
    (isLeaf(state) || initialOf(state) !== undefined) &&
    transitions.every(
      ({ attributes }) => attributes['event'] !== undefined && wordsOf(attributes['target']).length < 2,
    ) &&
    [...transitions, ...childrenOf(state, 'onentry', 'onexit')].every(onlyLogs)
  );
}

const isLeaf = (state: Element): boolean => childrenOf(state, 'state', 'final').length === 0;
const onlyLogs = ({ children }: Element): boolean => children.every(({ name }) => name === 'log');

/** The initial child of a state, when there is one and no content runs on the way. */
function initialOf(state: Element): Element | undefined {
  const children = childrenOf(state, 'state', 'final');
  const [written] = childrenOf(state, 'initial').flatMap((initial) => childrenOf(initial, 'transition'));
  if (written !== undefined && !onlyLogs(written)) return undefined;
  const id = state.attributes['initial'] ?? written?.attributes['target'];
  return id === undefined ? children[0] : children.find(({ attributes }) => attributes['id'] === id);
}

/** Ours are letters and digits alone, so the states are numbered. */
function pathsOf(document: Element): Paths {
  const paths = new Map([[document, '']]);
  for (const state of statesIn(document)) {
    const path = paths.get(state) ?? '';
    for (const child of childrenOf(state, 'state', 'final')) {
      const name = `s${paths.size}`;
      paths.set(child, path === '' ? name : `${path}.${name}`);
    }
  }
  return paths;
}

function stateOf(state: Element, events: readonly string[], paths: Paths): State {
  const nameOf = (child: Element) => (paths.get(child) ?? '').replace(/^.*\./, '');
  const children = childrenOf(state, 'state', 'final').map((child) => [
    nameOf(child),
    stateOf(child, events, paths),
  ]);
  const initial = initialOf(state);
  const on = events.map((event) => [event, waysOf(state, event, paths)] as const);
  return {
    ...(children.length === 0 ? {} : { states: Object.fromEntries(children) as Record<string, State> }),
    ...(initial === undefined ? {} : { initial: nameOf(initial) }),
    ...(state.name === 'final' ? { end: true } : {}),
    on: Object.fromEntries(on.filter(([, ways]) => ways.length > 0)),
  };
}

function waysOf(state: Element, event: string, paths: Paths): readonly Way[] {
  return childrenOf(state, 'transition')
    .filter(({ attributes }) => wordsOf(attributes['event']).some((descriptor) => matches(descriptor, event)))
    .map((transition) => {
      const { target, cond } = transition.attributes;
      const [, path] = [...paths].find(([{ attributes }]) => attributes['id'] === target) ?? [];
      return {
        ...(target === undefined ? {} : { target: path ?? target }),
        ...(cond === undefined ? {} : { guard: guardOf(transition, cond) }),
      };
    });
}

/**
 * There are no data, so the result of such a condition never changes; it is evaluated each time nevertheless.
 */
const guardOf = (transition: Element, cond: string) => ({
  name: cond,
  test: () => holds(transition, {}, { event: undefined, active: [], ...systemOf('', '') }),
});
