import type { Engine } from '@safeconduct/engine';
import { didYouMean, nearestOf } from '@safeconduct/workflow';
import { UsageError } from '../console/usage-error.js';

/**
 * The workflow whose cases a command opens. Where only one workflow is registered it is that one, whatever the command: the
 * engine then refuses the command in the words of that workflow.
 * @throws UsageError  several workflows are registered, and none of them or more than one opens a case with this command
 */
export function workflowOpenedBy(register: Engine['register'], command: string): string {
  const [first, ...others] = register.values();
  if (first !== undefined && others.length === 0) return first.name;
  const all = [...register.values()];
  const [opener, ...more] = all.filter(({ opening }) => opening.name === command);
  if (opener !== undefined && more.length === 0) return opener.name;
  if (opener !== undefined) {
    const choices = [opener, ...more].map(({ name }) => `--workflow ${name}`).join(' or ');
    throw new UsageError(`${command} opens a case of several workflows; say which one with ${choices}`);
  }
  const meant = didYouMean(nearestOf(command, new Set(all.map(({ opening }) => opening.name))));
  const choices = all.map(({ name, opening }) => `${opening.name} (--workflow ${name})`).join(', ');
  throw new UsageError(`no workflow opens a case with ${command}${meant}; cases are opened with ${choices}`);
}
