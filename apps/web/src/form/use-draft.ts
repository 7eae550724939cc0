import { useState } from 'react';
import type { Answer } from './data-of.js';
import { draftOf, dropDraft, keepDraft, type Draft } from './drafts.js';

export interface OpenDraft {
  readonly draft: Draft;
  /** Whether it holds what was typed before the form was opened this time. */
  readonly isOld: boolean;
  readonly answer: (path: string, value: Answer | undefined) => void;
  readonly change: (change: Partial<Draft>) => void;
  readonly drop: () => void;
}

/** The draft of a form that no server keeps: what was typed before, else an empty one. */
export function useDraft(form: string, revision: string): OpenDraft {
  const [old] = useState(() => draftOf(form));
  const [draft, setDraft] = useState(() => old ?? emptyDraft(revision));
  const change = (next: Partial<Draft>): void => {
    setDraft((before) => {
      const changed = { ...before, ...next, keptAt: Date.now() };
      keepDraft(form, changed);
      return changed;
    });
  };
  return {
    draft,
    isOld: old !== undefined,
    answer: (path, value) => {
      setDraft((before) => {
        const changed = { ...before, answers: { ...before.answers, [path]: value }, keptAt: Date.now() };
        keepDraft(form, changed);
        return changed;
      });
    },
    change,
    drop: () => {
      dropDraft(form);
      setDraft(emptyDraft(revision));
    },
  };
}

export const emptyDraft = (revision: string): Draft => ({
  answers: {},
  occurredAt: '',
  onBehalfOf: '',
  revision,
  key: crypto.randomUUID(),
  keptAt: Date.now(),
});
