import { describe, it } from '@jest/globals';
import { from } from '../testing/given.js';

describe('an assignment', () => {
  it('is told apart from a reassignment, which names the officer until then', () => {
    from('camped.settled')
      .when('AssignOfficer', { officer: 'co-1' }, { by: 'sup-1' })
      .thenEvents({ type: 'CaseAssigned', data: { officer: 'co-1' } });
    from('camped.settled', 'AssignOfficer')
      .when('AssignOfficer', { officer: 'co-2' }, { by: 'sup-1' })
      .thenEvents({ type: 'CaseReassigned', data: { officer: 'co-2', previousOfficer: 'co-1' } });
  });
});
