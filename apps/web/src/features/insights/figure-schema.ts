import type { WorkflowFile } from '../../api/queries.js';
import type { Schema } from '../../form/fields-of.js';
import { asIs } from '../../language/as-is.js';
import type { InBoth, Locale } from '../../language/locale.js';
import type { TextKey } from '../../language/texts/en.js';
import type { Answers } from '../../form/data-of.js';
import { givenDay } from '../../language/days.js';
import type { Correction, Figure, Report } from './reported-figures.js';

interface FormParts {
  readonly t: Locale['t'];
  readonly outcomes: readonly string[];
  /** The figures that can be parts. */
  readonly others: readonly Figure[];
}

const relations = ['exactly', 'about', 'atLeast', 'moreThan', 'atMost'] as const;
const quoteMax = 2000;

/** The form of a figure as a schema, so that it is asked for as the forms of commands are. */
export function figureForm(workflow: WorkflowFile, { t, outcomes, others }: FormParts): Schema {
  const said = (key: TextKey): InBoth => asIs(t(key));
  let order = 0;
  const field = (key: TextKey, schema: Schema, hint?: TextKey): Schema => ({
    ...schema,
    'x-titles': said(key),
    'x-order': (order += 1),
    ...(hint !== undefined && { 'x-hints': said(hint) }),
  });
  const one = (values: readonly string[], titles: Readonly<Record<string, InBoth>>): Schema => ({
    ...{ type: 'string', enum: values },
    'x-values': titles,
  });
  const parts = Object.fromEntries(others.map(({ id, source, quote }) => [id, asIs(`${source}: ${quote}`)]));
  const verdicts = Object.fromEntries(
    relations.map((relation) => [relation, said(`figures.choice.${relation}`)]),
  );
  return {
    type: 'object',
    required: ['source', 'published', 'speaksOf', 'quote', 'figure', 'relation'],
    properties: {
      source: field('figures.source', { type: 'string', maxLength: 200 }),
      address: field('figures.address', { type: 'string' }, 'figures.addressHint'),
      published: field('figures.publishedOn', { type: 'string', format: 'date' }),
      speaksOf: field('figures.speaksOf', { type: 'string', format: 'date' }, 'figures.speaksOfHint'),
      quote: field('figures.quote', { type: 'string', maxLength: quoteMax }, 'figures.quoteHint'),
      relation: field('figures.relation', one(relations, verdicts)),
      figure: field('figures.number', { type: 'integer', minimum: 0 }),
      counts: field('figures.counts', countsForm(workflow, { field, one, outcomes }), 'figures.countsHint'),
      ...(others.length > 0 && {
        parts: field('figures.parts', { type: 'array', items: one(Object.keys(parts), parts) }),
      }),
    },
  };
}

/** The form in which a figure is corrected. A moment that is no day, which this form cannot ask for, stays as it is. */
export function correctionForm(workflow: WorkflowFile, figure: Figure, parts: FormParts): Schema {
  const said = (key: TextKey): InBoth => asIs(parts.t(key));
  const others = parts.others.filter(({ id }) => id !== figure.id);
  const asked = without(figureForm(workflow, { ...parts, others }), momentsOf(figure));
  const { counts = {} } = asked.properties ?? {};
  return {
    type: 'object',
    required: ['figure', 'reason'],
    properties: {
      figure: {
        ...asked,
        ...{ 'x-titles': said('figures.said'), 'x-order': 1 },
        properties: { ...asked.properties, counts: without(counts, momentsOf(figure.counts)) },
      },
      reason: {
        ...{ type: 'string', maxLength: 1000, 'x-titles': said('figures.why'), 'x-order': 2 },
      },
    },
  };
}

/** A form without some of its fields. */
const without = (form: Schema, left: object): Schema => ({
  ...form,
  required: (form.required ?? []).filter((name) => !(name in left)),
  properties: Object.fromEntries(Object.entries(form.properties ?? {}).filter(([name]) => !(name in left))),
});

type Times = Pick<Figure, 'published' | 'speaksOf'> & Pick<Figure['counts'], 'since'>;

/** The times that are moments and not days. */
const momentsOf = ({ published, speaksOf, since }: Partial<Times>) =>
  Object.fromEntries(
    Object.entries({ published, speaksOf, since }).filter(
      ([, time]) => time !== undefined && givenDay(time) === undefined,
    ),
  );

/** The figure as it stands, as the form shows it. */
export const answersOf = ({ source, address, published, speaksOf, quote, relation, ...figure }: Figure) =>
  ({
    ...{ 'figure.source': source, 'figure.address': address ?? '', 'figure.quote': quote },
    ...{ 'figure.published': published, 'figure.speaksOf': speaksOf, 'figure.relation': relation },
    ...{ 'figure.figure': String(figure.figure), 'figure.parts': figure.parts },
    ...answersOfCounts(figure.counts),
  }) satisfies Answers;

function answersOfCounts({ tags = {}, ...counts }: Figure['counts']): Answers {
  const ofTags = Object.entries(tags).map(([name, codes]) => [tagField(name), codes] as const);
  const entries = [...Object.entries(counts), ...ofTags];
  return Object.fromEntries(entries.map(([name, answer]) => [`figure.counts.${name}`, answer]));
}

/** What was filled in, as the API takes it: with what the form does not ask for as it stands. */
export function correctionOf(data: Readonly<Record<string, unknown>>, figure: Figure): Correction {
  const { figure: stated = {}, ...others } = data as Record<string, object>;
  const { counts, ...report } = reportOf(stated as Record<string, unknown>, figure.workflow);
  return {
    ...others,
    figure: { ...momentsOf(figure), ...report, counts: { ...momentsOf(figure.counts), ...counts } },
  } as unknown as Correction;
}

interface CountsParts {
  readonly field: (key: TextKey, schema: Schema, hint?: TextKey) => Schema;
  readonly one: (values: readonly string[], titles: Readonly<Record<string, InBoth>>) => Schema;
  readonly outcomes: readonly string[];
}

function countsForm(workflow: WorkflowFile, { field, one, outcomes }: CountsParts): Schema {
  const { states, events, values, tags } = workflow;
  const titled = (items: readonly (readonly [string, InBoth])[]): Schema =>
    one(
      items.map(([value]) => value),
      Object.fromEntries(items),
    );
  const several = (items: readonly (readonly [string, InBoth])[]): Schema => ({
    ...{ type: 'array', items: titled(items) },
  });
  const state = states.map(({ path, titles }) => [path, whole(workflow, path, titles)] as const);
  const outcome = outcomes.map((code) => [code, values[code] ?? asIs(code)] as const);
  return {
    type: 'object',
    properties: {
      states: field('figures.state', several(state)),
      outcomes: field('figures.outcome', several(outcome)),
      facility: field('figures.facility', {
        type: 'string',
        'x-registry': { name: 'facility', closed: true },
      }),
      ...Object.fromEntries(
        tags.map(({ name, titles, codes }, index) => [
          tagField(name),
          {
            ...several(codes.map((code) => [code.code, code.titles] as const)),
            ...{ 'x-titles': titles, 'x-order': 1000 + index },
          },
        ]),
      ),
      event: field('figures.event', titled(events.map(({ type, titles }) => [type, titles] as const))),
      since: field('figures.since', { type: 'string', format: 'date' }),
    },
  };
}

/** The name of a state with those of the states that it lies in. */
function whole({ states }: WorkflowFile, path: string, titles: InBoth): InBoth {
  const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : undefined;
  const above = states.find((state) => state.path === parent);
  if (parent === undefined || above === undefined) return titles;
  const { en, ar } = whole({ states } as WorkflowFile, parent, above.titles);
  return { en: `${en} · ${titles.en}`, ar: `${ar} · ${titles.ar}` };
}

/** The field of a tag, beside fields that are none. */
const tagField = (name: string): string => `tag ${name}`;

type Counts = Readonly<Record<string, unknown>>;

/** What was filled in, as the API takes it. */
export function reportOf(data: Readonly<Record<string, unknown>>, workflow: string): Report {
  const { counts = {}, ...report } = data as Record<string, unknown> & { readonly counts?: Counts };
  const isOfTag = ([name]: readonly [string, unknown]): boolean => name.startsWith(tagField(''));
  const tags = Object.entries(counts).filter(isOfTag);
  return {
    ...(report as unknown as Report),
    workflow,
    counts: {
      ...Object.fromEntries(Object.entries(counts).filter((one) => !isOfTag(one))),
      ...(tags.length > 0 && {
        tags: Object.fromEntries(tags.map(([name, codes]) => [name.slice(tagField('').length), codes])),
      }),
    },
  } as Report;
}
