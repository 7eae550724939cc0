import {
  operations,
  type Operations,
  type Person,
  type PersonHistory,
  type PersonList,
  type RoleList,
} from '@safeconduct/contracts';
import { UnknownNameError, type Person as KnownPerson, type RecordedChange } from '@safeconduct/engine';
import { compareText, nearestOf } from '@safeconduct/workflow';
import { Controller, Inject } from '@nestjs/common';
import { changeProblem, rolesAnswer } from './answers/person-answers.js';
import { HttpProblem } from './problem.js';
import type { RequestWithReader } from './reading.js';
import { Parsed, Route } from './route.js';
import { servedToken, type Served } from './tokens.js';

const { listPeople, getPerson, getPersonHistory, changePerson, listRoles } = operations;

/** The directory of people. */
@Controller()
export class PeopleController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(listPeople)
  async list(
    @Parsed(listPeople) { query }: RequestWithReader<Operations['listPeople']>,
  ): Promise<PersonList> {
    const { role, unit, left } = query;
    const { people } = this.served;
    if (role !== undefined && !people.roles.includes(role))
      throw new UnknownNameError('role', role, nearestOf(role, people.roles), people.roles);
    await people.refresh();
    const found = people.directory.all.filter(
      (one) =>
        (left === 'true' || !one.hasLeft) &&
        (role === undefined || one.roles.includes(role)) &&
        (unit === undefined || one.unit === unit),
    );
    return { items: found.map(personAnswer).sort((one, other) => compareText(one.id, other.id)) };
  }

  @Route(listRoles)
  roles(@Parsed(listRoles) _asked: RequestWithReader<Operations['listRoles']>): RoleList {
    const { people, engine } = this.served;
    return rolesAnswer(people.roles, [...engine.register.values()]);
  }

  @Route(getPerson)
  async person(@Parsed(getPerson) { params }: RequestWithReader<Operations['getPerson']>): Promise<Person> {
    return personAnswer(await this.known(params.person));
  }

  @Route(getPersonHistory)
  async history(
    @Parsed(getPersonHistory) { params }: RequestWithReader<Operations['getPersonHistory']>,
  ): Promise<PersonHistory> {
    const { id } = await this.known(params.person);
    return { items: (await this.served.people.history(id)).map(changeAnswer) };
  }

  @Route(changePerson)
  async change(
    @Parsed(changePerson) { params, body, reader }: RequestWithReader<Operations['changePerson']>,
  ): Promise<Person> {
    const { person, change: name } = params;
    const outcome = await this.served.people.change({ name, person, data: body.data, by: reader.actor });
    if (!outcome.accepted) {
      const { code, members } = changeProblem(outcome);
      throw new HttpProblem(code, members);
    }
    return personAnswer(outcome.person);
  }

  /** As they are now, also where another server has changed them. */
  private async known(id: string): Promise<KnownPerson> {
    await this.served.people.refresh();
    const found = this.served.people.directory.person(id);
    if (found === undefined) throw new HttpProblem('PERSON_NOT_FOUND');
    return found;
  }
}

const personAnswer = ({ rolesEver: _rolesEver, ...person }: KnownPerson): Person => ({
  ...person,
  nameLatin: person.nameLatin ?? null,
  nameArabic: person.nameArabic ?? null,
  roles: [...person.roles],
  absences: [...person.absences],
});

const changeAnswer = ({ change, recorded, by }: RecordedChange): PersonHistory['items'][number] => ({
  position: String(recorded.position),
  recordedAt: recorded.recordedAt,
  person: change.person,
  type: recorded.type,
  by,
  data: change.data,
});
