import type { ProblemCode, ProblemKind } from '@safeconduct/contracts';
import type { Language } from '@safeconduct/workflow';
import { escaped as html } from '../html.js';
import type { OpenApiDocument } from './document.js';
import type { RequestBody } from './operation.js';
import type { JsonSchema } from './schemas.js';

export const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #888; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 3rem; } h3 { margin-bottom: .25rem; } code, pre { font: 14px/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); }
summary { cursor: pointer; } .soft { color: var(--soft); } .method { font-weight: 700; }
section.operation { border-top: 1px solid var(--line); padding: .5rem 0; }`;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, RequestBody> };
  readonly responses: Record<string, { readonly description: string }>;
}

/** The whole document on one page that needs nothing but itself. */
export function overviewPage({ info, tags, paths, components }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      path,
      method,
      ...(described as unknown as Described),
    })),
  );
  const parts = tags.map(({ name, description }) => {
    const shown = operations.filter((operation) => operation.tags.includes(name)).map(operationPart);
    return `<h2 id="${html(name)}">${html(name)}</h2><p>${prose(description)}</p>${shown.join('')}`;
  });
  const links = tags.map(({ name }) => `<a href="#${html(name)}">${html(name)}</a>`).join(' · ');
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${html(name)}"><summary><code>${html(name)}</code></summary>` +
      `${json(schema)}</details>`,
  );
  return page(
    String(info['title']),
    'en',
    `<h1>${html(String(info['title']))}</h1><p>${html(String(info['summary']))}</p>
<p>For machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p><nav>${links} · <a href="#schemas">schemas</a></nav>
${parts.join('\n')}<h2 id="schemas">Schemas</h2>${schemas.join('\n')}`,
  );
}

function operationPart(operation: Described & { readonly path: string; readonly method: string }): string {
  const {
    path,
    method,
    summary,
    description = '',
    parameters = [],
    requestBody,
    responses,
    operationId,
  } = operation;
  const rows = parameters.map(
    ({ name, in: location, required, description: says = '', schema }) =>
      `<tr><td><code>${html(name)}</code></td>` +
      `<td class="soft">${location}${required ? ', required' : ''}</td>` +
      `<td>${prose(says)} ${typeOf(schema)}</td></tr>`,
  );
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema, example, examples }]) =>
      `<p>Body, <code>${html(type)}</code></p>` +
      shownExample(examples ?? example) +
      `<p>Schema: ${typeOf(schema)}</p>`,
  );
  const answers = Object.entries(responses).map(
    ([status, answer]) => `<tr><td>${html(status)}</td><td>${prose(answer.description)}</td></tr>`,
  );
  return `<section class="operation" id="${html(operationId)}"><h3>${html(summary)}</h3>
<p><code><span class="method">${method.toUpperCase()}</span> ${html(path)}</code></p><p>${prose(description)}</p>
<details><summary>Parameters and answers</summary><table>${rows.join('')}</table>${bodies.join('')}<table>${answers.join('')}</table></details></section>`;
}

/** Where a form has rules that its schema does not express, there is no example. */
function shownExample(example: unknown): string {
  if (example === undefined) return '';
  return `<p>Such as</p>${typeof example === 'string' ? text(example) : json(example)}`;
}

const reference = '#/components/schemas/';

function typeOf(schema: JsonSchema): string {
  const to = schema['$ref'];
  if (typeof to !== 'string')
    return `<span class="soft">${html(JSON.stringify(schema['type'] ?? '').replaceAll('"', ''))}</span>`;
  const name = to.slice(reference.length);
  return `<a href="#schema-${html(name)}">${html(name)}</a>`;
}

/** The page that the `type` of a problem leads to. */
export function problemPage(
  code: ProblemCode,
  {
    title,
    kind,
    language,
  }: { readonly title: string; readonly kind: ProblemKind; readonly language: Language },
): string {
  const members =
    kind.members.length === 0 ? '' : `<p>Members: <code>${kind.members.join('</code>, <code>')}</code></p>`;
  const body = `<h1>${html(title)}</h1><div lang="en" dir="ltr"><p><code>${code}</code>, status ${kind.status}</p>
<p>${prose(kind.meaning)}</p><p><b>What to do:</b> ${prose(kind.remedy)}</p>${members}<p><a href="/docs">All of the API</a></p></div>`;
  return page(code, language, body);
}

/** A page that needs nothing but itself; `body` is HTML. */
export const page = (title: string, language: Language, body: string): string =>
  `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${html(title)}</title><style>${style}</style></head><body>${body}</body></html>`;

const text = (value: string): string => `<pre dir="ltr">${html(value)}</pre>`;
const json = (value: unknown): string => text(JSON.stringify(value, null, 2));

/** A sentence in which names stand between backticks. */
const prose = (text: string): string => html(text).replace(/`([^`]+)`/g, '<code>$1</code>');
