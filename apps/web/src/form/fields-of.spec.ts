import { describe, expect, it } from '@jest/globals';
import { factTypeOf, fieldsOf } from './fields-of.js';

describe('how an answer is shown', () => {
  it('follows from what its field asks for', () => {
    const fields = fieldsOf({
      type: 'object',
      properties: {
        officerId: { type: 'string', 'x-person-roles': ['caseOfficer'], 'x-order': 0 },
        reason: { type: 'string', 'x-order': 1 },
        facility: { type: 'string', enum: ['QAIM'], 'x-order': 2 },
        file: { type: 'string', pattern: '^[0-9a-f]{64}$', 'x-order': 3 },
      },
    });
    expect(fields.map((field) => [field.path, factTypeOf(field)])).toEqual([
      ['officerId', 'person'],
      ['reason', 'text'],
      ['facility', 'code'],
      ['file', 'hash'],
    ]);
  });
});
