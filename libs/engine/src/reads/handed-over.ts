import { readTags, rulesClass, type Tags, type Workflow } from '@safeconduct/workflow';
import { isPseudonym } from '../access/pseudonym.js';
import { classesIn, classesOfEvent, classOfFact, type ClassAt } from '../access/withheld.js';
import type { CaseEvent, Register } from '../events/case-event.js';
import type { Difference } from '../history/differences.js';
import type { ReplayStep } from '../history/replay.js';
import type { ListedCase } from '../ports/view-queries.js';
import { readsClass } from './read-entry.js';
import type { ShownCase } from '../queries/shown-case.js';

/**
 * Which data classes an answer has values of. They are taken from the answer itself, after the policy has left out what
 * the reader may not see. What cannot be told apart counts as shown.
 */
export class HandedOver {
  readonly classes = new Set<string>();

  constructor(private readonly register: Register) {}

  /** The reference of a case, or its pseudonym, which says nothing of the person. */
  reference(text: string | null): void {
    if (text !== null && text !== '' && !isPseudonym(text)) this.classes.add('identity');
  }

  tags(workflow: string, tags: Tags): void {
    const classOf = this.register.get(workflow)?.access.tags ?? {};
    for (const name of Object.keys(tags)) {
      const dataClass = Object.hasOwn(classOf, name) ? classOf[name] : undefined;
      if (dataClass !== undefined) this.classes.add(dataClass);
    }
  }

  row({ reference, workflow, tags }: ListedCase): void {
    this.reference(reference);
    this.tags(workflow, tags);
  }

  case({ reference, workflow, folded, summary }: ShownCase): void {
    this.reference(reference);
    this.facts(workflow, folded.facts);
    if (summary.tags !== undefined) this.tags(workflow.name, readTags(summary.tags));
  }

  facts(workflow: Workflow, facts: unknown): void {
    this.values(workflow, facts, (path) => classOfFact(workflow, path));
  }

  event(event: CaseEvent): void {
    const { workflow, recorded, envelope } = event;
    if (!this.classes.has(rulesClass) && envelope.guards.length > 0) this.classes.add(rulesClass);
    const { tags } = envelope.summary;
    if (tags !== undefined) this.tags(workflow.name, readTags(tags));
    const data = readable(event);
    if (data === undefined) this.everything(workflow);
    else this.values(workflow, data, classesOfEvent(workflow, recorded.type));
  }

  step(workflow: Workflow, { changes }: ReplayStep): void {
    for (const change of changes) this.change(workflow, change);
  }

  /** A change of facts, also of one that was or is absent. */
  change(workflow: Workflow, { path, from, to }: Difference): void {
    const steps = path.replace(/^facts\./, '').split('.');
    const place = steps.filter((step) => !/^\d+$/.test(step));
    for (const value of [from, to])
      this.facts(
        workflow,
        place.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value),
      );
  }

  /** Every class of a workflow. */
  everything({ access }: Workflow): void {
    for (const dataClass of access.classes) this.classes.add(dataClass);
  }

  rules(): void {
    this.classes.add(rulesClass);
  }

  /** Who read, which is no datum of a case. */
  looks(): void {
    this.classes.add(readsClass);
  }

  private values(workflow: Workflow, shown: unknown, classAt: ClassAt): void {
    for (const dataClass of classesIn(workflow, shown, classAt)) this.classes.add(dataClass);
  }
}

/** Data of a shape that cannot be read today say nothing of their classes. */
function readable(event: CaseEvent): unknown {
  try {
    return event.data;
  } catch {
    return undefined;
  }
}
