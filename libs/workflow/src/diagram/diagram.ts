import { statesByPath } from '../chart-states.js';
import type { Command, Workflow } from '../define-workflow.js';
import type { Language, Texts } from '../texts.js';
import { bundled } from './bundle.js';
import { childrenOf, isInside, movesOf, parentOf, type Move } from './moves.js';

/** The chart of a workflow as boxes and arrows with the texts of one language, independent of any drawing. */
export interface Diagram {
  readonly title: string;
  readonly description: string;
  /** The box a case begins in. */
  readonly initial: string;
  /** Parents before their children. */
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/**
 * A state. An `any` box stands for all states of its parent: it lists what they accept without changing, and
 * arrows start there that lead from the parent to its own inside.
 */
export interface Box {
  /** The dotted path of the state; that of an `any` box ends in `*`. */
  readonly id: string;
  readonly kind: 'leaf' | 'group' | 'any';
  readonly text: string;
  /** The group around it; `undefined` at the top. */
  readonly parent: string | undefined;
  /** The box a group begins in. */
  readonly initial: string | undefined;
  /** A case may stay here for ever. */
  readonly end: boolean;
  /** The events that are accepted here and change nothing. */
  readonly stays: readonly string[];
}

/** All transitions from one box to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
}

/** The diagram of a workflow's chart. */
export function diagramOf(workflow: Workflow, language: Language): Diagram {
  const { source, texts } = workflow;
  const states = statesByPath(source.chart);
  const moves = bundled(movesOf(states), states);
  const words = wordsOf(workflow, language);
  const boxes = [...states].flatMap(([path, state]): readonly Box[] => {
    const isGroup = childrenOf(path, states).length > 0;
    const box: Box = {
      id: path,
      kind: isGroup ? 'group' : 'leaf',
      text: words.state(path),
      parent: parentOf(path) === '' ? undefined : parentOf(path),
      initial: state.initial === undefined ? undefined : join(path, state.initial),
      end: state.end === true,
      stays: isGroup ? [] : staysIn(path, moves, words),
    };
    return [...(path === '' ? [] : [box]), ...(isGroup ? anyBox(path, moves, words) : [])];
  });
  return {
    title: texts[language].title,
    description: texts[language].description,
    initial: source.chart.initial ?? '',
    boxes,
    arrows: arrowsOf(moves, words),
  };
}

function anyBox(group: string, moves: readonly Move[], words: Words): readonly Box[] {
  const stays = staysIn(group, moves, words);
  const isStart = moves.some((move) => move.from === group && startOf(move) !== group);
  if (stays.length === 0 && !isStart) return [];
  const parent = group === '' ? undefined : group;
  return [
    { id: join(group, '*'), kind: 'any', text: words.any, parent, initial: undefined, end: false, stays },
  ];
}

const staysIn = (path: string, moves: readonly Move[], words: Words): readonly string[] =>
  moves.filter(({ from, to }) => from === path && to === undefined).map(words.move);

function arrowsOf(moves: readonly Move[], words: Words): readonly Arrow[] {
  const arrows = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const move of moves) {
    if (move.to === undefined) continue;
    const from = startOf(move);
    const key = `${from} ${move.to}`;
    const arrow = arrows.get(key) ?? { from, to: move.to, labels: [] };
    arrow.labels.push(words.move(move));
    arrows.set(key, arrow);
  }
  return [...arrows.values()];
}

/** The box an arrow starts at: a group's own border, or inside it when that is where it leads. */
function startOf({ from, to }: Move): string {
  return to !== undefined && isInside(to, from) ? join(from, '*') : from;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The words of a diagram in one language. */
interface Words {
  readonly any: string;
  readonly state: (path: string) => string;
  readonly move: (move: Move) => string;
}

const own = {
  en: { any: 'in every state', except: 'except', into: 'to', asks: 'asks', due: 'deadline', comma: ', ' },
  ar: { any: 'في كل حالة', except: 'ما عدا', into: 'إلى', asks: 'بشرط', due: 'المهلة', comma: '، ' },
} as const;

function wordsOf(workflow: Workflow, language: Language): Words {
  const { states, events, guards, deadlines }: Texts = workflow.texts[language];
  const { any, except, into, asks, due, comma } = own[language];
  const state = (path: string) => states[path] ?? path;
  const listed = (word: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`(${word}: ${names.join(comma)})`];
  return {
    any,
    state,
    move(move) {
      const passed = deadlinesThatLeadTo(workflow, move.event);
      return [
        events[move.event] ?? move.event,
        ...(move.guard === undefined ? [] : [`[${guards[move.guard] ?? move.guard}]`]),
        ...listed(
          due,
          passed.map((name) => deadlines[name] ?? name),
        ),
        ...listed(asks, passed.length > 0 ? [] : guardsBefore(workflow, move.event)),
        ...listed(except, move.except.map(state)),
        ...listed(into, move.into.map(state)),
      ].join(' ');
    },
  };
}

const commandsThatLeadTo = ({ commands }: Workflow, event: string): readonly Command[] =>
  [...commands.values()].filter(({ yields }) => yields.includes(event));

/** The ids of the guards that are asked before an event. */
const guardsBefore = (workflow: Workflow, event: string): readonly string[] => [
  ...new Set(commandsThatLeadTo(workflow, event).flatMap(({ guards }) => guards.map(({ id }) => id))),
];

/** The deadlines after which the system sends a command that leads to an event. */
function deadlinesThatLeadTo(workflow: Workflow, event: string): readonly string[] {
  const names = commandsThatLeadTo(workflow, event).map(({ name }) => name);
  return Object.entries(workflow.deadlines)
    .filter(([, { then }]) => then !== undefined && names.includes(then))
    .map(([deadline]) => deadline);
}
