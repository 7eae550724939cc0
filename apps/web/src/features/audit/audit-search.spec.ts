import { describe, expect, it } from '@jest/globals';
import { auditSearch, chosenIn, ofKind, withChange } from './audit-search.js';

const caseId = '40374222-0dd9-8af4-b94d-e734de7eece2';

describe('the address of the log', () => {
  it('keeps what it can say, and leaves out what it cannot', () => {
    const said = {
      kind: 'refusals',
      ...{ actor: 'sup-01', role: 'supervisor', command: 'TransferFacility', code: 'WRONG_STATE' },
      case: caseId,
      ...{ from: '2024-12-07', to: '2025-01-12', near: true },
    };
    expect(auditSearch(said)).toEqual(said);
    expect(
      auditSearch({
        ...{ kind: 'most', actor: '<b>', type: 'a b', case: 'QAIM-1', from: '2024-02-30', to: 7 },
        ...{ name: 'x', near: 'yes' },
      }),
    ).toEqual({});
  });

  it('keeps of each part only what that part is narrowed by', () => {
    const rules = { kind: 'rules', guard: 'G-CONSENT', type: 'CrossingRecorded', actor: 'brd-01' } as const;
    expect(auditSearch({ ...rules, code: 'WRONG_STATE' })).toEqual(rules);
    expect(ofKind(rules, 'refusals')).toEqual({ kind: 'refusals', actor: 'brd-01' });
    expect(ofKind(rules, 'events')).toEqual({ kind: 'events', type: 'CrossingRecorded', actor: 'brd-01' });
    expect(ofKind(rules, 'reads')).toEqual({ kind: 'reads', actor: 'brd-01' });
  });

  it('keeps one or two kinds of all that is on record; all or none of them narrow nothing', () => {
    expect(auditSearch({ kind: 'all', kinds: 'looked,nothing,recorded' })).toEqual({
      ...{ kind: 'all', kinds: 'recorded,looked' },
    });
    for (const kinds of ['looked,refused,recorded', 'nothing', '', 7])
      expect(auditSearch({ kind: 'all', kinds })).toEqual({ kind: 'all' });
    expect(auditSearch({ kind: 'events', kinds: 'looked' })).toEqual({ kind: 'events' });
    const looks = { kind: 'reads', operation: 'command line', purpose: 'audit', class: 'medical' } as const;
    expect(auditSearch(looks)).toEqual(looks);
    expect(ofKind({ kind: 'all', kinds: 'looked', actor: 'sup-01' }, 'reads')).toEqual({
      ...{ kind: 'reads', actor: 'sup-01' },
    });
  });

  it('has no period that ends before it begins, and shows none near that is not chosen', () => {
    expect(auditSearch({ from: '2025-01-02', to: '2025-01-01', near: true })).toEqual({});
    expect(auditSearch({ near: true })).toEqual({});
  });

  it('is narrowed by what is chosen, and no more by what is taken away', () => {
    const one = withChange({ case: caseId }, { actor: 'sup-01', role: 'supervisor' });
    expect(chosenIn(one)).toEqual([
      ['actor', 'sup-01'],
      ['role', 'supervisor'],
    ]);
    expect(withChange(one, { actor: undefined })).toEqual({ case: caseId, role: 'supervisor' });
  });
});
