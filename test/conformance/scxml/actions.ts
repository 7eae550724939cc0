import { enqueueActions } from 'xstate';
import {
  either,
  failure,
  payloadOf,
  runBlock,
  valueOf,
  type Effect,
  type Kept,
  type Raised,
} from './content.js';
import {
  evaluate,
  systemOf,
  wholeEvent,
  type Data,
  type Scope,
  type ScxmlEvent,
  type System,
} from './datamodel.js';
import { childrenOf, documentIn, readBeside, type Element } from './document.js';

/** The orders of a machine to its session; everything else happens inside one transition. */
export type Order = Exclude<Effect, Raised> | Invocation | { readonly does: 'uninvoke'; readonly id: string };

/** A child session that is to be started. */
export interface Invocation {
  readonly does: 'invoke';
  readonly id: string;
  readonly autoforward: boolean;
  readonly input: Data;
  readonly document: Element;
}

/** The input of the machine. Its type is always the same; the SCXML event is inside. */
export interface Fed {
  readonly type: 'scxml';
  readonly scxml: ScxmlEvent;
}

export const fed = (event: ScxmlEvent): Fed => ({ type: 'scxml', scxml: wholeEvent(event) });

/** What a machine keeps beside its states. */
export interface Context extends Kept {
  /** Ids of the active states, in the order in which they were entered. */
  readonly active: readonly string[];
  /** States whose data have their values, under late binding. */
  readonly bound: readonly string[];
  /** The results of `<donedata>`, by final state. */
  readonly outputs: Data;
}

/** What XState gives to guards and actions. */
export interface Given {
  readonly context: Context;
  readonly event: { readonly type: string };
}

/** The changes of one action to the context, and its orders. */
interface Changed extends Partial<Context> {
  readonly effects?: readonly (Effect | Order)[];
}

/** The event of SCXML that a machine was given; none while it starts. */
export function eventIn(event: { readonly type: string }): ScxmlEvent | undefined {
  if (event.type === 'scxml') return (event as Fed).scxml;
  if (!event.type.startsWith('xstate.done.state.')) return undefined;
  const name = event.type.slice('xstate.'.length).replaceAll('$', '.');
  return { name, type: 'internal', data: (event as { readonly output?: unknown }).output };
}

/** Builds the actions of one session. Each is pure in what it is given, so that a replay repeats it. */
export class Actions {
  readonly #system: System;

  constructor(session: string, name: string) {
    this.#system = systemOf(session, name);
  }

  scope(event: ScxmlEvent | undefined, active: readonly string[]): Scope {
    return { event, active, ...this.#system };
  }

  /** Executable content. */
  block(elements: readonly Element[]): unknown {
    return this.#action(({ context }, scope) => runBlock(elements, context, scope));
  }

  /** Effects that are known beforehand. */
  effects(effects: readonly Effect[]): unknown {
    return this.#action(() => ({ effects }));
  }

  enter(id: string): unknown {
    return this.#action(({ context }) => ({ active: [...context.active, id] }));
  }

  leave(id: string): unknown {
    return this.#action(({ context }) => ({ active: context.active.filter((other) => other !== id) }));
  }

  /**
   * Gives a state's data their values when it is entered for the first time (section 5.3.3, late binding).
   */
  bind(id: string, elements: readonly Element[]): unknown {
    return this.#action(({ context }, scope) => {
      if (context.bound.includes(id)) return {};
      let { data } = context;
      const effects: Effect[] = [];
      for (const element of elements) {
        try {
          data = { ...data, [element.attributes['id'] ?? '']: valueOf(element, data, scope) };
        } catch (error) {
          effects.push(failure(error));
        }
      }
      return { data, effects, bound: [...context.bound, id] };
    });
  }

  /** The data of the done event of a final state's parent (section 5.5). */
  donedata(id: string, element: Element): unknown {
    return this.#action(({ context }, scope) => ({
      outputs: { ...context.outputs, [id]: payloadOf(element, context.data, scope) },
    }));
  }

  /** Starts a child (section 6.4). Its document is written inside, in a file, or in the data. */
  invoke(element: Element, madeUp: string): unknown {
    const { id = madeUp, idlocation, autoforward } = element.attributes;
    return this.#action(({ context: { data } }, scope) => {
      if (!invocable.test(either(element, 'type', data, scope) ?? 'scxml'))
        throw new Error('only SCXML can be invoked');
      const params = payloadOf({ ...element, children: childrenOf(element, 'param') }, data, scope);
      const order: Order = {
        does: 'invoke',
        id,
        autoforward: autoforward === 'true',
        input: (params ?? {}) as Data,
        document: invokedBy(element, data, scope),
      };
      return {
        ...(idlocation === undefined ? {} : { data: { ...data, [idlocation]: id } }),
        effects: [order],
      };
    });
  }

  uninvoke(element: Element, madeUp: string): unknown {
    return this.#action(() => ({ effects: [{ does: 'uninvoke', id: element.attributes['id'] ?? madeUp }] }));
  }

  /** One action of XState. A failure raises `error.execution` and changes nothing. */
  #action(change: (given: Given, scope: Scope) => Changed): unknown {
    return enqueueActions(({ context, event, enqueue }) => {
      const given = { context, event } as unknown as Given;
      const { effects = [], ...changes } = this.#attempt(change, given);
      enqueue.assign(changes);
      for (const effect of effects) {
        if (effect.does === 'raise') enqueue.raise(fedBy(effect));
        else enqueue({ type: 'order', params: effect });
      }
    });
  }

  #attempt(change: (given: Given, scope: Scope) => Changed, given: Given): Changed {
    try {
      return change(given, this.scope(eventIn(given.event), given.context.active));
    } catch (error) {
      return { effects: [failure(error)] };
    }
  }
}

const invocable = /^(scxml|http:\/\/www\.w3\.org\/TR\/scxml\/?)$/;

function invokedBy(element: Element, data: Data, scope: Scope): Element {
  const src = either(element, 'src', data, scope);
  if (src !== undefined) return documentIn(readBeside(element, src), element.folder);
  const [content] = childrenOf(element, 'content');
  const [written] = content?.children ?? [];
  return (
    written ?? documentIn(String(evaluate(content?.attributes['expr'] ?? '', data, scope)), element.folder)
  );
}

/** The data elements of a state's own datamodel. */
export const dataOf = (state: Element): readonly Element[] =>
  childrenOf(state, 'datamodel').flatMap((datamodel) => childrenOf(datamodel, 'data'));

function fedBy({ name, data, sendid }: Raised): Fed {
  const type = name.startsWith('error.') ? 'platform' : 'internal';
  return fed({ name, type, data, sendid });
}
