import {
  getStateNodes,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { fed, type Invocation, type Order } from './actions.js';
import { addressOf, processorType, type ScxmlEvent } from './datamodel.js';
import type { Sent } from './content.js';
import type { Element } from './document.js';
import { machineOf } from './machine.js';

/** An event of the log: for which session, when on the clock of the script, and by which send. */
export interface Entry {
  /** Empty: the chart itself; else the child it invoked. */
  readonly to: string;
  readonly atMs: number;
  readonly event: ScxmlEvent;
  /** The number of the send that the fold computed; none when the script sent the event. */
  readonly due?: number | undefined;
}

/** A send that is not recorded yet: the fold computes it again after every restart, with its due time. */
interface Pending {
  readonly key: number;
  readonly from: string;
  readonly to: string;
  readonly dueMs: number;
  readonly event: ScxmlEvent;
}

interface Session {
  readonly machine: AnyStateMachine;
  readonly autoforward: boolean;
  readonly invokeid: string;
  readonly parent: string | undefined;
  snapshot: AnyMachineSnapshot;
}

/** The fold of one chart's log: its states, those of its children, and the pending sends. */
export class Replayed {
  readonly #sessions = new Map<string, Session>();
  #pending: Pending[] = [];
  #keys = 0;
  #nowMs = 0;

  /** Starts the chart anew and folds what was recorded. The same entries always give the same. */
  constructor(document: Element, entries: readonly Entry[]) {
    this.#start('', document, { id: '', autoforward: false, input: {} });
    for (const entry of entries) this.#fold(entry);
  }

  /** Ids of the active states without substates, sorted. */
  get configuration(): readonly string[] {
    const { machine, snapshot } = this.#sessions.get('') as Session;
    if (snapshot.status === 'error') throw snapshot.error;
    const nodes = getStateNodes(machine.root, snapshot.value as never);
    const leaves = nodes.filter(({ type }) => type === 'atomic' || type === 'final');
    return [...new Set(leaves.map(({ meta }) => (meta as { readonly id: string }).id))].sort();
  }

  /** The next send to be recorded, if one is due by then. */
  next(untilMs: number): Entry | undefined {
    const due = this.#pending.filter(({ dueMs }) => dueMs <= untilMs);
    const [first] = due.sort((one, other) => one.dueMs - other.dueMs || one.key - other.key);
    return first && { to: first.to, atMs: first.dueMs, event: first.event, due: first.key };
  }

  #fold({ to, atMs, event, due }: Entry): void {
    this.#nowMs = atMs;
    if (due !== undefined) {
      const known = this.#pending.find(({ key }) => key === due);
      if (JSON.stringify(known?.event) !== JSON.stringify(event)) {
        throw new Error(`send ${due} was recorded and the fold does not know it`);
      }
      this.#pending = this.#pending.filter((pending) => pending !== known);
    }
    this.#deliver(to, event);
  }

  #deliver(path: string, event: ScxmlEvent): void {
    const session = this.#sessions.get(path);
    // A child may have ended since something was sent to it.
    if (session?.snapshot.status !== 'active') return;
    for (const [child, { parent, autoforward }] of this.#sessions) {
      if (parent === path && autoforward) this.#later(path, child, event, 0);
    }
    const [snapshot, actions] = transition(session.machine, session.snapshot, fed(event));
    session.snapshot = snapshot as AnyMachineSnapshot;
    this.#obey(path, actions);
  }

  #start(
    path: string,
    document: Element,
    { id, autoforward, input }: Omit<Invocation, 'does' | 'document'>,
  ): void {
    const machine = machineOf(document, `session${path.replaceAll('/', '-')}`, input);
    const [snapshot, actions] = initialTransition(machine);
    const parent = path === '' ? undefined : path.slice(0, path.lastIndexOf('/'));
    this.#sessions.set(path, {
      machine,
      autoforward,
      invokeid: id,
      parent,
      snapshot: snapshot as AnyMachineSnapshot,
    });
    this.#obey(path, actions);
  }

  #obey(path: string, actions: readonly unknown[]): void {
    const orders = (actions as { readonly type: string; readonly params: Order }[])
      .filter(({ type }) => type === 'order')
      .map(({ params }) => params);
    for (const [index, order] of orders.entries()) {
      // A state that is left again within the same step has invoked nothing (section 6.4).
      const left = orders
        .slice(index)
        .some((it) => it.does === 'uninvoke' && order.does === 'invoke' && it.id === order.id);
      if (!left) this.#perform(path, order);
    }
    const session = this.#sessions.get(path);
    if (session?.snapshot.status === 'done' && session.parent !== undefined) this.#finish(path, session);
  }

  #perform(path: string, order: Order): void {
    switch (order.does) {
      case 'send':
        this.#send(path, order);
        return;
      case 'cancel':
        this.#pending = this.#pending.filter(
          ({ from, event }) => from !== path || event.sendid !== order.sendid,
        );
        return;
      case 'invoke':
        this.#start(`${path}/${order.id}`, order.document, order);
        return;
      case 'uninvoke':
        this.#end(`${path}/${order.id}`);
        this.#pending = this.#pending.filter(({ from }) => from !== `${path}/${order.id}`);
        return;
    }
  }

  #send(path: string, { name, data, to, sendid, delayMs }: Sent): void {
    const { parent, invokeid } = this.#sessions.get(path) as Session;
    const target = to === '' ? path : to === '#_parent' ? parent : `${path}/${to.slice(2)}`;
    const origin = addressOf(`session${path.replaceAll('/', '-')}`);
    const event = { name, data, sendid, type: 'external', origin, origintype: processorType } as const;
    if (target === undefined || !this.#sessions.has(target)) {
      this.#later(path, path, { name: 'error.communication', type: 'platform', sendid }, 0);
    } else this.#later(path, target, to === '#_parent' ? { ...event, invokeid } : event, delayMs);
  }

  #finish(path: string, { parent = '', invokeid, snapshot }: Session): void {
    this.#end(path);
    const data = snapshot.output as unknown;
    this.#later(path, parent, { name: `done.invoke.${invokeid}`, type: 'external', invokeid, data }, 0);
  }

  /** The pending sends of a session are dropped when it ends (section 6.2.4). */
  #end(path: string): void {
    for (const child of [...this.#sessions.keys()]) {
      if (child !== path && !child.startsWith(`${path}/`)) continue;
      this.#sessions.delete(child);
      this.#pending = this.#pending.filter(({ from, dueMs }) => from !== child || dueMs <= this.#nowMs);
    }
  }

  #later(from: string, to: string, event: ScxmlEvent, delayMs: number): void {
    this.#keys += 1;
    this.#pending.push({ key: this.#keys, from, to, event, dueMs: this.#nowMs + delayMs });
  }
}
