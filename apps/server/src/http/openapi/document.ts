import {
  apiBase,
  commandEnvelope,
  FeedBusy,
  FeedEvent,
  FeedJob,
  FeedErased,
  FeedProposal,
  FeedPulse,
  FeedReset,
  operations,
  Problem,
  type Operation,
} from '@safeconduct/contracts';
import {
  compareText,
  needsSecondPerson,
  personRolesKey,
  type Command,
  type Workflow,
} from '@safeconduct/workflow';
import { z } from 'zod';
import { formOf } from '../answers/form.js';
import { viewOperation } from '../views/view-operation.js';
import { exampleOf, optionalFields } from './example.js';
import { describeOperation, type RequestBody } from './operation.js';
import { Schemas, type JsonSchema } from './schemas.js';

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: JsonSchema;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Record<string, Record<string, JsonSchema>>;
  readonly security: readonly JsonSchema[];
  readonly components: {
    readonly schemas: Record<string, JsonSchema>;
    readonly securitySchemes: Record<string, JsonSchema>;
  };
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'A token of a program.' },
};

const tags = [
  { name: 'commands', description: 'Opening cases and advancing them.' },
  { name: 'proposals', description: 'Steps that wait for a second person, and their end.' },
  { name: 'cases', description: 'Cases: lists, files, histories, what can be done, replays.' },
  { name: 'saved lists', description: 'Lists of cases that people saved under a name.' },
  { name: 'people', description: 'The people who work with cases, and who signed in.' },
  { name: 'sign-in', description: 'How people sign in, their accounts, and tokens for programs.' },
  { name: 'population', description: 'The number of cases in each state, at any moment.' },
  { name: 'reported figures', description: 'What others stated of the persons, beside the ledger.' },
  { name: 'audit', description: 'The log over all cases, and who read what.' },
  { name: 'drafts', description: 'What a person has begun to type and not sent, kept for them alone.' },
  { name: 'emergency access', description: 'Access to one case in an emergency, and its review.' },
  { name: 'feed', description: 'What happens, as it is recorded.' },
  { name: 'jobs', description: 'Long work.' },
  { name: 'verification', description: 'Checks of the whole log, and what they found.' },
  { name: 'workflows', description: 'The definitions.' },
  { name: 'operation', description: 'Health and figures.' },
];

/**
 * The API as an OpenAPI 3.1 document, made from the schemas that parse its requests, and from the workflows.
 */
export function openApiDocument(workflows: readonly Workflow[]): OpenApiDocument {
  const schemas = new Schemas();
  const paths: OpenApiDocument['paths'] = {};
  const add = (operation: Operation, body?: RequestBody) => {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describeOperation(operation, schemas, body);
  };
  for (const operation of Object.values(operations) as readonly Operation[]) add(operation);
  for (const workflow of workflows) add(...openingOf(workflow, schemas));
  for (const workflow of workflows)
    for (const view of workflow.views.values()) add(viewOperation(workflow, view));
  for (const [name, of] of commandsByName(workflows)) add(...commandOf(name, of, schemas));
  for (const extra of [...feedData, Problem]) schemas.of(extra, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Safeconduct',
      version: '1',
      summary: 'Cases that move by recorded steps: advance them, replay them, count them.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags,
    paths,
    security: [{ token: [] }],
    components: { schemas: sorted(schemas.byName), securitySchemes },
  };
}

const feedData = [FeedEvent, FeedPulse, FeedProposal, FeedErased, FeedJob, FeedReset, FeedBusy];

/**
 * Each command has an operation of its own beside the general one, so that generated clients know its form.
 */
function openingOf(workflow: Workflow, schemas: Schemas): [Operation, RequestBody] {
  const { name, opening, texts } = workflow;
  const operation: Operation = {
    ...operations.openCase,
    ...answersOf(operations.openCase, [opening]),
    id: operationId(name, opening.name),
    path: `${apiBase}/workflows/${name}/cases`,
    summary: `${opening.name}: ${texts.en.commands[opening.name] ?? ''}`,
    params: z.strictObject({}),
  };
  return [operation, bodyOf(operation.id, [[workflow, opening]], schemas)];
}

/** A command that needs a second person waits for them; any other is recorded at once. */
function answersOf(
  { success, otherwise }: Pick<Operation, 'success' | 'otherwise'>,
  commands: readonly Command[],
): Pick<Operation, 'success' | 'otherwise'> {
  const waiting = commands.filter(needsSecondPerson).length;
  if (waiting === 0) return { success, otherwise: undefined };
  return waiting === commands.length
    ? { success: otherwise ?? success, otherwise: undefined }
    : { success, otherwise };
}

type Declared = readonly (readonly [Workflow, Command])[];

function commandOf(name: string, declared: Declared, schemas: Schemas): [Operation, RequestBody] {
  const { caseId } = operations.sendCommand.params.shape;
  const titles = declared.map(([{ texts }]) => texts.en.commands[name] ?? '');
  const operation: Operation = {
    ...operations.sendCommand,
    ...answersOf(
      operations.sendCommand,
      declared.map(([, command]) => command),
    ),
    ...(declared.length > 1 && { description: formOfEach(declared) }),
    id: operationId(declared.map(([workflow]) => workflow.name).join('-or-'), name),
    path: `${apiBase}/cases/{caseId}/commands/${name}`,
    summary: `${name}: ${[...new Set(titles)].join('; ')}`,
    params: z.strictObject({ caseId }),
  };
  return [operation, bodyOf(operation.id, declared, schemas)];
}

const formOfEach = (declared: Declared): string =>
  'Several workflows have a command of this name. The form is that of the workflow of the case: ' +
  `${declared.map(([{ name }]) => `\`${name}\``).join(', ')}.`;

/** Two workflows may have a command of the same name; then the case decides which body is right. */
function commandsByName(workflows: readonly Workflow[]): ReadonlyMap<string, Declared> {
  const found = new Map<string, (readonly [Workflow, Command])[]>();
  for (const workflow of workflows) {
    for (const command of workflow.commands.values()) {
      if (command.opens !== undefined) continue;
      found.set(command.name, [...(found.get(command.name) ?? []), [workflow, command]]);
    }
  }
  return found;
}

function bodyOf(id: string, declared: Declared, schemas: Schemas): RequestBody {
  const bodies = declared.map(([workflow, command]) => bodyIn(workflow, command, schemas));
  const [only] = bodies as [JsonSchema];
  if (bodies.length === 1) {
    const [[workflow, command]] = declared as readonly [readonly [Workflow, Command]];
    return { schema: only, example: exampleFor(workflow, command) };
  }
  const examples = declared.flatMap(([workflow, command]) => {
    const value = exampleFor(workflow, command);
    return value === undefined ? [] : [[workflow.name, { value }] as const];
  });
  return { schema: schemas.name(typeNamed(id), { anyOf: bodies }), examples: Object.fromEntries(examples) };
}

/** The body of a command in one workflow. It gets a name, so that a generator makes a named type of it. */
function bodyIn(workflow: Workflow, command: Command, schemas: Schemas): JsonSchema {
  const envelope = schemas.of(z.strictObject(commandEnvelope), 'input');
  const type = typeNamed(operationId(workflow.name, command.name));
  const data = schemas.name(`${type}Data`, schemas.take(formOf(workflow, command, 'en')));
  const properties = { data, ...(envelope['properties'] as JsonSchema) };
  const whole = { type: 'object', properties, required: ['data'], additionalProperties: false };
  return schemas.name(type, whole);
}

const typeNamed = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/**
 * The shortest body that the form accepts; none where the form has rules that its schema does not express.
 */
function exampleFor(workflow: Workflow, command: Command): unknown {
  const form = withPersons(workflow, formOf(workflow, command, 'en'));
  const optional = optionalFields(form);
  const tried = [[], ...optional.map((name) => [name]), optional].map((chosen) => exampleOf(form, chosen));
  const data = tried.find((one) => command.input.safeParse(one).success);
  return data && { data, ...(command.onBehalf === true && { onBehalfOf: 'subject' }) };
}

/** No schema says which persons are registered, so a field that names one takes the workflow's own example. */
function withPersons({ source }: Workflow, form: JsonSchema): JsonSchema {
  const properties = Object.entries((form['properties'] ?? {}) as Record<string, JsonSchema>);
  const named = properties.map(([name, field]) => {
    const [example] = personRolesKey in field ? (source.examples?.[name] ?? []) : [];
    return [name, example === undefined ? field : { ...field, const: example }] as const;
  });
  return { ...form, properties: Object.fromEntries(named) };
}

/** `officer-case`, `ClearReturn`: `officerCaseClearReturn`. */
const operationId = (workflow: string, command: string): string =>
  workflow.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase()) + command;

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => compareText(left, right)));
