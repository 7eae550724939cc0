import { describe, expect, it } from '@jest/globals';
import type { DestroyedSubjectKey, SubjectKeys } from '../ports/subject-keys.js';
import { fixedKeyRing } from '../testing/index.js';
import { erasedKeys } from './erased-keys.js';

describe('the keys beside what the log says is erased', () => {
  it('of a new case are made without looking for them first', async () => {
    const { subjects } = fixedKeyRing();
    const asked: (boolean | undefined)[] = [];
    const make: SubjectKeys['make'] = (subject, isNew) => {
      asked.push(isNew);
      return subjects.make(subject, isNew);
    };
    const keys = erasedKeys({ ...subjects, make }, new Map());
    await keys.make('one', true);
    await keys.make('two');
    expect(asked).toEqual([true, undefined]);
  });

  it('of an erased person are destroyed, also where they would be made', () => {
    const gone: DestroyedSubjectKey = { id: '00', destroyedAt: '2026-01-01T00:00:00.000Z' };
    const keys = erasedKeys(fixedKeyRing().subjects, new Map([['one', gone]]));
    expect(keys.make('one', true)).toBe(gone);
  });
});
