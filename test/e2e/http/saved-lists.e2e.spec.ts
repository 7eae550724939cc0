import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverWithPeople } from './accounts.js';
import { bodyOf, problemIn, type TestServer } from './http-server.js';
import type { Visitor } from './visitor.js';

let server: TestServer;
const visitors = new Map<string, Visitor>();

async function change(person: string, command: string, data: object): Promise<void> {
  const url = `/api/v1/people/${person}/commands/${command}`;
  bodyOf('changePerson', await server.ask({ method: 'POST', url, body: { data } }));
  await server.settled();
}

beforeAll(async () => {
  const people = await serverWithPeople();
  ({ server } = people);
  for (const person of ['co-1', 'co-2', 'co-3', 'co-4', 'int-01'])
    visitors.set(person, await people.begun(person));
  for (const [person, unit] of Object.entries({ 'co-1': 'QAIM', 'co-2': 'QAIM', 'co-3': 'RUTBA' }))
    await change(person, 'AssignUnit', { unit });
});
afterAll(() => server.close());

/** One who has signed in. */
const as = (person: string): Visitor => visitors.get(person) as Visitor;

const list = {
  name: 'Long in the camp',
  parameters: { view: 'unit', state: 'camped', age: '30-', sort: '-since' },
  sharedWith: 'nobody',
};

const save = (person: string, body: object) => as(person).post('saved-lists', body);
const saved = async (person: string, body: object) => bodyOf('saveList', await save(person, body)).items;
const removed = async (person: string, id: string) =>
  bodyOf('removeSavedList', await as(person).delete(`saved-lists/${id}`)).items;
const namesFor = async (person: string) =>
  bodyOf('listSavedLists', await as(person).get('saved-lists')).items.map(({ name }) => name);

describe('saved lists', () => {
  it('are of one person, and saved again under the same name they are replaced', async () => {
    expect(await namesFor('co-1')).toEqual([]);
    await saved('co-1', list);
    const parameters = { state: 'camped' };
    const items = await saved('co-1', { ...list, parameters });
    const expected = { name: list.name, parameters, sharedWith: 'nobody', savedBy: 'co-1', isOwn: true };
    expect(items).toEqual([expect.objectContaining(expected)]);
    expect(await namesFor('co-2')).toEqual([]);
  });

  it('are found by those with whom they are shared, and no longer once they are not', async () => {
    await saved('co-2', { ...list, name: 'Of the unit', sharedWith: 'unit' });
    await saved('co-3', { ...list, name: 'Of all', sharedWith: 'everybody' });
    expect(await namesFor('co-1')).toEqual(['Long in the camp', 'Of all', 'Of the unit']);
    expect(await namesFor('co-3')).toEqual(['Of all']);
    expect(await namesFor('int-01')).toEqual(['Of all']);
    await saved('co-2', { ...list, name: 'Of the unit' });
    expect(await namesFor('co-1')).toEqual(['Long in the camp', 'Of all']);
    expect(await namesFor('co-2')).toEqual(['Of the unit', 'Of all']);
  });

  it('are removed by whoever saved them, and by nobody else', async () => {
    const [shared] = await saved('co-3', { ...list, name: 'Of all', sharedWith: 'everybody' });
    const id = shared?.list ?? '';
    await removed('co-2', id);
    expect(await namesFor('co-2')).toContain('Of all');
    await removed('co-3', id);
    expect(await namesFor('co-2')).not.toContain('Of all');
    expect(await removed('co-3', id)).toEqual([]);
  });

  it('go out of sight with whoever leaves', async () => {
    await saved('co-4', { ...list, name: 'Of one who leaves', sharedWith: 'everybody' });
    expect(await namesFor('co-1')).toContain('Of one who leaves');
    await change('co-4', 'RecordLeaving', {});
    expect(await namesFor('co-1')).not.toContain('Of one who leaves');
  });

  it.each([
    [{ ...list, name: ' ' }, 'name'],
    [{ ...list, name: 'x'.repeat(61) }, 'name'],
    [{ ...list, name: 'one\u202etwo' }, 'name'],
    [{ ...list, sharedWith: 'friends' }, 'sharedWith'],
    [{ ...list, parameters: { state: 'Ahmad Iyad' } }, 'parameters.state'],
    [{ ...list, parameters: { 'a b': 'c' } }, 'parameters'],
    [{ ...list, owner: 'co-2' }, 'owner'],
  ])('are not saved as %j', async (body, path) => {
    const { code, issues = [] } = problemIn(await save('co-1', body));
    expect(code).toBe('REQUEST_INVALID');
    expect(issues.map((issue) => issue.path.startsWith(path))).toEqual([true]);
  });

  it('are shared with a unit by those who have one, and up to fifty are kept of one person', async () => {
    const shared = await save('int-01', { ...list, sharedWith: 'unit' });
    expect(problemIn(shared).issues).toEqual([expect.objectContaining({ path: 'sharedWith' })]);
    for (let number = 1; number <= 50; number += 1)
      await saved('int-01', {
        ...list,
        name: `List ${number}`,
        sharedWith: number % 2 ? 'nobody' : 'everybody',
      });
    const full = await save('int-01', { ...list, name: 'One more' });
    expect(problemIn(full).issues).toEqual([expect.objectContaining({ path: 'name', code: 'too_many' })]);
    expect(await saved('int-01', { ...list, name: 'List 7' })).toHaveLength(50);
  });
});
