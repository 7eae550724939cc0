import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { draftQuery, draftsQuery, type DraftPlace } from '../api/drafts.js';
import { problemOf } from '../api/problem.js';
import type { Draft } from './drafts.js';
import type { Keeping, KeptDraft } from './draft-keeper.js';
import { keptDraftOf, keptDrafts } from './kept-drafts.js';
import { emptyDraft, type OpenDraft } from './use-draft.js';

interface Found {
  /** Whether the server was asked and has not answered yet. */
  readonly isPending: boolean;
  readonly found: KeptDraft | undefined;
  /** Why it is not known what the server has. */
  readonly error: Error | null;
}

/** What the server has of a form. What was typed into this page and is not kept yet comes before it. */
export function useFoundDraft(place: DraftPlace): Found {
  const [isHere] = useState(() => keptDrafts.has(place));
  const list = useQuery(draftsQuery(place.caseId));
  const isThere = list.data?.some(({ command }) => command === place.command) ?? false;
  const [isAsked, setAsked] = useState<boolean>();
  // Decided once: what is kept from this form later is no reason to read it.
  if (isAsked === undefined && (!list.isPending || list.failureCount > 0)) setAsked(isThere && !isHere);
  const one = useQuery({ ...draftQuery(place), enabled: isAsked === true, refetchOnWindowFocus: false });
  return {
    isPending: !isHere && (isAsked === undefined || (isAsked && one.isPending)),
    found: one.data === undefined ? undefined : keptDraftOf(one.data),
    error: list.error ?? (problemOf(one.error)?.code === 'DRAFT_NOT_FOUND' ? null : one.error),
  };
}

export interface OpenKeptDraft extends OpenDraft {
  readonly place: DraftPlace;
  readonly keeping: Keeping;
  /** @throws  what the server answered; then it is there as before */
  readonly throwAway: () => Promise<void>;
}

/** The draft of a form that the server keeps. @param found  what the server had when the form was opened */
export function useKeptDraft(
  place: DraftPlace,
  revision: string,
  found: KeptDraft | undefined,
): OpenKeptDraft {
  const [begun] = useState(found);
  const [empty, setEmpty] = useState(() => emptyDraft(revision));
  const { caseId, command } = place;
  useEffect(() => {
    keptDrafts.begin({ caseId, command }, begun);
    return () => {
      keptDrafts.end({ caseId, command });
    };
  }, [caseId, command, begun]);
  const keeping = useSyncExternalStore(keptDrafts.watch, () => keptDrafts.keepingOf(place));
  const draft = useSyncExternalStore(keptDrafts.watch, () => nowIn(place, begun)) ?? empty;
  const change = (next: (before: Draft) => Partial<Draft>): void => {
    const before = nowIn(place, begun) ?? empty;
    keptDrafts.type(place, { ...before, ...next(before), keptAt: Date.now() });
  };
  return {
    ...{ place, keeping, draft, isOld: begun !== undefined },
    answer: (path, value) => {
      change(({ answers }) => ({ answers: { ...answers, [path]: value } }));
    },
    change: (next) => {
      change(() => next);
    },
    drop: () => {
      keptDrafts.sent(place);
      setEmpty(emptyDraft(revision));
    },
    async throwAway() {
      await keptDrafts.throwAway(place);
      setEmpty(emptyDraft(revision));
    },
  };
}

const nowIn = (place: DraftPlace, begun: KeptDraft | undefined): Draft | undefined =>
  keptDrafts.has(place) ? keptDrafts.draftOf(place) : begun?.draft;
