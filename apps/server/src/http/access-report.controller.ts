import { operations, type AccessReport, type Operations } from '@safeconduct/contracts';
import type { AccessReport as FoundReport, Reader, ReportedActor } from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessReportPage, accessReportStyle } from '../texts/access-report-text.js';
import { languageOf } from './language.js';
import { HttpProblem } from './problem.js';
import type { RequestWithReader } from './reading.js';
import { Parsed, Route } from './route.js';
import { allowStyle } from './security-headers.js';
import { servedToken, type Served } from './tokens.js';

const { getAccessReport, getAccessReportPage } = operations;

/** What the person whose case it is may know of who dealt with it. */
@Controller()
export class AccessReportController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(getAccessReport)
  async report(
    @Parsed(getAccessReport) { params, reader }: RequestWithReader<Operations['getAccessReport']>,
  ): Promise<AccessReport> {
    return accessReportAnswer(await this.found(reader, params.caseId));
  }

  @Route(getAccessReportPage)
  async page(
    @Parsed(getAccessReportPage) { params, reader }: RequestWithReader<Operations['getAccessReportPage']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const found = await this.found(reader, params.caseId);
    reply.type('text/html; charset=utf-8').header('vary', 'accept-language');
    allowStyle(reply, accessReportStyle);
    return accessReportPage(found, languageOf(request.headers['accept-language']));
  }

  private async found(reader: Reader, caseId: string): Promise<FoundReport> {
    const found = await this.served.engine.queries.accessReport(reader, { caseId });
    if (found === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    return found;
  }
}

const actor = ({ pseudonym, roles, unit }: ReportedActor) => ({ pseudonym, roles: [...roles], unit });

const accessReportAnswer = (report: FoundReport): AccessReport => ({
  caseId: report.caseId,
  workflow: report.workflow.name,
  hasOlderReads: report.hasOlderReads,
  reads: report.reads.map(({ by, purposes, classes, ...read }) => ({
    ...read,
    by: actor(by),
    purposes: [...purposes],
    classes: [...classes],
  })),
  decisions: report.decisions.map(({ by, confirmedBy, rules, revision, ...decision }) => ({
    ...decision,
    revision: String(revision),
    by: actor(by),
    confirmedBy: confirmedBy === null ? null : actor(confirmedBy),
    rules: [...rules],
  })),
  emergencies: report.emergencies.map(({ by, classes, ...emergency }) => ({
    ...emergency,
    by: actor(by),
    classes: [...classes],
  })),
});
