import type { DestroyedSubjectKey, SubjectKey, SubjectKeys } from '../ports/subject-keys.js';

type Found = ReadonlyMap<string, SubjectKey>;

/**
 * The same keys, where those that the log says are destroyed are destroyed, whatever the key store has: one that was put
 * back from a backup of before must open nothing.
 */
export function erasedKeys(keys: SubjectKeys, erased: ReadonlyMap<string, DestroyedSubjectKey>): SubjectKeys {
  const withErased = (subjects: readonly string[], found: Found): Found => {
    const gone = subjects.filter((subject) => erased.has(subject));
    if (gone.length === 0) return found;
    const known = new Map(found);
    for (const subject of gone) known.set(subject, erased.get(subject) as DestroyedSubjectKey);
    return known;
  };
  return {
    find(subjects) {
      const found = keys.find(subjects);
      if (erased.size === 0) return found;
      return found instanceof Promise
        ? found.then((later) => withErased(subjects, later))
        : withErased(subjects, found);
    },
    make: (subject, isNew) => erased.get(subject) ?? keys.make(subject, isNew),
    destroy: (subject, at) => keys.destroy(subject, at),
    forget(subject) {
      keys.forget(subject);
    },
  };
}
