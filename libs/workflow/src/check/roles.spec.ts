import { describe, expect, it } from '@jest/globals';
import { commands, deadlines, findingsWith, luggage } from '../testing/luggage/index.js';

const { roles, actors } = luggage.source;
const unknown = "names the role 'porter', which does not exist; add it to roles.ts or correct the name";
const traceBag = (change: object) =>
  findingsWith({ commands: { ...commands, TraceBag: { ...commands.TraceBag, ...change } } });

describe('roles', () => {
  it('are known where a command names them', () => {
    expect(traceBag({ roles: ['clerk', 'porter'] })).toEqual([
      `luggage/commands.ts: command TraceBag ${unknown}`,
    ]);
  });

  it('are known where a second person is named', () => {
    expect(traceBag({ confirmedBy: ['head', 'porter'] })).toEqual([
      `luggage/commands.ts: command TraceBag ${unknown}`,
    ]);
  });

  it('are known where a deadline names them', () => {
    expect(findingsWith({ deadlines: { answer: { ...deadlines['answer'], role: 'porter' } } })).toContain(
      `luggage/deadlines.ts: deadline answer ${unknown}`,
    );
  });

  it('are known where an actor prefix names them', () => {
    expect(findingsWith({ actors: { ...actors, 'por-': 'porter' } })).toEqual([
      `luggage/roles.ts: actor prefix 'por-' ${unknown}`,
    ]);
  });

  it.each([[[]], [['porter']]])('of a command are held by somebody, not %j', (nobody) => {
    const texts = Object.fromEntries(
      Object.entries(luggage.texts).map(([language, page]) => [
        language,
        { ...page, roles: { ...page.roles, porter: 'porter' } },
      ]),
    );
    const TraceBag = { ...commands.TraceBag, roles: nobody };
    expect(findingsWith({ roles: [...roles, 'porter'], texts, commands: { ...commands, TraceBag } })).toEqual(
      [
        'luggage/commands.ts: command TraceBag has no role that any actor holds; ' +
          "name a role that 'actors' in roles.ts gives to somebody",
      ],
    );
  });

  it('of a second person are held by somebody', () => {
    expect(traceBag({ confirmedBy: [] })).toEqual([
      'luggage/commands.ts: command TraceBag has no second person that any actor could be; ' +
        "name a role that 'actors' in roles.ts gives to somebody",
    ]);
  });

  it('follow from prefixes of which none begins another', () => {
    expect(findingsWith({ actors: { ...actors, 'clk-night-': 'head' } })).toEqual([
      "luggage/roles.ts: actor prefix 'clk-night-' begins with 'clk-', which stands for a role of its own; " +
        'choose prefixes of which none begins another',
    ]);
  });
});
