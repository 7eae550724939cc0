import type { Answers } from './data-of.js';

/** What somebody has typed into a form and not sent. */
export interface Draft {
  readonly answers: Answers;
  /** When it happened as it was said; empty: now. */
  readonly occurredAt: string;
  readonly onBehalfOf: string;
  /** The revision of the case on which it was begun. */
  readonly revision: string;
  /** By which the server knows a repeated attempt: new for a new content once an answer came. */
  readonly key: string;
  readonly keptAt: number;
}

/**
 * Drafts of new cases, whose persons have no keys yet that could seal them at the server. They stay in the memory of the page:
 * through other screens, lost connections and a new sign-in. They are personal data, so they are written to no disk of this
 * device; a page that is about to be left asks first.
 */
const drafts = new Map<string, Draft>();

export const draftOf = (form: string): Draft | undefined => drafts.get(form);

export function keepDraft(form: string, draft: Draft): void {
  drafts.set(form, draft);
}

export function dropDraft(form: string): void {
  drafts.delete(form);
}

window.addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault();
});
