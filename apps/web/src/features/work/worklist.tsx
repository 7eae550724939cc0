import '../../style/worklist.css';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { sessionQuery, workflowsQuery, type CaseRow } from '../../api/queries.js';
import { useLocale, withLaterTexts } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import { loadedLater } from '../../components/loaded-later.js';
import { Failure, Notice } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { CaseTable } from './case-table.js';
import { FilterBar } from './filter-bar.js';
import { rememberOrder } from '../../components/list-order.js';
import { listQuery, type Listed } from './list-query.js';
import { NothingFound } from './nothing-found.js';
import { useLiveRows } from './use-live-rows.js';
import { useBulkCommands, useSelection } from './use-selection.js';
import { ViewTabs } from './view-tabs.js';

const BulkBar = loadedLater(async () => (await withLaterTexts(() => import('./bulk-bar.js'))).BulkBar);
const Peek = loadedLater(async () => (await import('./peek.js')).Peek);

/** The cases that somebody works on: which there are, and which of them need something. */
export function Worklist() {
  const { t, format } = useLocale();
  const listed = useListed();
  const list = useInfiniteQuery(listQuery(listed));
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const live = useLiveRows(listed, rows);
  const commands = useBulkCommands();
  const selection = useSelection(listed, rows);
  const canSelect = commands.length > 0 && listed.search.at === undefined;
  const [peeked, setPeeked] = useState<CaseRow>();
  useEffect(() => {
    rememberOrder(rows.map(({ caseId }) => caseId));
  }, [rows]);
  useTitle(t('nav.work'));
  const again = () => {
    live.clear();
    void list.refetch();
  };
  return (
    <div className="worklist">
      <div className="worklist-head">
        <h1>{t('nav.work')}</h1>
        <ViewTabs listed={listed} />
        <FilterBar listed={listed} total={list.data?.pages[0]?.total} />
        {listed.search.at !== undefined && (
          <p className="past-banner">
            {t('past.shown', { day: format.date(listed.search.at) })}{' '}
            <Link to="/work" search={({ at: _past, ...list }) => list} state={{ text: listed.text }}>
              {t('work.now')}
            </Link>
          </p>
        )}
        {live.others > 0 && listed.search.at === undefined && (
          <Notice title={t('work.changed', { count: live.others })}>
            {' '}
            <Button kind="quiet" onPress={again}>
              {t('work.show')}
            </Button>
          </Notice>
        )}
        {canSelect && selection.rows.size > 0 && (
          <BulkBar {...{ listed, selection, commands }} total={list.data?.pages[0]?.total} />
        )}
        {list.isError && <Failure error={list.error} again={again} />}
      </div>
      <div className="worklist-body">
        {list.data !== undefined && rows.length === 0 ? (
          <NothingFound listed={listed} />
        ) : (
          <CaseTable
            {...{ listed, rows, peeked, onPeek: setPeeked }}
            selection={canSelect ? selection : undefined}
            isWaiting={list.isPending}
            isDimmed={list.isPlaceholderData}
            loadMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            isLoadingMore={list.isFetchingNextPage}
          />
        )}
        {peeked !== undefined && (
          <Peek
            row={rows.find(({ caseId }) => caseId === peeked.caseId) ?? peeked}
            onClose={() => {
              setPeeked(undefined);
            }}
          />
        )}
      </div>
    </div>
  );
}

function useListed(): Listed {
  const search = useSearch({ from: '/work' });
  const text = useRouterState({ select: ({ location }) => location.state.text ?? '' });
  const session = useSuspenseQuery(sessionQuery).data;
  const { zone } = useLocale().manner;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  return useMemo(() => {
    const known = new Set(workflows.flatMap((workflow) => workflow.roles.map(({ role }) => role)));
    const roles = session.roles.filter((role) => known.has(role));
    return { search, text, session, zone, roles };
  }, [search, text, session, zone, workflows]);
}
