import { identityForm } from '@safeconduct/workflow';

/** Persons are recorded in their identity form, and asked for in any. */
export const personAsked = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : identityForm(id);
