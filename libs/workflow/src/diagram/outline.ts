import { statesByPath } from '../chart-states.js';
import type { Command, Workflow } from '../define-workflow.js';
import { languages, type Language, type Texts } from '../texts.js';
import { bundled } from './bundle.js';
import type { Arrow, Box, Diagram } from './diagram.js';
import { levelOf, type DiagramLevel } from './level.js';
import { childrenOf, isInside, parentOf, type Move, type States } from './moves.js';

/**
 * A diagram for a program that draws it: boxes have their titles and nothing else, and each label of an arrow is one
 * transition.
 */
export interface Outline extends Diagram {
  readonly boxes: readonly OutlineBox[];
  readonly arrows: readonly OutlineArrow[];
}

export interface OutlineBox extends Box {
  readonly titles: InEachLanguage;
  /** It has states inside, shown or not. */
  readonly isCompound: boolean;
  /** A case that enters the states around this one begins here. */
  readonly isInitial: boolean;
}

export interface OutlineArrow extends Arrow {
  /** One for each label, in the same order. */
  readonly transitions: readonly OutlineTransition[];
}

/** What leads along an arrow: one event, or all events of an arrow between closed states. */
export interface OutlineTransition {
  readonly events: readonly string[];
  /** The command that yields the event; `undefined` for several events. */
  readonly command: string | undefined;
  /** The ids of the guards that this command asks. */
  readonly guards: readonly string[];
  /** States inside the start of the arrow that do not have the transition. */
  readonly except: readonly string[];
  /** States inside the end of the arrow that it leads to, where it does not lead to where these begin. */
  readonly into: readonly string[];
  readonly titles: InEachLanguage;
}

type InEachLanguage = Readonly<Record<Language, string>>;

/**
 * What of a workflow's chart is drawn at a level, laid out for the texts of one language.
 * @throws Error  the level is inside a state that has none inside; see `compoundStates`
 */
export function outlineOf(workflow: Workflow, language: Language, level: DiagramLevel): Outline {
  const { texts, source } = workflow;
  const whole = statesByPath(source.chart);
  const { states, inner, border } = levelOf(whole, level);
  const arrows = [
    ...arrowsOf(bundled(inner, states), (move) => transitionOf(workflow, move)),
    ...mergedArrows(border, workflow),
  ].map((arrow) => ({ ...arrow, labels: arrow.transitions.map(({ titles }) => titles[language]) }));
  const boxes = [...states]
    .filter(([path]) => path !== '')
    .map(([path]) => boxOf(workflow, { path, language, states, whole }));
  return {
    title: texts[language].title,
    description: texts[language].description,
    initial: source.chart.initial ?? '',
    boxes: [...boxes, ...anyBoxes(arrows, language)].sort(byDepth),
    arrows,
  };
}

/** Parents before their children, as `Diagram` promises. */
const byDepth = (one: Box, other: Box): number => one.id.split('.').length - other.id.split('.').length;

interface BoxPlace {
  readonly path: string;
  readonly language: Language;
  /** The states that are shown, and all there are. */
  readonly states: States;
  readonly whole: States;
}

function boxOf(workflow: Workflow, { path, language, states, whole }: BoxPlace): OutlineBox {
  const parent = parentOf(path);
  const titles = inEach(workflow, ({ states: titlesOf }) => titlesOf[path] ?? path);
  const initial = whole.get(path)?.initial;
  const ends = workflow.chart.leaves.filter((leaf) => leaf === path || isInside(leaf, path));
  return {
    id: path,
    kind: childrenOf(path, states).length > 0 ? 'group' : 'leaf',
    text: titles[language],
    parent: states.has(parent) && parent !== '' ? parent : undefined,
    initial: initial === undefined ? undefined : `${path}.${initial}`,
    end: ends.every((leaf) => workflow.chart.ends.has(leaf)),
    stays: [],
    titles,
    isCompound: childrenOf(path, whole).length > 0,
    isInitial: whole.get(parent)?.initial === path.slice(parent === '' ? 0 : parent.length + 1),
  };
}

const anywhere = { en: 'in every state', ar: 'في كل حالة' };

/** Arrows from a state to its own inside begin at a box that stands for all states inside. */
function anyBoxes(arrows: readonly Arrow[], language: Language): readonly OutlineBox[] {
  const ids = new Set(arrows.map(({ from }) => from).filter((from) => from.endsWith('*')));
  return [...ids].map((id) => ({
    ...{ id, kind: 'any', text: anywhere[language], titles: anywhere, initial: undefined, stays: [] },
    parent: parentOf(id) === '' ? undefined : parentOf(id),
    ...{ end: false, isCompound: false, isInitial: false },
  }));
}

type Unlabelled = Omit<OutlineArrow, 'labels'>;

/** The arrows of moves between shown states: one between two boxes, with a transition for each move. */
function arrowsOf(
  moves: readonly Move[],
  transition: (move: Move) => OutlineTransition,
): readonly Unlabelled[] {
  return [...byEnds(moves)].map(([, [first, ...others]]) => ({
    ...endsOf(first),
    transitions: [first, ...others].map(transition),
  }));
}

/** The arrows from or to closed states: one between two boxes, with one transition for all of their events. */
function mergedArrows(moves: readonly Move[], workflow: Workflow): readonly Unlabelled[] {
  return [...byEnds(moves)].map(([, [first, ...others]]) => {
    const events = [...new Set([first, ...others].map(({ event }) => event))];
    const transition = events.length === 1 ? transitionOf(workflow, withoutChoice(first)) : manyOf(events);
    return { ...endsOf(first), transitions: [transition] };
  });
}

/** The rule by which the chart chooses a state inside a closed one is not shown. */
const withoutChoice = (move: Move): Move => ({ ...move, guard: undefined });

function byEnds(moves: readonly Move[]): ReadonlyMap<string, readonly [Move, ...Move[]]> {
  const arrows = new Map<string, [Move, ...Move[]]>();
  for (const move of moves) {
    if (move.to === undefined) continue;
    const { from, to } = endsOf(move);
    const alike = arrows.get(`${from} ${to}`);
    if (alike === undefined) arrows.set(`${from} ${to}`, [move]);
    else alike.push(move);
  }
  return arrows;
}

function endsOf({ from, to = '' }: Move): { readonly from: string; readonly to: string } {
  return { from: isInside(to, from) ? `${from === '' ? '' : `${from}.`}*` : from, to };
}

function transitionOf(workflow: Workflow, { event, guard, except, into }: Move): OutlineTransition {
  const command = commandOf(workflow, event);
  const titles = inEach(workflow, ({ events, guards }) => {
    const title = events[event] ?? event;
    return guard === undefined ? title : `${title} [${guards[guard] ?? guard}]`;
  });
  return {
    ...{ events: [event], except, into, titles },
    command: command?.name,
    guards: (command?.guards ?? []).map(({ id }) => id),
  };
}

const manyOf = (events: readonly string[]): OutlineTransition => ({
  ...{ events, command: undefined, guards: [], except: [], into: [] },
  titles: { en: `events: ${events.length}`, ar: `الأحداث: ${events.length}` },
});

/** The command that exists for an event: the one that yields nothing else, or the first one that yields it. */
function commandOf({ commands }: Workflow, event: string): Command | undefined {
  const yielding = [...commands.values()].filter(({ yields }) => yields.includes(event));
  return yielding.find(({ yields }) => yields.length === 1) ?? yielding[0];
}

const inEach = ({ texts }: Workflow, find: (texts: Texts) => string): InEachLanguage =>
  Object.fromEntries(languages.map((language) => [language, find(texts[language])])) as Record<
    Language,
    string
  >;
