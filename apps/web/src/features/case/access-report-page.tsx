import '../../style/access-report.css';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Button, Skeleton } from '../../components/basics.js';
import { saveFile } from '../../components/save-file.js';
import { FailurePage } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import type { Language } from '../../language/format.js';
import { useLocale } from '../../language/locale.js';

/** The report as a page of the server, in the language shown. Each look stands in the next one, so it is not read again by itself. */
const reportQuery = (caseId: string, language: Language) =>
  queryOptions({
    queryKey: ['accessReport', caseId, language],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/access-report.html', {
          params: { path: { caseId } },
          parseAs: 'text',
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/** Who dealt with a case, for the person whose case it is: to be read here, printed, or handed over as a file. */
export function AccessReportPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/access-report' });
  const { t, manner } = useLocale();
  const report = useQuery(reportQuery(caseId, manner.language));
  useTitle(t('report.title'));
  if (report.isError) return <FailurePage error={report.error} again={() => void report.refetch()} />;
  const page = report.data;
  if (page === undefined)
    return (
      <div className="page" aria-busy="true">
        <Skeleton lines={12} />
      </div>
    );
  return (
    <div className="page stack">
      <p className="row no-print">
        <Link className="button" to="/cases/$caseId" params={{ caseId }}>
          {t('report.back')}
        </Link>
        <Button onPress={() => print()}>{t('report.print')}</Button>
        <Button onPress={() => saveFile('access-report.html', page, 'text/html;charset=utf-8')}>
          {t('report.save')}
        </Button>
      </p>
      <Report page={page} />
    </div>
  );
}

/** How the page looks by itself. Here it looks like a screen, whose content policy forbids this style. */
const ownStyle = /<style>[^]*?<\/style>/;

/** What stands in the page of the server. It is asked for by the client, because a link cannot say what somebody reads for. */
function Report({ page }: { readonly page: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const { body } = new DOMParser().parseFromString(page.replace(ownStyle, ''), 'text/html');
    for (const table of body.querySelectorAll('table')) scrolledAlone(table);
    place.current?.replaceChildren(...body.childNodes);
  }, [page]);
  return <article ref={place} className="stack access-report" />;
}

/** A table that is scrolled sideways in a box of its own, also by keyboard. */
function scrolledAlone(table: HTMLTableElement): void {
  const box = document.createElement('div');
  box.className = 'scrolled';
  box.tabIndex = 0;
  box.role = 'region';
  box.ariaLabel = table.previousElementSibling?.textContent ?? '';
  table.className = 'plain';
  table.replaceWith(box);
  box.append(table);
}
