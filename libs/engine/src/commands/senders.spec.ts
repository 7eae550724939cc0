import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@safeconduct/workflow';
import type { Identity } from '../ports/identity.js';
import { actorWithId, sendersOf } from './senders.js';

const known: Readonly<Record<string, Actor>> = {
  'a-1': { id: 'a-1', roles: ['clerk'] },
  'b-1': { id: 'b-1', roles: ['head'] },
};
const unknownActor = { id: 'x-1', roles: [] };
type Asked = Pick<Identity, 'actorOf' | 'recordedActorOf'>;
const answering = (actorOf: Identity['actorOf']): Asked => ({ actorOf, recordedActorOf: actorOf });
const atOnce = answering((id) => known[id]);
const later = answering((id) => Promise.resolve(known[id]));

describe.each([
  ['answers at once', atOnce],
  ['has to look it up', later],
])('the senders of a command, by an identity that %s', (_how, identity) => {
  it('are who sends and who confirms', async () => {
    expect(await sendersOf(identity, { by: 'a-1', confirmedBy: 'b-1' })).toEqual({
      actor: known['a-1'],
      confirmation: { by: known['b-1'] },
    });
  });

  it('are one person where nobody confirms', async () => {
    expect(await sendersOf(identity, { by: 'a-1' })).toEqual({ actor: known['a-1'] });
  });

  it('hold no role where nobody is known', async () => {
    expect(await actorWithId(identity, 'x-1')).toEqual(unknownActor);
    expect(await sendersOf(identity, { by: 'a-1', confirmedBy: 'x-1' })).toMatchObject({
      confirmation: { by: unknownActor },
    });
  });
});

describe('senders', () => {
  it('are returned without a promise when the identity answers without one', () => {
    expect(sendersOf(atOnce, { by: 'a-1', confirmedBy: 'b-1' })).not.toBeInstanceOf(Promise);
    expect(actorWithId(atOnce, 'x-1')).not.toBeInstanceOf(Promise);
  });

  it('are never guessed: an identity that fails is an error, not an unknown actor', async () => {
    const broken = answering(() => Promise.reject(new Error('no answer')));
    await expect(sendersOf(broken, { by: 'a-1' })).rejects.toThrow('no answer');
  });
});
