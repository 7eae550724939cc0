import { describe, expect, it } from '@jest/globals';
import { commands, deadlines, findingsWith } from '../testing/luggage/index.js';

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

  it('of a command are named, or nobody may send it', () => {
    expect(traceBag({ roles: [] })).toEqual([
      "luggage/commands.ts: command TraceBag has no role that may send it; name one in 'roles'",
    ]);
  });

  it('of a second person are named, or nobody may confirm', () => {
    expect(traceBag({ confirmedBy: [] })).toEqual([
      'luggage/commands.ts: command TraceBag has no role that may confirm it; ' +
        "name one in 'confirmedBy', or leave that out",
    ]);
  });
});
