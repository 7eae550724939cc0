const followsFromFacts = "change facts in 'evolve' (facts.ts), and let guards and deadlines read them";
const deadline = 'declare a deadline in deadlines.ts: its command records that the time has passed';
const end = "mark a state in which a case may stay with 'end: true'";

/** What other statechart languages have, and the way that is meant here. */
const instead: Readonly<Record<string, string>> = {
  after: deadline,
  delay: deadline,
  always: "list transitions with a 'guard' on the event that makes the condition true",
  cond: "write 'guard: { name, test }', which reads facts and event data",
  guards: "write 'guard: { name, test }' on the transition",
  actions: followsFromFacts,
  entry: followsFromFacts,
  exit: followsFromFacts,
  context: "list the facts of a new case in 'initialFacts' (facts.ts)",
  invoke: 'let another program follow the feed and send a command with the result',
  onDone: 'write the target on the event that ends the sub-state',
  onError: 'record what went wrong as an event of its own, and list it in the chart',
  history:
    "remember the state on the transition that leaves it, 'marks: name', and go back with 'target: { back: name }'",
  final: end,
  internal: 'remove it: a transition without a target stays in its state',
  reenter: 'remove it: entering a state does nothing by itself',
  in: 'ask facts in a guard',
  id: "remove it: a state is named by its full path, such as 'closed.granted'",
  tags: "declare 'tags' in index.ts: 'summary' says which of its codes a case has",
  meta: 'write what people read in messages/en.json and messages/ar.json',
  description: 'write what people read in messages/en.json and messages/ar.json',
};

const ofType: Readonly<Record<string, string>> = {
  parallel:
    'a case is in one state at a time: keep what runs beside it in facts, and let guards ask whether all of it is done',
  history: String(instead['history']),
  final: end,
};

/** The way that is meant instead of a key of a chart that the language leaves out; `undefined` when it is none of them. */
export function leftOut(key: string, given: unknown): string | undefined {
  if (key !== 'type') return Object.hasOwn(instead, key) ? instead[key] : undefined;
  const kind = typeof given === 'string' && Object.hasOwn(ofType, given) ? ofType[given] : undefined;
  return kind ?? 'remove it: a state with sub-states is compound, one without is a leaf';
}
