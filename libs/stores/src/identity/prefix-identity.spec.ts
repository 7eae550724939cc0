import { describe, expect, it } from '@jest/globals';
import { identityContract } from '@safeconduct/engine/testing';
import { template } from '../../../../workflows/_template/index.js';
import { workflows } from '../../../../workflows/index.js';
import { prefixes } from '../../../../workflows/officer-case/testing/actors.js';
import { prefixIdentity } from './prefix-identity.js';

identityContract('prefix', {
  open: () => prefixIdentity([template], ['sys-import']),
  known: [
    { id: 'clerk-1', roles: ['clerk'] },
    { id: 'co-01', roles: ['caseOfficer'] },
    { id: 'sys-deadlines', roles: ['system'] },
    { id: 'sys-import', roles: ['system'] },
  ],
  importers: ['sys-import'],
});

describe('the prefix identity', () => {
  it.each(Object.entries(prefixes))('tells a %s by %s', (role, prefix) => {
    const identity = prefixIdentity(workflows);
    expect(identity.actorOf(`${prefix}7`)).toEqual({ id: `${prefix}7`, roles: [role] });
    expect(identity.prefixesOf(role)).toEqual([prefix]);
  });

  it.each(['caseOfficer-1', 'co', 'co-', 'porter-1', 'constructor-1'])('knows nobody under %s', (id) => {
    expect(prefixIdentity(workflows).actorOf(id)).toBeUndefined();
  });

  it('knows the roles of the workflows it is given, by their names', () => {
    expect(prefixIdentity([]).actorOf('clerk-1')).toBeUndefined();
    expect(prefixIdentity([]).prefixesOf('clerk')).toEqual([]);
    expect(prefixIdentity([template]).prefixesOf('clerk')).toEqual(['clerk-']);
  });

  it('takes no role for one whose name begins it', () => {
    const identity = prefixIdentity([{ roles: ['clerk', 'clerk-night'] }]);
    expect(identity.actorOf('clerk-night-1')?.roles).toEqual(['clerk-night']);
    expect(identity.actorOf('clerk-1')?.roles).toEqual(['clerk']);
  });
});
