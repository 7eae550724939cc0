import { compileFunction, createContext, runInContext } from 'node:vm';

/** The values of a chart's datamodel, by name. */
export type Data = Readonly<Record<string, unknown>>;

/** An event as expressions of SCXML see it (`_event`, section 5.10.1). */
export interface ScxmlEvent {
  readonly name: string;
  readonly type: 'external' | 'internal' | 'platform';
  readonly data?: unknown;
  readonly sendid?: string | undefined;
  readonly origin?: string | undefined;
  readonly origintype?: string | undefined;
  readonly invokeid?: string | undefined;
}

/**
 * What an expression can read besides the data: the system variables (section 5.10) and the active states.
 */
export interface Scope extends System {
  readonly event: ScxmlEvent | undefined;
  /** Ids of the active states, for `In()`. */
  readonly active: readonly string[];
}

/** The system variables that stay the same as long as a session lives. */
export interface System {
  readonly session: string;
  readonly name: string;
  readonly processors: Readonly<Record<string, { readonly location: string }>>;
}

/** The name of the event processor between sessions (appendix C.1). */
export const processorType = 'http://www.w3.org/TR/scxml/#SCXMLEventProcessor';
export const addressOf = (session: string): string => `#_scxml_${session}`;

export function systemOf(session: string, name: string): System {
  const processor = { location: addressOf(session) };
  return { session, name, processors: { [processorType]: processor, scxml: processor } };
}

/** An event with every field that `_event` has, whether it has a value or not. */
export const wholeEvent = (event: ScxmlEvent): ScxmlEvent => ({
  data: undefined,
  sendid: undefined,
  origin: undefined,
  origintype: undefined,
  invokeid: undefined,
  ...event,
});

const systemNames = ['_event', '_sessionid', '_name', '_ioprocessors', 'In'];

/** The value of an expression. An error of the expression is thrown on. */
export function evaluate(expression: string, data: Data, scope: Scope): unknown {
  const code = `return (${expression.trim().replace(/;$/, '')}\n);`;
  const compiled = compileFunction(code, systemNames, { contextExtensions: [data] });
  return (compiled as (...values: readonly unknown[]) => unknown)(...systemValues(scope));
}

/**
 * The data after an assignment.
 * @throws ReferenceError  the location was not declared (section 5.9.2)
 */
export function assigned(data: Data, location: string, value: unknown): Data {
  const root = /^[A-Za-z$][\w$]*/.exec(location)?.[0];
  if (root === undefined || !(root in data)) throw new ReferenceError(`${location} is not declared`);
  const after = { ...data };
  const compiled = compileFunction(`${location} = $value;`, ['$value'], { contextExtensions: [after] });
  (compiled as (value: unknown) => void)(value);
  return after;
}

/** The data after a `<script>`; what it declares joins them. */
export function ran(script: string, data: Data, scope: Scope): Data {
  const values = systemValues(scope);
  const system = Object.fromEntries(systemNames.map((name, index) => [name, values[index]]));
  const globals = createContext({ ...data, ...system });
  runInContext(script, globals);
  return Object.fromEntries(Object.entries(globals).filter(([name]) => !systemNames.includes(name)));
}

function systemValues({ event, session, name, processors, active }: Scope): readonly unknown[] {
  return [event, session, name, processors, (id: string) => active.includes(id)];
}
