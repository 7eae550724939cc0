import { describe, expect, it } from '@jest/globals';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { registerOf } from '../events/case-event.js';
import { emergencyClasses, readingPurposes } from './reading-purposes.js';

const register = registerOf([officerCase]);
const actor = (...roles: string[]) => ({ id: 'p-1', roles });
const purposesOf = (...roles: string[]) =>
  readingPurposes(register, actor(...roles)).map(({ purpose, isDefault }) =>
    isDefault ? `${purpose}!` : purpose,
  );

describe('what somebody can read for', () => {
  it('is what one of their roles has, what they read for by default first, and each once', () => {
    expect(purposesOf('dataProtection')).toEqual(['audit!', 'subjectRequest']);
    expect(purposesOf('monitor', 'auditor', 'dataProtection')).toEqual([
      'monitoring!',
      'audit!',
      'subjectRequest',
    ]);
    expect(purposesOf()).toEqual([]);
    expect(purposesOf('constructor', 'thief')).toEqual([]);
  });

  it('opens the report for the person where it is on their request, or for their counsel', () => {
    const opening = (role: string) =>
      readingPurposes(register, actor(role)).flatMap(({ purpose, opensAccessReports }) =>
        opensAccessReports ? [purpose] : [],
      );
    expect(opening('dataProtection')).toEqual(['subjectRequest']);
    expect(opening('counsel')).toEqual(['counselling']);
    expect(opening('supervisor')).toEqual([]);
  });
});

describe('the data that somebody can get in an emergency', () => {
  it('are those of their roles, without what one of these never gets', () => {
    expect(emergencyClasses(register, actor('crossing'))).toEqual({
      'officer-case': ['identity', 'medical'],
    });
    const both = emergencyClasses(register, actor('crossing', 'caseOfficer'))['officer-case'] ?? [];
    expect(both).toContain('military');
    for (const never of ['narrative', 'risk']) expect(both).not.toContain(never);
  });

  it('are none for a role without any, and none of a workflow in which nobody reviews it', () => {
    expect(emergencyClasses(register, actor('auditor', 'constructor'))).toEqual({});
    const unreviewed = { ...officerCase, access: { ...officerCase.access, reviewers: undefined } as never };
    expect(emergencyClasses(registerOf([unreviewed]), actor('caseOfficer'))).toEqual({});
  });
});
