import { describe, expect, it } from '@jest/globals';
import { DoneCommands } from './done-commands.js';

const done = { hash: 'h', firstRevision: 2n, lastRevision: 3n };

describe('the commands a case has done', () => {
  it('are found by id', () => {
    const commands = new DoneCommands();
    commands.add('k-1', done);
    expect(commands.find('k-1', 3n)).toEqual(done);
    expect(commands.find('k-2', 3n)).toBeUndefined();
  });

  it('are not yet there for a state from before them', () => {
    const commands = new DoneCommands();
    commands.add('k-1', done);
    expect(commands.find('k-1', 1n)).toBeUndefined();
  });
});
