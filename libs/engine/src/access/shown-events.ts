import type { CaseEvent } from '../events/case-event.js';
import { RecordedEnvelope, shownMetadata } from '../events/metadata.js';
import type { Difference } from '../history/differences.js';
import type { ReplayStep } from '../history/replay.js';
import {
  classOfFact,
  shownEventData,
  shownFacts,
  shownTagsText,
  type Eye,
  type Withheld,
} from './withheld.js';
import type { ShownCase } from '../queries/shown-case.js';
import {
  dataClasses,
  rulesClass,
  type Availability,
  type Inputs,
  type Workflow,
} from '@safeconduct/workflow';
import type { CaseSight } from './policy.js';

/** What the data of an event have the place of that cannot be read. */
const everything = '*';

/** A case without what the reader may not see. */
export function caseFor(found: ShownCase, eye: Eye): ShownCase {
  if (eye.sight.isWhole) return found;
  const { workflow, folded, summary } = found;
  const { value: facts, withheld } = shownFacts(workflow, folded.facts, eye);
  return {
    ...found,
    reference: eye.sight.sees('identity') ? found.reference : eye.pseudonym(),
    folded: { ...folded, facts },
    summary: { ...summary, tags: shownTagsText(workflow, summary.tags, eye.sight) },
    withheld,
  };
}

/**
 * An event without what the reader may not see. Its data are in the shape of today: of an earlier shape nobody knows
 * which fields are personal.
 */
export function eventFor(event: CaseEvent, eye: Eye): CaseEvent {
  if (eye.sight.isWhole) return event;
  const { recorded, envelope, workflow } = event;
  const { value: data, withheld } = readable(event, eye);
  const schemaVersion = workflow.events.get(recorded.type)?.version ?? recorded.schemaVersion;
  const guards = shownRules(workflow, envelope.guards, eye.sight);
  const tags = shownTagsText(workflow, envelope.summary.tags, eye.sight);
  const metadata = shownMetadata(recorded.metadata, { guards, tags });
  return {
    kind: 'case',
    caseId: event.caseId,
    state: event.state,
    workflow,
    recorded: { ...recorded, schemaVersion, data: JSON.stringify(data), metadata },
    envelope: new RecordedEnvelope(metadata),
    data,
    recordedData: data,
    erasedAt: event.erasedAt,
    fact: { type: recorded.type, data, occurredAt: recorded.occurredAt, actor: envelope.actor },
    withheld: guards.length < envelope.guards.length ? [...withheld, withheldRules] : withheld,
  };
}

const withheldRules: Withheld = { path: 'guards', dataClass: rulesClass };

/** Data that cannot be read today are withheld as a whole: nobody knows what they hold. */
function readable(
  event: CaseEvent,
  eye: Eye,
): { readonly value: unknown; readonly withheld: readonly Withheld[] } {
  try {
    return shownEventData(event.workflow, event.recorded.type, event.data, eye);
  } catch {
    return { value: null, withheld: [{ path: everything, dataClass: 'identity' }] };
  }
}

/** The changes of facts that the reader may see. */
function differencesFor(
  workflow: Workflow,
  all: readonly Difference[],
  eye: Eye,
): { readonly changes: readonly Difference[]; readonly withheld: readonly Withheld[] } {
  if (eye.sight.isWhole) return { changes: all, withheld: [] };
  const withheld = new Map<string, string>();
  const changes: Difference[] = [];
  for (const { path, from, to } of all) {
    // An item of a list has the path of the list.
    const steps = path.split('.').filter((step) => !/^\d+$/.test(step));
    const dataClass = classOfFact(workflow, steps.join('.'));
    if (dataClass !== undefined && !eye.sight.sees(dataClass)) withheld.set(steps.join('.'), dataClass);
    else {
      const shown = [from, to].map((value) => nested(steps, value));
      const [before, after] = shown.map((value) => shownFacts(workflow, value, eye));
      for (const one of [...(before?.withheld ?? []), ...(after?.withheld ?? [])])
        withheld.set(one.path, one.dataClass);
      changes.push({ path, from: unnested(steps, before?.value), to: unnested(steps, after?.value) });
    }
  }
  return { changes, withheld: [...withheld].map(([path, dataClass]) => ({ path, dataClass })) };
}

const inFacts = 'facts.';

/** The same of a folded case: its state, which everybody sees, and its facts. */
export function foldedDifferencesFor(
  workflow: Workflow,
  all: readonly Difference[],
  eye: Eye,
): readonly Difference[] {
  const isFact = ({ path }: Difference) => path.startsWith(inFacts);
  const facts = all.filter(isFact).map((one) => ({ ...one, path: one.path.slice(inFacts.length) }));
  const { changes } = differencesFor(workflow, facts, eye);
  const shown = changes.map((one) => ({ ...one, path: `${inFacts}${one.path}` }));
  return [...shown, ...all.filter((one) => !isFact(one))];
}

export function stepFor(workflow: Workflow, step: ReplayStep, eye: Eye): ReplayStep {
  if (eye.sight.isWhole) return step;
  const { changes, withheld } = differencesFor(workflow, step.changes, eye);
  return { ...step, changes, withheld };
}

/**
 * What is possible, with the rules that the reader may see. A verdict can tell what it rests on. So whoever does not see every
 * class that this can be of has the verdicts of what is possible in this state, where they are the reason why it can be sent
 * or not, and no others.
 */
export function availabilityFor<One extends Availability>(workflow: Workflow, one: One, { sight }: Eye): One {
  const { refusal, possibleHere } = one;
  const isTold = possibleHere || seesOwnClasses(workflow, sight);
  const shown = { ...one, guards: isTold ? shownRules(workflow, one.guards, sight) : [] };
  if (refusal?.refusals === undefined) return shown;
  return { ...shown, refusal: { ...refusal, refusals: shownRules(workflow, refusal.refusals, sight) } };
}

/** The classes for which verdicts of guards, or the values that they looked at, are left out. */
export function withheldOfRules(workflow: Workflow, { sight }: Eye): readonly Withheld[] {
  if (!sight.sees(rulesClass)) return [withheldRules];
  const unseen = ownClasses(workflow).filter((one) => !sight.sees(one));
  return unseen.map((dataClass) => ({ path: 'guards', dataClass }));
}

/** Rules, and the values that they looked at where the reader sees every class that these can be of. */
function shownRules<Rule extends { readonly inputs: Inputs }>(
  workflow: Workflow,
  rules: readonly Rule[],
  sight: CaseSight,
): readonly Rule[] {
  if (!sight.sees(rulesClass)) return [];
  return seesOwnClasses(workflow, sight) ? rules : rules.map((rule) => ({ ...rule, inputs: {} }));
}

/** The classes of a workflow's own: of data that are stored in the clear. */
const ownClasses = ({ access }: Workflow): readonly string[] =>
  access.classes.filter((one) => one !== rulesClass && !(dataClasses as readonly string[]).includes(one));

/** What guards look at may be of any class that is stored in the clear; sealed fields are not among it. */
const seesOwnClasses = (workflow: Workflow, { sees }: CaseSight): boolean => ownClasses(workflow).every(sees);

/** A value where it stands in the facts, so that the classes of what is in it are found by their paths. */
const nested = (steps: readonly string[], value: unknown): unknown =>
  value === undefined ? undefined : steps.reduceRight((inner, step) => ({ [step]: inner }), value);

const unnested = (steps: readonly string[], value: unknown): unknown =>
  steps.reduce((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], value);
