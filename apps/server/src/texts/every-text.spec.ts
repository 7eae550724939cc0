import { describe, expect, it } from '@jest/globals';
import { problemCodes, problemKinds } from '@safeconduct/contracts';
import { languages, wordsOf, type InputKind, type Language, type Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { template } from '../../../../workflows/_template/index.js';
import { outputWords } from './output-words.js';
import ar from './problems.ar.json' with { type: 'json' };
import en from './problems.en.json' with { type: 'json' };
import { codeText, problemDetail } from './problem-text.js';
import { refusalDetails } from './refusal-text.js';
import { audienceOf } from './sentence.js';

const instant = '2025-01-03T09:00:00.000Z';

/** Everything that a value of a kind can be, as far as the workflow says. */
function samples({ texts }: Workflow, kind: InputKind): readonly unknown[] {
  const { values, states, fields, roles, commands, deadlines } = texts.en;
  const all: Readonly<Record<InputKind, readonly unknown[]>> = {
    time: [instant, '2025-01-03', null],
    code: [...Object.keys(values), Object.keys(values).slice(0, 3), [], null],
    field: [Object.keys(fields).slice(0, 3), ...Object.keys(fields)],
    state: Object.keys(states),
    role: Object.keys(roles),
    command: Object.keys(commands),
    deadline: Object.keys(deadlines),
    number: [0, 3],
    boolean: [true, false],
    text: ['A-17'],
  };
  return all[kind];
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** The text of a code with each value that its placeholders can have. */
function filled(workflow: Workflow, code: string, language: Language): readonly string[] {
  const names = placeholders(workflow.texts[language].codes[code] ?? '');
  const each = names.map((name) => [name, samples(workflow, workflow.inputs[name] as InputKind)] as const);
  const count = Math.max(1, ...each.map(([, values]) => values.length));
  return Array.from({ length: count }, (_, index) => {
    const inputs = each.map(([name, values]) => [name, values[index % values.length]]);
    const failed = { guard: 'G-ANY', code, inputs: Object.fromEntries(inputs) as never };
    return codeText(failed, workflow, language);
  });
}

const raw = [/\d-\d\d-\d\d/, /\d{2}Z/, /[A-Z]{2,}_[A-Z]/, /[{}[\]]/, /\b(?:null|undefined|true|false)\b/];

/** What of a sentence a reader could not read. */
function unreadable(text: string): readonly string[] {
  const found = raw.filter((form) => form.test(text)).map((form) => `${String(form)} in ${text}`);
  return isBalanced(text) ? found : [...found, `isolates are not balanced in ${text}`];
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text.match(/[\u2066-\u2069]/g) ?? []) {
    open += sign === '\u2069' ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

const rows = [...workflows, template].flatMap((workflow) =>
  languages.map((language) => ({ name: workflow.name, workflow, language })),
);

describe.each(rows)('the sentences of $name in $language', ({ workflow, language }) => {
  const codes = Object.keys(workflow.texts[language].codes);

  it('show of no value its raw form', () => {
    const found = codes.flatMap((code) => filled(workflow, code, language).flatMap(unreadable));
    expect([...new Set(found)]).toEqual([]);
  });

  it('say every code, state, role and command by its name', () => {
    const audience = audienceOf(workflow, language);
    const [state = ''] = workflow.chart.leaves;
    const [role = ''] = workflow.roles;
    const { states, roles } = workflow.texts[language];
    const members = { state, openCommands: [...workflow.commands.keys()], requiredRoles: workflow.roles };
    const [wrongState, notPermitted] = (['WRONG_STATE', 'NOT_PERMITTED'] as const).map((code) =>
      problemDetail(code, members, audience),
    );
    expect(wrongState).toContain(states[state]);
    expect(notPermitted).toContain(roles[role]);
    expect([wrongState, notPermitted].flatMap((text) => unreadable(text ?? ''))).toEqual([]);
    const named = members.openCommands.filter((name) => new RegExp(`\\b${name}\\b`).test(wrongState ?? ''));
    expect(named).toEqual([]);
  });

  it('are whole in the lines of a refusal', () => {
    const refusal = {
      ...{ code: 'OCCURRED_BEFORE_LAST_EVENT', state: workflow.chart.leaves[0] },
      ...{ requiredRoles: workflow.roles, openCommands: [...workflow.commands.keys()] },
      inputs: { occurredAt: instant, lastOccurredAt: '2025-01-03T09:00:05.000Z' },
    } as const;
    const lines = refusalDetails(refusal as never, workflow, language);
    expect(lines.flatMap(unreadable)).toEqual([]);
  });
});

describe.each(languages)('the details of problems in %s', (language) => {
  const members = {
    ...{ occurredAt: instant, lastOccurredAt: instant, openedAt: instant, asOf: instant, now: instant },
    ...{ state: 'camped.settled', openCommands: ['ClearReturn'], requiredRoles: ['crossing', 'counsel'] },
    ...{ caseId: 'c', traceId: 't', revision: '3', expected: '3', actual: '-1', limit: 1 },
    ...{ reason: 'LAST_ADMINISTRATOR', allowed: ['GET'], wanted: '9', reached: '8', head: '9' },
    issues: [{ path: 'data.formNo', code: 'x', message: 'must be a text' }],
    refusals: [{ guard: 'G', code: 'X', inputs: {}, message: 'not yet' }],
  };

  it.each(problemCodes)('of %s have every value, each as people read it', (code) => {
    const own = Object.fromEntries(
      problemKinds[code].members.map((name) => [name, members[name as keyof typeof members]]),
    );
    const detail = problemDetail(code, own, audienceOf(workflows[0], language));
    expect(unreadable(detail)).toEqual([]);
  });
});

/** Every text in an object of texts. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value)];
  return Object.values(value as object).flatMap(textsIn);
};

describe('the words', () => {
  const ofWorkflows = (language: Language) => rows.map(({ workflow }) => workflow.texts[language]);

  it('are one for a case in Arabic, and it is none of a court', () => {
    const texts = textsIn([ar, outputWords.ar, ofWorkflows('ar'), wordsOf(undefined, 'ar')]);
    expect(texts.filter((text) => /قضية|قضايا/.test(text))).toEqual([]);
  });

  it('call no person he', () => {
    const texts = textsIn([en, outputWords.en, ofWorkflows('en')]);
    expect(texts.filter((text) => /\b(?:he|his|him|himself)\b/i.test(text))).toEqual([]);
  });
});
