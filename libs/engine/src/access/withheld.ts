import { personalFields, readTags, tagsText, type Tags, type Workflow } from '@safeconduct/workflow';
import type { CaseSight } from './policy.js';
import { isPseudonym } from './pseudonym.js';

/** A value that stands nowhere in an answer, because the reader does not see data of its class. */
export interface Withheld {
  /** `identity.documentNo`; the fields of objects in a list have the path of the list. */
  readonly path: string;
  readonly dataClass: string;
}

/** What a reader sees of a value: the same without what is withheld, and what that is. */
export interface Shown<Value> {
  readonly value: Value;
  readonly withheld: readonly Withheld[];
}

/** What a reader sees, and the pseudonym that stands for the case where they do not see who it is about. */
export interface Eye {
  readonly sight: CaseSight;
  readonly pseudonym: () => string;
}

/** The class of a value by its path; `undefined` for one that everybody sees who sees the case. */
export type ClassAt = (path: string, depth: number) => string | undefined;

/** The facts of a case as a reader may see them. */
export const shownFacts = (workflow: Workflow, facts: unknown, eye: Eye): Shown<unknown> =>
  shownValue(facts, { ...eye, workflow, classAt: (path) => classOfFact(workflow, path) });

/** The data of an event as a reader may see them. */
export const shownEventData = (workflow: Workflow, type: string, data: unknown, eye: Eye): Shown<unknown> =>
  shownValue(data, { ...eye, workflow, classAt: classesOfEvent(workflow, type) });

/** The classes of the data of an event, by path. */
export function classesOfEvent(workflow: Workflow, type: string): ClassAt {
  const fields = personalFieldsOf(workflow, type);
  const ofEvent = ownValue(workflow.access.events, type);
  return (path, depth) => {
    const sealed = fields.get(path);
    if (sealed !== undefined || ofEvent === undefined) return sealed;
    return typeof ofEvent === 'object' ? ownValue(ofEvent, path) : depth === 1 ? ofEvent : undefined;
  };
}

/** The classes of the values that stand in what was shown. The pseudonym in place of a reference is of none. */
export function classesIn(workflow: Workflow, shown: unknown, classAt: ClassAt): ReadonlySet<string> {
  const found = new Set<string>();
  addClasses(shown, { path: '', depth: 0 }, { workflow, classAt, found });
  return found;
}

interface ClassWalk extends Pick<Walk, 'workflow' | 'classAt'> {
  readonly found: Set<string>;
}

function addClasses(value: unknown, { path, depth }: Place, walk: ClassWalk): void {
  if (Array.isArray(value)) for (const item of value) addClasses(item, { path, depth }, walk);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined || inner === null) continue;
      const place = { path: path === '' ? name : `${path}.${name}`, depth: depth + 1 };
      const dataClass =
        place.path === walk.workflow.opening.opens
          ? classOfReference(inner)
          : walk.classAt(place.path, place.depth);
      if (dataClass === undefined) addClasses(inner, place, walk);
      else walk.found.add(dataClass);
    }
}

const classOfReference = (reference: unknown): string | undefined =>
  typeof reference === 'string' && isPseudonym(reference) ? undefined : 'identity';

/** The class of a fact, or of a fact that it is part of. */
export function classOfFact({ access }: Workflow, path: string): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const found = ownValue(access.facts, path.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The class of a fact by the path that a workflow labels it by; the reference of the case is of the identity. */
export const classOfFactField = (workflow: Workflow, path: string): string | undefined =>
  path === workflow.opening.opens ? 'identity' : classOfFact(workflow, path);

/** The same of a value in the data of an event: the innermost of the classes in which it stands. */
export function classOfEventField(workflow: Workflow, type: string, path: string): string | undefined {
  if (path === workflow.opening.opens) return 'identity';
  const classAt = classesOfEvent(workflow, type);
  const steps = path.split('.');
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const found = classAt(steps.slice(0, depth).join('.'), depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The tags of a case without those of a class that the reader does not see. */
export const shownTags = ({ access }: Workflow, tags: Tags, { sees }: CaseSight): Tags =>
  Object.fromEntries(
    Object.entries(tags).filter(([name]) => {
      const dataClass = ownValue(access.tags, name);
      return dataClass === undefined || sees(dataClass);
    }),
  );

/** The same of tags as they are recorded. */
export function shownTagsText(workflow: Workflow, text: string | undefined, sight: CaseSight) {
  if (text === undefined || sight.isWhole) return text;
  const shown = tagsText(shownTags(workflow, readTags(text), sight));
  return shown === '' ? undefined : shown;
}

interface Walk extends Eye {
  readonly workflow: Workflow;
  readonly classAt: ClassAt;
}

function shownValue(value: unknown, walk: Walk): Shown<unknown> {
  if (walk.sight.isWhole) return { value, withheld: [] };
  const withheld = new Map<string, string>();
  const shown = visit(value, { path: '', depth: 0 }, { ...walk, withheld });
  return { value: shown, withheld: [...withheld].map(([path, dataClass]) => ({ path, dataClass })) };
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

function visit(
  value: unknown,
  place: Place,
  walk: Walk & { readonly withheld: Map<string, string> },
): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, place, walk));
  if (typeof value !== 'object' || value === null) return value;
  const { sight, workflow, classAt, withheld, pseudonym } = walk;
  const shown: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const path = place.path === '' ? name : `${place.path}.${name}`;
    const depth = place.depth + 1;
    const dataClass = classAt(path, depth);
    const isReference = path === workflow.opening.opens;
    if (isReference && !sight.sees('identity')) shown[name] = pseudonym();
    else if (dataClass === undefined || sight.sees(dataClass))
      shown[name] = visit(inner, { path, depth }, walk);
    else if (inner !== undefined) withheld.set(path, dataClass);
  }
  return shown;
}

const personal = new WeakMap<Workflow, Map<string, ReadonlyMap<string, string>>>();

/** The classes of the fields of an event, found once. */
function personalFieldsOf(workflow: Workflow, type: string): ReadonlyMap<string, string> {
  const known = personal.get(workflow) ?? new Map<string, ReadonlyMap<string, string>>();
  personal.set(workflow, known);
  const schema = workflow.events.get(type)?.schema;
  const fields =
    known.get(type) ?? (schema === undefined ? new Map<string, string>() : personalFields(schema));
  known.set(type, fields);
  return fields;
}

const ownValue = <Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;
