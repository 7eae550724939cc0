import { describe, expect, it } from '@jest/globals';
import { Directory } from '@safeconduct/engine';
import { template } from '../../../../../workflows/_template/index.js';
import { peopleFindings } from './doctor.js';

const registered = (person: string, ...roles: string[]) =>
  ({ name: 'RegisterPerson', person, data: { roles } }) as const;
const directoryOf = (...changes: readonly Parameters<Directory['after']>[0][]) =>
  changes.reduce((directory, change) => directory.after(change), Directory.empty);
const problems = (directory: Directory, workflow = template) =>
  peopleFindings({ directory }, [workflow]).flatMap(({ about, problem }) =>
    problem === null ? [] : [about],
  );
const twoPersons = [...template.commands.values()].filter(({ confirmedBy }) => confirmedBy !== undefined);

describe('what the doctor says of the people', () => {
  it('is nothing wrong while nobody is registered', () => {
    expect(problems(Directory.empty)).toEqual([]);
  });

  it('is that nobody is an administrator', () => {
    expect(problems(directoryOf(registered('a', 'clerk', 'head'), registered('b', 'clerk', 'head')))).toEqual(
      ['people'],
    );
  });

  it('is each step that no two persons can take', () => {
    const steps = twoPersons.map(({ name }) => `two persons for template ${name}`);
    expect(steps.length).toBeGreaterThan(0);
    const admin = registered('adm-1', 'administrator');
    const [clerk, head] = [registered('a', 'clerk'), registered('b', 'head')];
    expect(problems(directoryOf(admin, clerk, head))).toEqual([]);
    expect(problems(directoryOf(admin, clerk))).toEqual(steps);
    expect(problems(directoryOf(admin, registered('a', 'clerk', 'head')))).toEqual(steps);
    const under = { name: 'NameSupervisor', person: 'b', data: { supervisor: 'a' } } as const;
    expect(problems(directoryOf(admin, clerk, head, under))).toEqual(steps);
    const left = { name: 'RecordLeaving', person: 'b', data: {} } as const;
    expect(problems(directoryOf(admin, clerk, head, left))).toEqual(steps);
  });
});
