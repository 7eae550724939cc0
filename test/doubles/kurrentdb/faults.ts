/** The calls that a fault can be ordered for. */
export type Call = 'features' | 'append' | 'severalStreams' | 'records' | 'read' | 'subscribe';

export type Fault =
  /** It is taken and forgotten. */
  | { readonly kind: 'noAnswer' }
  /** It is done, and never answered. */
  | { readonly kind: 'lostAnswer' }
  /** It is done at once, and answered later. */
  | { readonly kind: 'lateAnswer'; readonly ms: number }
  /** It is on its way for so long, then done and answered. */
  | { readonly kind: 'lateArrival'; readonly ms: number }
  /** It is answered with status 14, before or after it is done. */
  | { readonly kind: 'unavailable'; readonly isDone?: boolean }
  /** Another node leads now. */
  | { readonly kind: 'notLeader' }
  | { readonly kind: 'denied' }
  /** The server does not know the user with this password. */
  | { readonly kind: 'unknownUser' }
  /** A stream of events gives one at a time with so long a pause. */
  | { readonly kind: 'slow'; readonly msPerEvent: number }
  /** A stream of events gives so many and nothing any more. */
  | { readonly kind: 'stall'; readonly afterEvents: number }
  /** A stream ends without an error after so many events. */
  | { readonly kind: 'close'; readonly afterEvents: number };

interface Order {
  readonly fault: Fault;
  left: number;
}

/** Faults to order: each call takes the next one of its kind. */
export class Faults {
  readonly #orders = new Map<Call, Order[]>();
  /** How many calls of each kind came, faulty or not. */
  readonly calls = new Map<Call, number>();

  /** The next calls of a kind go wrong like this, so many of them. */
  order(call: Call, fault: Fault, times = 1): void {
    this.#orders.set(call, [...(this.#orders.get(call) ?? []), { fault, left: times }]);
  }

  clear(): void {
    this.#orders.clear();
  }

  take(call: Call): Fault | undefined {
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
    const orders = this.#orders.get(call) ?? [];
    const order = orders.find(({ left }) => left > 0);
    if (order === undefined) return undefined;
    order.left -= 1;
    return order.fault;
  }
}

export const after = (ms: number, work: () => void): void => {
  setTimeout(work, ms).unref();
};
