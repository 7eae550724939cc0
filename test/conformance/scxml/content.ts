import { addressOf, assigned, evaluate, processorType, ran, type Data, type Scope } from './datamodel.js';
import { childrenOf, readBeside, wordsOf, type Element } from './document.js';

/**
 * An effect of executable content: an event in the chart's own queue, one for later or for another session,
 * or a cancelled one.
 */
export type Effect = Raised | Sent | { readonly does: 'cancel'; readonly sendid: string };

export interface Raised {
  readonly does: 'raise';
  readonly name: string;
  readonly data?: unknown;
  readonly sendid?: string | undefined;
}

export interface Sent {
  readonly does: 'send';
  readonly name: string;
  readonly data: unknown;
  /** Empty: to the session itself. Else `#_parent` or `#_<invoke id>`. */
  readonly to: string;
  readonly sendid: string | undefined;
  readonly delayMs: number;
}

/** What a chart keeps between two blocks of executable content. */
export interface Kept {
  readonly data: Data;
  /** How many ids were made up, so that the next one is new and a replay makes the same. */
  readonly ids: number;
}

/** The state of one block: the data so far, and its effects. */
interface Block {
  data: Data;
  ids: number;
  readonly effects: Effect[];
  readonly scope: Scope;
}

/**
 * Runs executable content in document order (section 4). An element that fails raises `error.execution`, and
 * the rest of the block is not run.
 */
export function runBlock(
  elements: readonly Element[],
  before: Kept,
  scope: Scope,
): Kept & { readonly effects: readonly Effect[] } {
  const block: Block = { data: before.data, ids: before.ids, effects: [], scope };
  try {
    runAll(elements, block);
  } catch (error) {
    block.effects.push(failure(error));
  }
  return { data: block.data, ids: block.ids, effects: block.effects };
}

/** The event of an element that failed. */
export const failure = (error: unknown): Raised =>
  error instanceof SendFailed
    ? { does: 'raise', name: error.event, sendid: error.sendid }
    : { does: 'raise', name: 'error.execution' };

/** A condition that cannot be evaluated does not hold (section 5.9.1). */
export function holds({ attributes }: Element, data: Data, scope: Scope): boolean {
  try {
    return Boolean(evaluate(attributes['cond'] ?? 'true', { ...data }, scope));
  } catch {
    return false;
  }
}

/** The payload of an event or a child: `namelist`, `<param>` or `<content>` (sections 5.7 and 6.2). */
export function payloadOf(element: Element, data: Data, scope: Scope): unknown {
  const [content] = childrenOf(element, 'content');
  if (content !== undefined) return valueOf(content, data, scope);
  const names = wordsOf(element.attributes['namelist']).map((name) => [name, evaluate(name, data, scope)]);
  const params = childrenOf(element, 'param').map(({ attributes: { name, expr, location } }) => [
    name,
    evaluate(expr ?? location ?? '', data, scope),
  ]);
  const pairs = [...names, ...params] as [string, unknown][];
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** An attribute, or the value of the expression that stands in its place. */
export function either({ attributes }: Element, name: string, data: Data, scope: Scope): string | undefined {
  const expression = attributes[`${name}expr`];
  return expression === undefined ? attributes[name] : String(evaluate(expression, data, scope));
}

/** The value of an element: its expression, the file it names, or what is written inside it (section 5.9). */
export function valueOf(element: Element, data: Data, scope: Scope): unknown {
  const { expr, src } = element.attributes;
  if (expr !== undefined) return evaluate(expr, data, scope);
  const text = src === undefined ? element.text : readBeside(element, src);
  if (text.trim() === '') return undefined;
  try {
    return evaluate(text, data, scope);
  } catch {
    return text.trim().replace(/\s+/g, ' ');
  }
}

/** An event that could not be sent (section 6.2). */
class SendFailed extends Error {
  constructor(
    readonly event: 'error.execution' | 'error.communication',
    readonly sendid: string | undefined,
  ) {
    super(event);
  }
}

function runAll(elements: readonly Element[], block: Block): void {
  for (const element of elements) run(element, block);
}

function run(element: Element, block: Block): void {
  const { attributes } = element;
  const { data, scope } = block;
  switch (element.name) {
    case 'raise':
      block.effects.push({ does: 'raise', name: attributes['event'] ?? '' });
      return;
    case 'assign':
      block.data = assigned(data, attributes['location'] ?? '', valueOf(element, data, scope));
      return;
    case 'script':
      block.data = ran(scriptOf(element), data, scope);
      return;
    case 'log':
      if (attributes['expr'] !== undefined) evaluate(attributes['expr'], data, scope);
      return;
    case 'if':
      runAll(branchOf(element, data, scope), block);
      return;
    case 'foreach':
      runForeach(element, block);
      return;
    case 'send':
      runSend(element, block);
      return;
    case 'cancel': {
      const { sendid, sendidexpr = '' } = attributes;
      block.effects.push({ does: 'cancel', sendid: sendid ?? String(evaluate(sendidexpr, data, scope)) });
      return;
    }
    default:
      throw new Error(`<${element.name}> is no executable content`);
  }
}

/** The elements of the first branch of an `<if>` whose condition holds. */
function branchOf(element: Element, data: Data, scope: Scope): readonly Element[] {
  let taken = Boolean(evaluate(element.attributes['cond'] ?? '', data, scope));
  const branch: Element[] = [];
  for (const child of element.children) {
    if (child.name === 'elseif' || child.name === 'else') {
      if (taken) break;
      taken = child.name === 'else' || holds(child, data, scope);
    } else if (taken) branch.push(child);
  }
  return branch;
}

function runForeach({ attributes, children }: Element, block: Block): void {
  const { array = '', item = '', index } = attributes;
  const values: unknown = evaluate(array, block.data, block.scope);
  if (!Array.isArray(values)) throw new TypeError('<foreach> needs an array');
  const names = index === undefined ? [item] : [item, index];
  for (const name of names) {
    if (!/^[A-Za-z$][\w$]*$/.test(name)) throw new SyntaxError(`${name} is no name`);
  }
  block.data = { ...Object.fromEntries(names.map((name) => [name, undefined])), ...block.data };
  for (const [at, value] of [...(values as unknown[])].entries()) {
    block.data = assigned(block.data, item, value);
    if (index !== undefined) block.data = assigned(block.data, index, at);
    runAll(children, block);
  }
}

function runSend(element: Element, block: Block): void {
  const { data, scope } = block;
  const location = element.attributes['idlocation'];
  const sendid = location === undefined ? element.attributes['id'] : `id.${block.ids}`;
  block.ids += 1;
  // First, so that the id is known also of an event that cannot be sent.
  if (location !== undefined) block.data = assigned(data, location, sendid);
  try {
    if (!['scxml', processorType].includes(either(element, 'type', data, scope) ?? 'scxml')) {
      throw new SendFailed('error.execution', sendid);
    }
    const to = reachable(either(element, 'target', data, scope) ?? '', scope, sendid);
    const event = {
      name: either(element, 'event', data, scope) ?? '',
      data: payloadOf(element, data, scope),
      sendid,
    };
    const delayMs = delayOf(either(element, 'delay', data, scope));
    block.effects.push(
      to === '#_internal' ? { does: 'raise', ...event } : { does: 'send', ...event, to, delayMs },
    );
  } catch (error) {
    throw error instanceof SendFailed ? error : new SendFailed('error.execution', sendid);
  }
}

function reachable(target: string, { session }: Scope, sendid: string | undefined): string {
  if (target === addressOf(session)) return '';
  if (target.startsWith('#_scxml_')) throw new SendFailed('error.communication', sendid);
  if (target !== '' && !target.startsWith('#_')) throw new SendFailed('error.execution', sendid);
  return target;
}

const scriptOf = (element: Element): string =>
  element.attributes['src'] === undefined ? element.text : readBeside(element, element.attributes['src']);

/** A CSS2 time, as SCXML writes delays. */
function delayOf(delay = '0s'): number {
  const [, amount, unit] = /^(\d*\.?\d+)(m?s)$/.exec(delay) ?? [];
  if (amount === undefined) throw new SyntaxError(`${delay} is no delay`);
  return Number(amount) * (unit === 's' ? 1000 : 1);
}
