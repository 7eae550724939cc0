import { describe, expect, it } from '@jest/globals';
import { auditSearch } from './audit-search.js';

describe('the address of the log', () => {
  it('keeps what it can say, and leaves out what it cannot', () => {
    const said = {
      kind: 'refusals',
      actor: 'sup-01',
      type: 'TransferFacility',
      case: '40374222-0dd9-8af4-b94d-e734de7eece2',
      from: '2024-12-07',
      to: '2025-01-12',
    };
    expect(auditSearch(said)).toEqual(said);
    expect(
      auditSearch({
        kind: 'all',
        actor: '<b>',
        type: 'a b',
        case: 'QAIM-1',
        from: '2024-02-30',
        to: 7,
        name: 'x',
      }),
    ).toEqual({});
  });
});
