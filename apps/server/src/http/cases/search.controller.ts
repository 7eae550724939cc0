import { operations, type DuplicatesFound, type Operations, type SearchFound } from '@safeconduct/contracts';
import { peopleFound } from '@safeconduct/engine';
import { Controller, Inject } from '@nestjs/common';
import type { RowWords } from '../answers/case-answers.js';
import { duplicateAnswer, foundPersonAnswer, rankedCaseAnswer } from '../answers/search-answers.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';

const { search, findDuplicates } = operations;

/** What fits a text best, and who may have a case already. */
@Controller()
export class SearchController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(search)
  async search(
    @Parsed(search) { body, reader }: RequestWithReader<Operations['search']>,
  ): Promise<SearchFound> {
    const { engine, people } = this.served;
    await people.refresh();
    const { cases, more } = await engine.queries.rankedCases(reader, body);
    const words = this.rowWords();
    return {
      cases: cases.map((found) => rankedCaseAnswer(found, words)),
      more,
      people: peopleFound(people.directory.all, body.text, body.limit).map(foundPersonAnswer),
    };
  }

  @Route(findDuplicates)
  async findDuplicates(
    @Parsed(findDuplicates) { body, reader }: RequestWithReader<Operations['findDuplicates']>,
  ): Promise<DuplicatesFound> {
    const workflow = this.lookup.workflow(body.workflow);
    const found = await this.served.engine.queries.possibleDuplicates(reader, { workflow, data: body.data });
    const words = this.rowWords();
    return { items: found.map((one) => duplicateAnswer(one, words)) };
  }

  private rowWords(): RowWords {
    const { engine, people, clock } = this.served;
    return { now: clock.now(), register: engine.register, directory: people.directory };
  }
}
