import type { DataClass, Instant } from '@safeconduct/workflow';
import { createHmac, createSecretKey } from 'node:crypto';
import type { DestroyedSubjectKey, LiveSubjectKey, SubjectKeys } from '../ports/subject-keys.js';

/**
 * Keys that are derived from names, so that two objects of one name have the same without sharing memory. Every
 * subject has keys; what is destroyed is remembered by the object alone.
 */
export function derivedSubjectKeys(name: string): SubjectKeys {
  const destroyed = new Map<string, DestroyedSubjectKey>();
  const derive = (...of: readonly string[]) =>
    createHmac('sha256', name).update(of.join('\n'), 'utf8').digest();
  const live = (subject: string): LiveSubjectKey => ({
    id: derive(subject).toString('hex', 0, 8),
    of: (dataClass: DataClass) => createSecretKey(derive(subject, dataClass)),
  });
  const keyOf = (subject: string) => destroyed.get(subject) ?? live(subject);
  return {
    find: (subjects) => new Map(subjects.map((subject) => [subject, keyOf(subject)])),
    make: keyOf,
    destroy(subject: string, at: Instant) {
      const key = destroyed.get(subject) ?? { id: live(subject).id, destroyedAt: at };
      destroyed.set(subject, key);
      return Promise.resolve(key);
    },
    forget: () => {},
  };
}
