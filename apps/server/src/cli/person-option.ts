import { identityForm, idPattern } from '@safeconduct/workflow';
import { UsageError } from '../console/usage-error.js';

/** The id that an option gives, which need not be known. @throws UsageError  it can be no id */
export function personIn(option: string, text: string): string {
  const id = identityForm(text);
  if (idPattern.test(id)) return id;
  throw new UsageError(`${option} takes the id of a person, such as co-01`);
}
