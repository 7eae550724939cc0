import type { Language, Refusal, RefusalCode, Workflow } from '@safeconduct/workflow';
import { codeText, hasDetail, issuesIn, problemDetail, problemTitle, saidText } from './problem-text.js';
import { audienceOf, sentence, type Audience } from './sentence.js';

/** What a refusal says in one sentence: its code's text. */
export const refusalTitle = (code: RefusalCode, language: Language): string => problemTitle(code, language);

/**
 * The lines below the title: each invalid field, each failed guard, the roles that may send it, the commands
 * that are possible instead. A code stands beside its name, because the next command is typed with it.
 */
export function refusalDetails(
  refusal: Refusal,
  workflow: Workflow | undefined,
  language: Language,
): readonly string[] {
  const { issues = [], refusals = [], requiredRoles, state, openCommands } = refusal;
  const audience = audienceOf(workflow, language);
  const say = words[language];
  const named = (text: string, values: Readonly<Record<string, unknown>>) =>
    sentence(text, { values, kinds: { state: 'state' } }, audience);
  return [
    ...issuesIn(issues, language).map((issue) => saidText(issue, audience)),
    ...refusals.map((failed) => {
      const message = codeText(failed, workflow, language);
      return saidText({ path: `${failed.guard} ${failed.code}`, message }, audience);
    }),
    ...(requiredRoles ? [named(say.roles, { roles: withCodes(requiredRoles, audience.texts?.roles) })] : []),
    ...(state === undefined ? [] : [named(say.state, { state, path: state })]),
    ...(openCommands
      ? [named(say.open, { commands: withCodes(openCommands, audience.texts?.commands) })]
      : []),
    ...inputLines(refusal, audience),
  ];
}

/** Names with their codes: `Clear the return (ClearReturn)`. */
export const withCodes = (codes: readonly string[], names: Readonly<Record<string, string>> = {}) =>
  codes.map((code) => (names[code] === undefined ? code : `${names[code]} (${code})`));

/** The times, revisions or case behind a code, as its own sentence where it has one. */
function inputLines({ code, inputs }: Refusal, audience: Audience): readonly string[] {
  if (inputs === undefined) return [];
  if (hasDetail(code)) return [problemDetail(code, inputs, audience)];
  return Object.entries(inputs).map(([name, value]) =>
    sentence(`${name}: {value}`, { values: { value }, kinds: {} }, audience),
  );
}

const words = {
  en: { roles: 'who may: {roles}', state: 'state: {state} ({path})', open: 'possible now: {commands}' },
  ar: { roles: 'المخوَّلون: {roles}', state: 'المرحلة: {state} ({path})', open: 'الممكن الآن: {commands}' },
} as const;
