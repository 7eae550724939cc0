import { createMachine, type AnyStateMachine } from 'xstate';
import { Actions, dataOf, eventIn, type Context, type Given } from './actions.js';
import { failure, holds, valueOf, type Effect } from './content.js';
import type { Data } from './datamodel.js';
import { childrenOf, wordsOf, type Element } from './document.js';

type Config = Record<string, unknown>;

const stateNames = ['state', 'parallel', 'final', 'history'];

/** So that a chart that never comes to rest fails instead of running for ever. */
const maxIterations = 1000;

/**
 * Makes an XState machine of an SCXML document. XState decides what is entered, left and taken, and keeps the
 * queue of internal events; data, conditions and executable content are ours. Descriptors are matched in the
 * guards, because SCXML tries transitions in document order whether they match by name or by prefix.
 */
export function machineOf(document: Element, session: string, input: Data = {}): AnyStateMachine {
  return new Converter(document, session).machine(input);
}

/**
 * The states of a document in document order, the document itself first. What it invokes is another document.
 */
export function* statesIn(element: Element): Generator<Element> {
  yield element;
  for (const child of childrenOf(element, ...stateNames)) yield* statesIn(child);
}

/** Whether a descriptor names an event, or a prefix of it that ends at a dot (section 3.12.1). */
export function matches(descriptor: string, name: string): boolean {
  const prefix = descriptor.replace(/\.?\*$/, '');
  return prefix === '' || name === prefix || name.startsWith(`${prefix}.`);
}

class Converter {
  readonly #ids = new Map<Element, string>();
  readonly #actions: Actions;
  readonly #late: boolean;

  constructor(
    private readonly document: Element,
    session: string,
  ) {
    this.#actions = new Actions(session, document.attributes['name'] ?? '');
    this.#late = document.attributes['binding'] === 'late';
    for (const state of statesIn(document)) {
      this.#ids.set(state, state.attributes['id'] ?? `$${state.name}${this.#ids.size}`);
    }
  }

  machine(input: Data): AnyStateMachine {
    const { data, effects } = this.#started(input);
    const { entry, ...root } = this.#state(this.document);
    const scripts = this.#actions.block(childrenOf(this.document, 'script'));
    const context: Context = { data, ids: 0, active: [], bound: [], outputs: {} };
    const config = {
      ...root,
      context,
      entry: [this.#actions.effects(effects), scripts, ...(entry as unknown[])],
      options: { maxIterations },
    };
    return createMachine(config as never, {
      actions: { order: () => undefined } as never,
    }) as AnyStateMachine;
  }

  /**
   * The data before the first state is entered (section 5.3.3). Data without a value are declared without
   * one.
   */
  #started(input: Data): { readonly data: Data; readonly effects: readonly Effect[] } {
    const effects: Effect[] = [];
    let data: Data = {};
    for (const state of statesIn(this.document)) {
      for (const element of dataOf(state)) {
        const id = element.attributes['id'] ?? '';
        data = { ...data, [id]: undefined };
        if (this.#late && state !== this.document) continue;
        try {
          const value = valueOf(element, data, this.#actions.scope(undefined, []));
          data = { ...data, [id]: state === this.document && id in input ? input[id] : value };
        } catch (error) {
          effects.push(failure(error));
        }
      }
    }
    return { data, effects };
  }

  #state(element: Element): Config {
    const id = this.#idOf(element);
    const transitions = childrenOf(element, 'transition').map(
      (it) => [it, this.#transition(element, it)] as const,
    );
    const output = ({ context }: Given) => context.outputs[id];
    return {
      id: keyOf(id),
      meta: { id },
      ...(element.name === 'parallel' ? { type: 'parallel' } : {}),
      ...(element.name === 'final' ? { type: 'final', output } : {}),
      ...this.#below(element),
      on: { '*': transitions.filter(([it]) => hasEvent(it)).map(([, made]) => made) },
      always: transitions.filter(([it]) => !hasEvent(it)).map(([, made]) => made),
      entry: this.#entry(element, id),
      exit: this.#exit(element, id),
    };
  }

  /** The states below one, and where it starts. */
  #below(element: Element): Config {
    const states = childrenOf(element, ...stateNames);
    if (states.length === 0) return {};
    const nodes = Object.fromEntries(states.flatMap((state) => this.#nodes(state)));
    if (element.name === 'parallel') return { states: nodes };
    const [written] = childrenOf(element, 'initial').flatMap((initial) => childrenOf(initial, 'transition'));
    const given = wordsOf(element.attributes['initial'] ?? written?.attributes['target']);
    const targets = given.length > 0 ? given : [this.#idOf(states[0] as Element)];
    const [first = ''] = targets.map(keyOf);
    const content = written?.children ?? [];
    if (targets.length === 1 && first in nodes && content.length === 0)
      return { states: nodes, initial: first };
    // XState starts in a child, SCXML in any descendant and after executable content. So an extra state is
    // added that is left at once.
    const start = wayOf(this.#idOf(element));
    return { states: { ...nodes, [start]: this.#way(start, targets, content) }, initial: start };
  }

  #nodes(element: Element): readonly (readonly [string, Config])[] {
    const key = keyOf(this.#idOf(element));
    if (element.name !== 'history') return [[key, this.#state(element)]];
    const [transition] = childrenOf(element, 'transition');
    const targets = wordsOf(transition?.attributes['target']);
    const content = transition?.children ?? [];
    const history = { id: key, type: 'history', history: element.attributes['type'] ?? 'shallow' };
    if (targets.length === 0) return [[key, history]];
    if (content.length === 0) return [[key, { ...history, target: targets.map(targetOf) }]];
    const way = wayOf(this.#idOf(element));
    return [
      [key, { ...history, target: `#${way}` }],
      [way, this.#way(way, targets, content)],
    ];
  }

  /** An extra state with an eventless transition, for executable content before other states are entered. */
  #way(id: string, targets: readonly string[], content: readonly Element[]): Config {
    return { id, always: { target: targets.map(targetOf), actions: this.#actions.block(content) } };
  }

  #transition(source: Element, element: Element): Config {
    const { event, target, type } = element.attributes;
    const descriptors = wordsOf(event);
    const targets = wordsOf(target);
    const inside = type === 'internal' && this.#containsAll(source, targets);
    return {
      ...(targets.length === 0 ? {} : { target: targets.map(targetOf), reenter: !inside }),
      guard: ({ context, event: fed }: Given) => {
        const given = eventIn(fed);
        const named =
          event === undefined || descriptors.some((it) => given !== undefined && matches(it, given.name));
        return named && holds(element, context.data, this.#actions.scope(given, context.active));
      },
      actions: this.#actions.block(element.children),
    };
  }

  /**
   * An internal transition stays inside its source only when that is compound and has all targets (section
   * 3.13).
   */
  #containsAll(source: Element, targets: readonly string[]): boolean {
    if (source.name === 'parallel' || childrenOf(source, ...stateNames).length === 0) return false;
    const inside = new Set([...statesIn(source)].slice(1).map((state) => this.#idOf(state)));
    return targets.every((id) => inside.has(id));
  }

  #entry(element: Element, id: string): readonly unknown[] {
    const actions = this.#actions;
    const late = this.#late && element !== this.document;
    return [
      actions.enter(id),
      ...(late ? [actions.bind(id, dataOf(element))] : []),
      ...childrenOf(element, 'onentry').map(({ children }) => actions.block(children)),
      ...childrenOf(element, 'donedata').map((donedata) => actions.donedata(id, donedata)),
      ...childrenOf(element, 'invoke').map((invoke, index) => actions.invoke(invoke, `${id}.${index}`)),
    ];
  }

  #exit(element: Element, id: string): readonly unknown[] {
    const actions = this.#actions;
    return [
      ...childrenOf(element, 'onexit').map(({ children }) => actions.block(children)),
      ...childrenOf(element, 'invoke').map((invoke, index) => actions.uninvoke(invoke, `${id}.${index}`)),
      actions.leave(id),
    ];
  }

  #idOf(element: Element): string {
    return this.#ids.get(element) ?? '';
  }
}

const hasEvent = ({ attributes }: Element): boolean => attributes['event'] !== undefined;

/** Dots separate the names of a path in XState. */
const keyOf = (id: string): string => id.replaceAll('.', '$');
const targetOf = (id: string): string => `#${keyOf(id)}`;
const wayOf = (id: string): string => `$into-${keyOf(id)}`;
