import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { readingLog } from '../../start/open.js';
import { accessReportPage, accessReportText } from '../../texts/access-report-text.js';
import { commandLineReader } from '../reader.js';
import { findCase, notFound } from './case.js';

/** What the person whose case it is may know: who read it, who decided, under which rules. */
export const runAccessReport = (
  line: CommandLine,
  reference: string,
  options: { readonly html?: boolean; readonly workflow?: string },
): Promise<number> =>
  readingLog(line, async ({ engine }) => {
    const caseId = await findCase(engine, reference, options.workflow);
    const report =
      caseId === undefined ? undefined : await engine.queries.accessReport(commandLineReader, { caseId });
    if (report === undefined) return notFound(line, reference);
    if (line.json === true) printJson({ ...report, workflow: report.workflow.name });
    else if (options.html === true) print(accessReportPage(report, line.language));
    else print(accessReportText(report, line.language));
    return exit.ok;
  });
