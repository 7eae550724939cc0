import { z } from 'zod';
import type { Command, Workflow } from './define-workflow.js';
import { instant, instantField } from './field.js';
import type { NewFact } from './event.js';

/**
 * Lets data pass that have the shape of their event. What a command decides is checked before it is recorded:
 * a field that the event lacks would stand in the log for ever, and nobody would know that it is personal.
 * @throws Error  names the command, the event and the fields, never a value: a mistake of the workflow's author
 */
export function assertRecordable(
  { name, events, recordsForm }: Pick<Workflow, 'name' | 'events' | 'recordsForm'>,
  command: Command,
  facts: readonly NewFact[],
): void {
  if (recordsForm.has(command.name)) return;
  for (const { type, data } of facts) {
    const faults = faultsOf(events.get(type)?.schema, data);
    if (faults === undefined) continue;
    throw new Error(
      `${name}: ${command.name} decides ${type} with data of another shape (${faults}); ` +
        "correct its 'decide', or give the event these fields",
    );
  }
}

/**
 * What keeps data from being those of an event, as field and rule: `phone unrecognized_keys`; `undefined` when
 * nothing does. An event without a schema is refused by the chart.
 */
export function faultsOf(schema: z.ZodType | undefined, data: unknown): string | undefined {
  const parsed = schema?.safeParse(data);
  if (parsed === undefined || parsed.success) return undefined;
  return parsed.error.issues
    .flatMap((issue) => {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [''];
      return names.map(
        (name) => `${[...issue.path, name].filter((part) => part !== '').join('.')} ${issue.code}`,
      );
    })
    .join(', ');
}

/** The commands that record their form as it is, where the shapes prove that the form is the data of the event. */
export function formsThatAreData(
  commands: Iterable<Command>,
  events: ReadonlyMap<string, { readonly schema: z.ZodType }>,
): ReadonlySet<string> {
  const proved = [...commands].filter(({ decide, input, yields }) => {
    const data = events.get(yields[0] ?? '')?.schema;
    return decide === undefined && data !== undefined && alwaysFits(input, data);
  });
  return new Set(proved.map(({ name }) => name));
}

type Fits = (form: z.ZodType, data: z.ZodType) => boolean;

/** Whether all that a form lets through is valid data, as far as the shapes tell; `false` where they do not. */
export function alwaysFits(form: z.ZodType, data: z.ZodType): boolean {
  if (form.def === data.def) return true;
  if (form.def === instantField.def && data.def === instant.def) return true;
  for (const Wrapper of [z.ZodOptional, z.ZodNullable]) {
    if (form instanceof Wrapper)
      return data instanceof Wrapper && alwaysFits(form.unwrap() as z.ZodType, data);
  }
  if (data instanceof z.ZodOptional || data instanceof z.ZodNullable)
    return alwaysFits(form, data.unwrap() as z.ZodType);
  if (data.def.checks !== undefined && data.def.checks.length > 0) return false;
  return fitsByKind[data.def.type]?.(form, data) ?? false;
}

const sameKind: Fits = ({ def: form }, { def: data }) =>
  form.type === data.type && [undefined, formatOf(form)].includes(formatOf(data));

const fitsByKind: Readonly<Record<string, Fits>> = {
  string: sameKind,
  number: sameKind,
  boolean: sameKind,
  enum: (form, data) => among(form, new Set((data as z.ZodEnum).options)),
  literal: (form, data) => among(form, (data as z.ZodLiteral).values),
  array: (form, data) =>
    form instanceof z.ZodArray &&
    alwaysFits(form.element as z.ZodType, (data as z.ZodArray).element as z.ZodType),
  object: (form, data) => form instanceof z.ZodObject && fieldsFit(form, data as z.ZodObject),
};

function among(form: z.ZodType, allowed: ReadonlySet<unknown>): boolean {
  if (form instanceof z.ZodEnum) return form.options.every((option) => allowed.has(option));
  return form instanceof z.ZodLiteral && [...form.values].every((value) => allowed.has(value));
}

function fieldsFit(form: z.ZodObject, data: z.ZodObject): boolean {
  const [given, wanted] = [form.shape, data.shape] as readonly Readonly<Record<string, z.ZodType>>[];
  if (given === undefined || wanted === undefined || isLoose(form)) return false;
  const isMissing = (name: string) => !(name in given) && !(wanted[name] instanceof z.ZodOptional);
  return (
    !Object.keys(wanted).some(isMissing) &&
    Object.entries(given).every(([name, field]) => {
      const recorded = wanted[name];
      return recorded !== undefined && alwaysFits(field, recorded);
    })
  );
}

const isLoose = ({ def }: z.ZodObject): boolean =>
  def.catchall !== undefined && !(def.catchall instanceof z.ZodNever);

const formatOf = (def: object): unknown => ('format' in def ? def.format : undefined);
