import type { AccessReport, ReportedActor } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { table } from '../console/table.js';
import { accessWords, wordOf } from './access-words.js';

interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string | undefined;
}

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');

function sectionsOf(report: AccessReport, language: Language): readonly Section[] {
  const say = accessWords[language];
  const { roles, events, guards } = report.workflow.texts[language];
  const who = ({ pseudonym, roles: held, unit }: ReportedActor): string =>
    [pseudonym, held.map((role) => wordOf(roles, role)).join(', '), unit ?? ''].filter(Boolean).join(' · ');
  const list = (words: Readonly<Record<string, string>>, codes: readonly string[]): string =>
    codes.map((code) => wordOf(words, code)).join(', ');
  return [
    {
      title: say.whoRead,
      columns: [say.read, say.by, say.what, say.purpose, say.classes],
      rows: report.reads.map(({ at, by, operation, purposes, classes, isEmergency }) => [
        minute(at),
        who(by),
        isEmergency
          ? `${wordOf(say.operations, operation)} (${say.emergency})`
          : wordOf(say.operations, operation),
        list(say.purposes, purposes),
        list(say.dataClasses, classes),
      ]),
      note: report.hasOlderReads ? say.older : undefined,
    },
    {
      title: say.whoDecided,
      columns: [say.happened, say.what, say.by, say.second, say.rules],
      rows: report.decisions.map(({ occurredAt, type, by, confirmedBy, rules }) => [
        minute(occurredAt),
        wordOf(events, type),
        who(by),
        confirmedBy === null ? '' : who(confirmedBy),
        rules.map(({ guard, version }) => `${wordOf(guards, guard)} (${guard}, ${version})`).join('; '),
      ]),
    },
    {
      title: say.emergencies,
      columns: [say.read, say.until, say.by, say.trigger, say.classes, say.verdict],
      rows: report.emergencies.map(({ begunAt, until, by, trigger, classes, verdict }) => [
        minute(begunAt),
        minute(until),
        who(by),
        say.triggers[trigger],
        list(say.dataClasses, classes),
        verdict === null ? say.statuses.toReview : say.verdicts[verdict],
      ]),
    },
  ];
}

/** The report as lines of text. */
export function accessReportText(report: AccessReport, language: Language): string {
  const say = accessWords[language];
  const parts = sectionsOf(report, language).map(({ title, columns, rows, note }) => {
    const body =
      rows.length === 0
        ? say.none
        : table(
            columns.map((name) => ({ title: name })),
            rows,
          );
    return [title, body, ...(note === undefined ? [] : [note])].join('\n');
  });
  return [say.report, say.ofCase(report.caseId), say.explained, '', parts.join('\n\n')].join('\n');
}

/** Of the page: for a screen and for paper, in both directions. It loads nothing. */
export const accessReportStyle = `
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
td, th { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } }`;

/** The report as a page to be printed. */
export function accessReportPage(report: AccessReport, language: Language): string {
  const say = accessWords[language];
  const parts = sectionsOf(report, language).map(({ title, columns, rows, note }) => {
    const head = columns.map((name) => `<th scope="col">${html(name)}</th>`).join('');
    const body = rows
      .map((cells) => `<tr>${cells.map((cell) => `<td><bdi>${html(cell)}</bdi></td>`).join('')}</tr>`)
      .join('\n');
    const shown =
      rows.length === 0
        ? `<p>${html(say.none)}</p>`
        : `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
    return `<h2>${html(title)}</h2>${shown}${note === undefined ? '' : `<p>${html(note)}</p>`}`;
  });
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${html(say.report)}</title>
<style>${accessReportStyle}</style></head>
<body><h1>${html(say.report)}</h1><p>${html(say.ofCase(report.caseId))}</p><p>${html(say.explained)}</p>
${parts.join('\n')}
</body></html>
`;
}

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
