import {
  operations,
  type FigureReport,
  type Operations,
  type ReportedFigure,
  type ReportedFigurePage,
} from '@safeconduct/contracts';
import {
  aboutRule,
  compareFigures,
  type FigureChange,
  type FigureContent,
  type Reader,
  type ReportedFigure as KnownFigure,
} from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { contentOf, figureAnswer, figureProblem } from '../answers/figure-answers.js';
import { readCursor, writeCursor } from '../cursor.js';
import { Lookup } from '../lookup.js';
import { linkNext } from '../pages.js';
import { HttpProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';

const { listReportedFigures, getReportedFigure, reportFigure, correctFigure, withdrawFigure } = operations;

/** Figures that others stated, beside the ledger. */
@Controller()
export class ReportedFiguresController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listReportedFigures)
  async list(
    @Parsed(listReportedFigures) { query, reader }: RequestWithReader<Operations['listReportedFigures']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportedFigurePage> {
    const { figures } = this.served;
    const { name } = this.lookup.workflow(query.workflow);
    const before = readCursor(z.uuid(), query.cursor);
    await figures.refresh();
    const all = figures.all
      .filter(({ content, withdrawal }) => content.workflow === name && isShown(withdrawal, query.withdrawn))
      .reverse();
    // A figure that was withdrawn meanwhile is still known by its place among all of them.
    const order = figures.all.map(({ id }) => id);
    const behind = before === undefined ? Infinity : order.indexOf(before);
    const left = all.filter(({ id }) => order.indexOf(id) < behind);
    const page = left.slice(0, query.limit);
    const next = left.length > page.length ? writeCursor(page.at(-1)?.id) : null;
    linkNext(request, reply, next);
    return { items: await this.compared(reader, page, name), next, aboutRule };
  }

  @Route(getReportedFigure)
  async one(
    @Parsed(getReportedFigure) { params, reader }: RequestWithReader<Operations['getReportedFigure']>,
  ): Promise<ReportedFigure> {
    await this.served.figures.refresh();
    const figure = this.served.figures.figure(params.figureId);
    if (figure === undefined) throw new HttpProblem('FIGURE_NOT_FOUND');
    return this.answer(reader, figure);
  }

  @Route(reportFigure)
  async report(
    @Parsed(reportFigure) { body, reader }: RequestWithReader<Operations['reportFigure']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportedFigure> {
    const { figure, isNew } = await this.changed(reader, { kind: 'report', content: this.content(body) });
    reply.status(isNew ? reportFigure.success.status : reportFigure.success.alsoStatus);
    return this.answer(reader, figure);
  }

  @Route(correctFigure)
  async correct(
    @Parsed(correctFigure) { params, body, reader }: RequestWithReader<Operations['correctFigure']>,
  ): Promise<ReportedFigure> {
    const { figure } = await this.changed(reader, {
      ...{ kind: 'correct', figure: params.figureId, reason: body.reason },
      content: this.content(body.figure, this.served.figures.figure(params.figureId)),
    });
    return this.answer(reader, figure);
  }

  @Route(withdrawFigure)
  async withdraw(
    @Parsed(withdrawFigure) { params, body, reader }: RequestWithReader<Operations['withdrawFigure']>,
  ): Promise<ReportedFigure> {
    const change = { kind: 'withdraw', figure: params.figureId, reason: body.reason } as const;
    return this.answer(reader, (await this.changed(reader, change)).figure);
  }

  /** @param known  the figure that is corrected: left out, the workflow stays */
  private content(report: FigureReport, known?: KnownFigure): FigureContent {
    const workflow = report.workflow ?? known?.content.workflow ?? this.lookup.workflow(undefined).name;
    const read = contentOf(report, workflow);
    if ('issues' in read) throw new HttpProblem('COMMAND_INVALID', { issues: read.issues });
    return read.content;
  }

  /** Whoever records something of a figure must be able to read it: nothing is recorded that is then not shown. */
  private async changed(reader: Reader, change: FigureChange) {
    const { figures } = this.served;
    await figures.refresh();
    const { content } = change.kind === 'report' ? change : (figures.figure(change.figure) ?? {});
    if (content === undefined) throw new HttpProblem('FIGURE_NOT_FOUND');
    await this.compared(reader, [], content.workflow);
    const outcome = await figures.change(change, reader.actor);
    if (outcome.accepted) return outcome;
    const { code, members } = figureProblem(outcome);
    throw new HttpProblem(code, members);
  }

  private async answer(reader: Reader, figure: KnownFigure): Promise<ReportedFigure> {
    const [answer] = await this.compared(reader, [figure], figure.content.workflow);
    return answer as ReportedFigure;
  }

  /** @throws ReadNotPermittedError  the reader gets no figures of the workflow, also where there is nothing to compare */
  private async compared(
    reader: Reader,
    figures: readonly KnownFigure[],
    name: string,
  ): Promise<ReportedFigure[]> {
    const { clock, engine, figures: all } = this.served;
    const workflow = this.lookup.workflow(name);
    const compared = await compareFigures(figures, {
      workflow,
      now: clock.now(),
      figureOf: (id) => all.figure(id),
      count: (requests) => engine.queries.ledgerCounts(reader, { workflow, requests }),
    });
    return compared.map(figureAnswer);
  }
}

const isShown = (withdrawal: unknown, withdrawn: 'true' | 'false'): boolean =>
  withdrawn === 'true' || withdrawal === undefined;
