import { z } from 'zod';
import { Person, PersonChange, PersonHistory, PersonList, RoleList, Session } from '../people.js';
import { Name, PersonId } from '../scalars.js';
import { apiBase, none, noHeaders, operation } from './parts.js';

const person = z.strictObject({ person: PersonId });
const reads = { method: 'GET', tag: 'people', headers: noHeaders } as const;

export const getSession = operation({
  ...reads,
  id: 'getSession',
  path: `${apiBase}/session`,
  summary: 'Who signed in: their roles, their unit, what they may do',
  params: none,
  query: none,
  success: { status: 200, description: 'The session.', body: Session },
  problems: [],
});

export const listPeople = operation({
  ...reads,
  id: 'listPeople',
  path: `${apiBase}/people`,
  summary: 'The people who work with cases',
  description: 'All of them, by id; those who have left only where they are asked for.',
  params: none,
  query: z.strictObject({
    role: Name.optional().meta({ description: 'Only those who hold it.', examples: ['caseOfficer'] }),
    unit: z.string().max(128).optional().meta({ description: 'Only those of this unit.' }),
    left: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: '`true`: also those who have left.' }),
  }),
  success: { status: 200, description: 'The people.', body: PersonList },
  problems: [],
});

export const listRoles = operation({
  ...reads,
  id: 'listRoles',
  path: `${apiBase}/roles`,
  summary: 'The roles that people can have, and what they are called',
  description: 'Those of the workflows, in their order, then those of the directory itself.',
  params: none,
  query: none,
  success: { status: 200, description: 'The roles.', body: RoleList },
  problems: [],
});

export const getPerson = operation({
  ...reads,
  id: 'getPerson',
  path: `${apiBase}/people/{person}`,
  summary: 'One of the people who work with cases',
  params: person,
  query: none,
  success: { status: 200, description: 'The person.', body: Person },
  problems: ['PERSON_NOT_FOUND'],
});

export const getPersonHistory = operation({
  ...reads,
  id: 'getPersonHistory',
  path: `${apiBase}/people/{person}/history`,
  summary: 'Every change of the directory about a person, with who made it',
  params: person,
  query: none,
  success: { status: 200, description: 'The changes, in order.', body: PersonHistory },
  problems: ['PERSON_NOT_FOUND'],
});

export const changePerson = operation({
  id: 'changePerson',
  method: 'POST',
  path: `${apiBase}/people/{person}/commands/{change}`,
  tag: 'people',
  summary: 'Register a person, give or take a role, and every other change of the directory',
  description:
    '`RegisterPerson`, `RenamePerson`, `GiveRole`, `TakeRole`, `AssignUnit`, `NameSupervisor`, `NameDeputy`, ' +
    '`RecordAbsence`, `EndAbsence`, `RecordLeaving`, `RecordReturn`. A change that is so already records nothing.',
  params: z.strictObject({ person: PersonId, change: Name }),
  query: none,
  headers: noHeaders,
  body: PersonChange,
  example: { data: { role: 'supervisor' } },
  isCommand: true,
  isDecisive: true,
  success: { status: 200, description: 'The person as they are now.', body: Person },
  problems: [
    'COMMAND_INVALID',
    'UNKNOWN_COMMAND',
    'NOT_PERMITTED',
    'PERSON_NOT_FOUND',
    'CHANGE_REFUSED',
    'MEDIA_TYPE_UNSUPPORTED',
  ],
});
