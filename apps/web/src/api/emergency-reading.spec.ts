import { afterEach, describe, expect, it } from '@jest/globals';
import {
  beginEmergencyReading,
  emergencyCaseOf,
  endEmergencyReading,
  whenEmergencyReadingChanges,
} from './emergency-reading.js';

const caseId = 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10';
const other = 'b4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10';
const grant = { id: 'g-1', caseId, until: '2025-01-02T08:00:00.000Z' };
const address = (path: string) => `http://localhost:3000/api/v1/${path}`;

afterEach(() => {
  endEmergencyReading(caseId);
});

describe('reading under emergency access', () => {
  it('is for the requests of this one case, and of nothing else', () => {
    beginEmergencyReading(grant);
    for (const path of [`cases/${caseId}`, `cases/${caseId}/history?limit=100`, `cases/${caseId}?revision=3`])
      expect([path, emergencyCaseOf(address(path))]).toEqual([path, caseId]);
    for (const path of [
      `cases/${other}`,
      `cases?ids=${caseId}`,
      'cases/by-reference/QAIM-2024-00001',
      `audit/entries?case=${caseId}`,
      `drafts?caseId=${caseId}`,
      `emergency-access/${caseId}/end`,
      'counts',
    ])
      expect([path, emergencyCaseOf(address(path))]).toEqual([path, undefined]);
  });

  it('is over when it is ended, which is told once', () => {
    const told: string[] = [];
    whenEmergencyReadingChanges((one) => told.push(one));
    beginEmergencyReading(grant);
    endEmergencyReading(caseId);
    endEmergencyReading(caseId);
    expect(emergencyCaseOf(address(`cases/${caseId}`))).toBeUndefined();
    expect(told).toEqual([caseId, caseId]);
  });
});
