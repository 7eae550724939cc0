import { describe, expect, it } from '@jest/globals';
import { assertSound, checkWorkflow, registerWorkflows } from '../index.js';
import { luggage } from '../testing/luggage/index.js';

const unsound = { ...luggage, source: { ...luggage.source, roles: [] } };

describe('checkWorkflow', () => {
  it('finds nothing in a sound workflow', () => {
    expect(checkWorkflow(luggage)).toEqual([]);
  });

  it('gives each finding a rule, a file, what it concerns, what is wrong and a remedy', () => {
    const TraceBag = { ...luggage.source.commands['TraceBag'], roles: ['clerk', 'porter'] };
    const commands = { ...luggage.source.commands, TraceBag } as typeof luggage.source.commands;
    expect(checkWorkflow({ source: { ...luggage.source, commands } })).toEqual([
      {
        rule: 'role-unknown',
        file: 'luggage/commands.ts',
        where: 'command TraceBag',
        what: "names the role 'porter', which does not exist",
        remedy: 'add it to roles.ts or correct the name',
      },
    ]);
  });
});

describe('assertSound', () => {
  it('lets a sound workflow pass', () => {
    expect(() => {
      assertSound(luggage);
    }).not.toThrow();
  });

  it('throws one error with a line for each finding', () => {
    const lines = checkWorkflow(unsound).length;
    expect(lines).toBeGreaterThan(5);
    expect(() => {
      assertSound(unsound);
    }).toThrow(new RegExp(`^workflow luggage is not sound(\n {2}luggage/[^\n]+; [^\n]+){${lines}}$`));
  });
});

describe('registerWorkflows', () => {
  it('knows each workflow by its name', () => {
    expect([...registerWorkflows([luggage])]).toEqual([['luggage', luggage]]);
  });

  it('refuses an unsound workflow', () => {
    expect(() => registerWorkflows([unsound])).toThrow('workflow luggage is not sound');
  });

  it('refuses two workflows with one name', () => {
    expect(() => registerWorkflows([luggage, luggage])).toThrow(
      "workflows/index.ts: two workflows are named 'luggage'; rename one",
    );
  });
});
