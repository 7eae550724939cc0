import { signedIn } from '../api/client.js';
import { keepDraft, noteDraft, readDraft, removeDraft, type DraftContent } from '../api/drafts.js';
import { problemOf } from '../api/problem.js';
import { isUndecided } from '../api/send.js';
import { contentOf, DraftKeeper, type KeptDraft, type Refused } from './draft-keeper.js';

/** The drafts of the forms of this page. */
export const keptDrafts = new DraftKeeper({
  keep: (place, { version, draft }, isLeaving) =>
    keepDraft(place, { version, content: contentOf(draft) as DraftContent }, isLeaving),
  read: async (place) => keptDraftOf(await readDraft(place)),
  remove: async (place, version) => {
    await removeDraft(place, version);
  },
  refusedOf,
  newKey: () => crypto.randomUUID(),
  later(work, ms) {
    const timer = setTimeout(work, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  told: noteDraft,
});

export const keptDraftOf = ({
  version,
  keptAt,
  content,
}: Awaited<ReturnType<typeof readDraft>>): KeptDraft => ({
  ...{ version, keptAt },
  draft: { ...content, keptAt: Date.parse(keptAt) },
});

const tooMany = 429;
const unauthorized = 401;

function refusedOf(error: unknown): Refused {
  const problem = problemOf(error);
  if (problem?.code === 'DRAFT_CHANGED') return 'changed';
  if (problem?.code === 'DRAFT_NOT_FOUND') return 'gone';
  if (problem?.status === unauthorized) return 'signedOut';
  return isUndecided(error) || problem?.status === tooMany ? 'laterAgain' : 'notSo';
}

window.addEventListener('online', () => {
  keptDrafts.keepAll();
});
signedIn.addEventListener('signedIn', () => {
  keptDrafts.keepAll();
});
// A hidden page may be ended without another word.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') keptDrafts.keepAll(true);
});
window.addEventListener('beforeunload', (event) => {
  if (!keptDrafts.isOwing) return;
  keptDrafts.keepAll(true);
  event.preventDefault();
});
