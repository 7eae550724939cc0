import { operations, type Operations, type SavedLists } from '@safeconduct/contracts';
import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { compareText } from '@safeconduct/workflow';
import { ownListsMax, type SavedList } from '../../sign-in/saved-lists.js';
import { invalidField } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { personOf } from './begin-session.js';

const { listSavedLists, saveList, removeSavedList } = operations;

/** Lists of cases that people saved, for themselves or for others too. */
@Controller()
export class SavedListsController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(listSavedLists)
  lists(
    @Parsed(listSavedLists) _asked: RequestWithReader<Operations['listSavedLists']>,
    @Req() request: FastifyRequest,
  ): Promise<SavedLists> {
    return this.foundBy(personOf(request));
  }

  @Route(saveList)
  async save(
    @Parsed(saveList) { body }: RequestWithReader<Operations['saveList']>,
    @Req() request: FastifyRequest,
  ): Promise<SavedLists> {
    const person = personOf(request);
    if (body.sharedWith === 'unit' && this.unitOf(person) === undefined)
      throw invalidField('sharedWith', 'no_unit', 'must have a unit to be shared with it');
    if (!(await this.served.accounts.savedLists.save(person, body))) {
      const rule = `must leave room: ${ownListsMax} lists are kept already; remove one`;
      throw invalidField('name', 'too_many', rule);
    }
    return this.foundBy(person);
  }

  @Route(removeSavedList)
  async remove(
    @Parsed(removeSavedList) { params }: RequestWithReader<Operations['removeSavedList']>,
    @Req() request: FastifyRequest,
  ): Promise<SavedLists> {
    const person = personOf(request);
    await this.served.accounts.savedLists.remove(person, params.list);
    return this.foundBy(person);
  }

  private async foundBy(person: string): Promise<SavedLists> {
    const all = await this.served.accounts.savedLists.of(person);
    const items = all
      .filter((list) => this.isFound(list, person))
      .map(({ id, person: savedBy, name, parameters, sharedWith }) => ({
        ...{ list: id, name, parameters, sharedWith, savedBy },
        isOwn: savedBy === person,
      }));
    return {
      items: items.sort(
        (one, other) => Number(other.isOwn) - Number(one.isOwn) || compareText(one.name, other.name),
      ),
    };
  }

  /** A list of somebody who works here no more is found by nobody. */
  private isFound({ person: savedBy, sharedWith }: SavedList, person: string): boolean {
    if (savedBy === person) return true;
    if (!this.served.accounts.isKnown(savedBy)) return false;
    const unit = this.unitOf(savedBy);
    return sharedWith === 'everybody' || (unit !== undefined && unit === this.unitOf(person));
  }

  private unitOf(person: string): string | undefined {
    return this.served.people.directory.person(person)?.unit ?? undefined;
  }
}
