import {
  fillText,
  type Language,
  type Refusal,
  type RefusalCode,
  type Workflow,
} from '@safeconduct/workflow';
import { problemTitle } from './problem-text.js';

/** What a refusal says in one sentence: its code's text. */
export const refusalTitle = (code: RefusalCode, language: Language): string => problemTitle(code, language);

/**
 * The lines below the title: each invalid field, each failed guard, the roles that may send it, the commands
 * that are possible instead.
 */
export function refusalDetails(
  refusal: Refusal,
  workflow: Workflow | undefined,
  language: Language,
): readonly string[] {
  const texts = workflow?.texts[language];
  const lines = (refusal.issues ?? []).map(({ path, message }) =>
    path === '' ? message : `${path}: ${message}`,
  );
  for (const { guard, code, inputs } of refusal.refusals ?? []) {
    lines.push(`${guard} ${code}: ${fillText(texts?.codes[code] ?? code, inputs)}`);
  }
  if (refusal.requiredRoles !== undefined) {
    const roles = refusal.requiredRoles.map((role) => texts?.roles[role] ?? role);
    lines.push(fillText(words[language].roles, { roles: roles.join(words[language].comma) }));
  }
  if (refusal.state !== undefined) {
    const state = texts?.states[refusal.state] ?? refusal.state;
    lines.push(fillText(words[language].state, { state, path: refusal.state }));
  }
  if (refusal.openCommands !== undefined) {
    lines.push(
      fillText(words[language].open, { commands: refusal.openCommands.join(words[language].comma) }),
    );
  }
  for (const [name, value] of Object.entries(refusal.inputs ?? {})) lines.push(`${name}: ${String(value)}`);
  return lines;
}

const words = {
  en: {
    roles: 'who may: {roles}',
    state: 'state: {state} ({path})',
    open: 'possible now: {commands}',
    comma: ', ',
  },
  ar: {
    roles: 'المخوَّلون: {roles}',
    state: 'المرحلة: {state} ({path})',
    open: 'الممكن الآن: {commands}',
    comma: '، ',
  },
} as const;
