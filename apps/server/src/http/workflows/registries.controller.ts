import { operations, type Operations, type Registry } from '@safeconduct/contracts';
import { normalised, UnknownNameError, type Person } from '@safeconduct/engine';
import {
  compareText,
  nearestOf,
  peopleRegistry,
  registriesOf,
  valueText,
  type Workflow,
} from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inBoth } from '../answers/both-languages.js';
import { hashOf, isNotModified } from '../conditional.js';
import { cursorText, readCursor, writeCursor } from '../cursor.js';
import { Lookup } from '../lookup.js';
import { linkNext } from '../pages.js';
import { HttpProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';

const { getRegistry } = operations;
type Query = RequestWithReader<Operations['getRegistry']>['query'];
type Item = Registry['items'][number];

const peopleOfPage = 50;

/** What the fields of forms take or offer. */
@Controller()
export class RegistriesController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getRegistry)
  async getRegistry(
    @Parsed(getRegistry) { params, query }: RequestWithReader<Operations['getRegistry']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Registry | undefined> {
    const workflow = this.lookup.workflow(params.workflow);
    const answer =
      params.registry === peopleRegistry
        ? await this.people(workflow, query)
        : codesOf(workflow, params.registry, query);
    linkNext(request, reply, answer.next);
    return isNotModified(request, reply, `"${hashOf(JSON.stringify(answer))}"`) ? undefined : answer;
  }

  private async people({ roles }: Workflow, { q, role, cursor }: Query): Promise<Registry> {
    if (role !== undefined && !roles.includes(role))
      throw new UnknownNameError('role', role, nearestOf(role, roles), roles);
    const after = readCursor(cursorText, cursor) ?? '';
    const asked = role === undefined ? roles : [role];
    const { people } = this.served;
    await people.refresh();
    const found = people.directory.all
      .filter((one) => !one.hasLeft && one.id > after && asked.some((each) => one.roles.includes(each)))
      .map(personItem)
      .filter(matching(q))
      .sort((one, other) => compareText(one.value, other.value));
    const items = found.slice(0, peopleOfPage);
    const last = found.length > items.length ? items.at(-1) : undefined;
    const next = last === undefined ? null : writeCursor(last.value);
    return { name: peopleRegistry, closed: true, items, next };
  }
}

/** @throws HttpProblem REGISTRY_NOT_FOUND */
function codesOf(workflow: Workflow, name: string, { q }: Query): Registry {
  const registry = registriesOf(workflow.source).get(name);
  if (registry === undefined) throw new HttpProblem('REGISTRY_NOT_FOUND');
  const items = registry.values.map((value) => ({
    value,
    titles: inBoth(workflow, (texts) => valueText(texts, value), value),
  }));
  return { name, closed: registry.closed, items: items.filter(matching(q)), next: null };
}

const personItem = ({ id, nameLatin, nameArabic }: Person): Item => ({
  value: id,
  titles: { en: nameLatin ?? nameArabic ?? id, ar: nameArabic ?? nameLatin ?? id },
});

/** Whether an item has each word that is looked for, whatever the script, the case and the marks of the letters. */
function matching(q: string | undefined): (item: Item) => boolean {
  const words = normalised(q ?? '').split(/\s+/);
  return ({ value, titles: { en, ar } }) => {
    const text = normalised(`${value} ${en} ${ar}`);
    return words.every((word) => text.includes(word));
  };
}
