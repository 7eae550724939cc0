import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import type { Actor } from '@safeconduct/workflow';
import fc from 'fast-check';
import type { EventStore } from '../ports/event-store.js';
import { countingIds, fixedClock } from '../testing/index.js';
import { changeNames } from './changes.js';
import { Directory } from './directory.js';
import { directoryIdentity } from './directory-identity.js';
import { People, type ChangeOutcome } from './people.js';

const clock = fixedClock('2025-01-12T05:00:00.000Z');
const operator: Actor = { id: 'operator', roles: ['operator'] };
const admin: Actor = { id: 'adm-1', roles: ['administrator'] };
const roles = ['officer', 'supervisor'];

let events: EventStore;
let people: People;
const opened = () => People.open({ events, clock, ids: countingIds() }, roles);

beforeEach(async () => {
  events = openMemoryEvents({ clock });
  people = await opened();
  await take('RegisterPerson', 'adm-1', { roles: ['administrator'] }, operator);
});

const change = (name: string, person: string, data: unknown = {}, by = admin) =>
  people.change({ name, person, data, by });
async function take(name: string, person: string, data: unknown = {}, by = admin): Promise<void> {
  expect(await change(name, person, data, by)).toMatchObject({ accepted: true });
}
const refusal = (outcome: ChangeOutcome) => ('refusal' in outcome ? outcome.refusal : 'accepted');

describe('the directory of people', () => {
  it('has what was recorded of a person, also when it is opened again', async () => {
    await take('RegisterPerson', 'sup-1', { nameLatin: 'Huda', nameArabic: 'هدى', roles: ['supervisor'] });
    await take('RegisterPerson', 'co-1', {});
    await take('GiveRole', 'co-1', { role: 'officer' });
    await take('AssignUnit', 'co-1', { unit: 'QAIM' });
    await take('NameSupervisor', 'co-1', { supervisor: 'sup-1' });
    await take('NameDeputy', 'co-1', { deputy: 'adm-1' });
    await take('RecordAbsence', 'co-1', { from: '2025-02-03', until: '2025-02-09' });
    await take('RecordAbsence', 'co-1', { from: '2025-01-20', until: '2025-01-21' });
    const expected = {
      ...{ id: 'co-1', roles: ['officer'], unit: 'QAIM', supervisor: 'sup-1', deputy: 'adm-1' },
      absences: [
        { from: '2025-01-20', until: '2025-01-21' },
        { from: '2025-02-03', until: '2025-02-09' },
      ],
    };
    expect(people.directory.person('co-1')).toMatchObject(expected);
    expect((await opened()).directory).toEqual(people.directory);
    expect(people.directory.actor('co-1')).toEqual({
      ...{ id: 'co-1', roles: ['officer'], unit: 'QAIM', supervisors: ['sup-1'] },
    });
    expect(people.directory.person('sup-1')).toMatchObject({ nameLatin: 'Huda', nameArabic: 'هدى' });
  });

  it('has unit and supervisor from the registration on, where it says them', async () => {
    await take('RegisterPerson', 'sup-1', {});
    await take('RegisterPerson', 'co-1', { unit: 'QAIM', supervisor: 'sup-1' });
    expect(people.directory.person('co-1')).toMatchObject({ unit: 'QAIM', supervisor: 'sup-1' });
    expect(people.directory.person('sup-1')).toMatchObject({ unit: null, supervisor: null });
    expect((await opened()).directory).toEqual(people.directory);
  });

  it('changes one name, takes a name away, and leaves one that is not said', async () => {
    await take('RegisterPerson', 'co-1', { nameLatin: 'Huda', nameArabic: 'هدى' });
    await take('RenamePerson', 'co-1', { nameLatin: 'Hudā' });
    expect(people.directory.person('co-1')).toMatchObject({ nameLatin: 'Hudā', nameArabic: 'هدى' });
    await take('RenamePerson', 'co-1', { nameArabic: null });
    expect(people.directory.person('co-1')).toMatchObject({ nameLatin: 'Hudā', nameArabic: undefined });
    await take('RenamePerson', 'co-1', { nameLatin: 'Hudā', nameArabic: null });
    expect(await people.history('co-1')).toHaveLength(3);
    expect((await opened()).directory).toEqual(people.directory);
  });

  it('records who made each change, and nothing where it is so already', async () => {
    await take('RegisterPerson', 'co-1', {});
    await take('GiveRole', 'co-1', { role: 'officer' });
    await take('GiveRole', 'co-1', { role: 'officer' });
    const history = await people.history('co-1');
    expect(history.map(({ recorded, by }) => [recorded.type, by])).toEqual([
      ['PersonRegistered', { id: 'adm-1', role: 'administrator' }],
      ['RoleGiven', { id: 'adm-1', role: 'administrator' }],
    ]);
  });

  it.each<[string, string, object, string]>([
    ['RegisterPerson', 'co-1', {}, 'PERSON_EXISTS'],
    ['RegisterPerson', 'co-2', { supervisor: 'co-2' }, 'OWN_SUPERVISOR'],
    ['RegisterPerson', 'co-2', { supervisor: 'left-1' }, 'OTHER_PERSON_UNKNOWN'],
    ['GiveRole', 'nobody', { role: 'officer' }, 'PERSON_NOT_FOUND'],
    ['GiveRole', 'co-1', { role: 'king' }, 'CHANGE_INVALID'],
    ['GiveRole', 'co-1', { role: 'officer', more: 1 }, 'CHANGE_INVALID'],
    ['GiveRole', 'adm-1', { role: 'officer' }, 'ROLE_FOR_ONESELF'],
    ['TakeRole', 'adm-1', { role: 'administrator' }, 'LAST_ADMINISTRATOR'],
    ['RecordLeaving', 'adm-1', {}, 'LAST_ADMINISTRATOR'],
    ['NameSupervisor', 'co-1', { supervisor: 'co-1' }, 'OWN_SUPERVISOR'],
    ['NameSupervisor', 'sup-1', { supervisor: 'co-1' }, 'OWN_SUPERVISOR'],
    ['NameSupervisor', 'co-1', { supervisor: 'nobody' }, 'OTHER_PERSON_UNKNOWN'],
    ['NameDeputy', 'co-1', { deputy: 'co-1' }, 'OWN_DEPUTY'],
    ['NameDeputy', 'co-1', { deputy: 'nobody' }, 'OTHER_PERSON_UNKNOWN'],
    ['RecordAbsence', 'co-1', { from: '2025-02-03', until: '2025-02-01' }, 'ABSENCE_ENDS_BEFORE_IT_BEGINS'],
    ['RecordAbsence', 'co-1', { from: '2025-01-21', until: '2025-01-30' }, 'ABSENCE_OVERLAPS'],
    ['EndAbsence', 'co-1', { from: '2025-03-03' }, 'ABSENCE_UNKNOWN'],
    ['RecordReturn', 'co-1', {}, 'PERSON_HAS_NOT_LEFT'],
    ['GiveRole', 'left-1', { role: 'officer' }, 'PERSON_HAS_LEFT'],
    ['RegisterPerson', 'a b', {}, 'CHANGE_INVALID'],
    ['constructor', 'co-1', {}, 'CHANGE_UNKNOWN'],
    ['Fly', 'co-1', {}, 'CHANGE_UNKNOWN'],
  ])('refuses %s of %s with %j as %s, and records nothing', async (name, person, data, expected) => {
    await take('RegisterPerson', 'co-1', { roles: ['officer'] });
    await take('RegisterPerson', 'sup-1', {});
    await take('RegisterPerson', 'left-1', {});
    await take('RecordLeaving', 'left-1');
    await take('NameSupervisor', 'co-1', { supervisor: 'sup-1' });
    await take('RecordAbsence', 'co-1', { from: '2025-01-20', until: '2025-01-21' });
    const before = await events.head();
    expect(refusal(await change(name, person, data))).toBe(expected);
    expect(await events.head()).toBe(before);
  });

  it.each(changeNames)('lets nobody else make the change %s', async (name) => {
    const data = { ...{ role: 'officer', unit: null, supervisor: null, deputy: null }, from: '2025-01-01' };
    for (const by of [
      { id: 'x', roles: ['officer', 'supervisor', 'importer', 'system'] },
      { id: 'administrator', roles: [] },
    ])
      expect(['NOT_PERMITTED', 'CHANGE_INVALID']).toContain(refusal(await change(name, 'adm-1', data, by)));
  });

  it('gives who has left no role, and knows their decisions of before', async () => {
    await take('RegisterPerson', 'co-1', { roles: ['officer'] });
    await take('TakeRole', 'co-1', { role: 'officer' });
    await take('GiveRole', 'co-1', { role: 'supervisor' });
    await take('RecordLeaving', 'co-1');
    const nobody = { actorOf: () => undefined, recordedActorOf: () => undefined };
    const identity = directoryIdentity(people, { ...nobody, mayImportForOthers: () => false });
    expect(await identity.actorOf('co-1')).toEqual({ id: 'co-1', roles: [] });
    expect(await identity.recordedActorOf('co-1')).toEqual({ id: 'co-1', roles: ['officer', 'supervisor'] });
    await take('RecordReturn', 'co-1');
    expect(await identity.actorOf('co-1')).toEqual({ id: 'co-1', roles: ['supervisor'] });
  });
});

describe('two servers', () => {
  it('that take the role of the last two administrators at once leave one of them', async () => {
    await take('RegisterPerson', 'adm-2', { roles: ['administrator'] });
    const other = await opened();
    const data = { role: 'administrator' };
    const outcomes = await Promise.all([
      people.change({ name: 'TakeRole', person: 'adm-1', data, by: operator }),
      other.change({ name: 'TakeRole', person: 'adm-2', data, by: operator }),
    ]);
    expect(outcomes.map(refusal).sort()).toEqual(['LAST_ADMINISTRATOR', 'accepted']);
    await people.refresh();
    await other.refresh();
    expect(people.directory.holding('administrator')).toHaveLength(1);
    expect(other.directory).toEqual(people.directory);
  });
});

describe('any changes', () => {
  const ids = ['adm-1', 'a', 'b', 'c'];
  const id = fc.constantFrom(...ids);
  const changes = fc.array(
    fc.record({
      name: fc.constantFrom(...changeNames),
      person: id,
      by: fc.constantFrom('adm-1', 'a', 'b'),
      data: fc.record(
        {
          ...{ role: fc.constantFrom('administrator', 'officer'), supervisor: id, deputy: id },
          ...{ roles: fc.constant(['administrator']), unit: fc.constant('QAIM') },
          from: fc.constantFrom('2025-01-01', '2025-01-05'),
          until: fc.constantFrom('2025-01-01', '2025-01-06'),
        },
        { requiredKeys: [] },
      ),
    }),
    { maxLength: 40 },
  );

  it('leave an administrator, nobody above themselves, and the same directory to whoever reads the log', async () => {
    const fields: Readonly<Record<string, readonly string[]>> = {
      ...{
        RegisterPerson: ['roles', 'unit', 'supervisor'],
        GiveRole: ['role'],
        TakeRole: ['role'],
        AssignUnit: ['unit'],
      },
      ...{ NameSupervisor: ['supervisor'], NameDeputy: ['deputy'] },
      ...{ RecordAbsence: ['from', 'until'], EndAbsence: ['from'] },
    };
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        events = openMemoryEvents({ clock });
        people = await opened();
        await take('RegisterPerson', 'adm-1', { roles: ['administrator'] }, operator);
        for (const { name, person, by, data } of made) {
          const kept = Object.entries(data).filter(([field]) => fields[name]?.includes(field) === true);
          const actor = people.directory.actor(by) ?? { id: by, roles: [] };
          await change(name, person, Object.fromEntries(kept), actor);
        }
        const { directory } = people;
        expect(directory.holding('administrator').length).toBeGreaterThan(0);
        for (const one of ids) expect(directory.supervisorsOf(one)).not.toContain(one);
        expect((await opened()).directory).toEqual(directory);
      }),
      { numRuns: 200 },
    );
  });

  it('make another directory and leave the one before as it was', () => {
    const after = Directory.empty.after({ name: 'RegisterPerson', person: 'a', data: { roles: [] } });
    expect([Directory.empty.isKept, after.isKept]).toEqual([false, true]);
  });
});
