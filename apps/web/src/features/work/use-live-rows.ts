import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { whenRecorded } from '../../api/live.js';
import type { CasePage, CaseRow } from '../../api/queries.js';
import { rowsNow } from '../../api/rows-now.js';
import { listQuery, type Listed } from './list-query.js';

const gatherMs = 700;

/**
 * Keeps a list in step with what is recorded without moving anything: rows that are shown are read again where they stand;
 * of other cases it counts how many changed, for a button that reads the list again.
 */
export function useLiveRows(
  listed: Listed,
  rows: readonly CaseRow[],
): { readonly others: number; readonly clear: () => void } {
  const queries = useQueryClient();
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  const shown = useRef(new Set<string>());
  const key = useMemo(() => listQuery(listed).queryKey, [listed]);
  useEffect(() => {
    shown.current = new Set(rows.map(({ caseId }) => caseId));
  }, [rows]);
  useEffect(() => {
    setOthers(new Set());
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const refresh = async (): Promise<void> => {
      timer = undefined;
      const ids = [...changed];
      changed.clear();
      const items = await rowsNow(ids);
      // Perhaps somebody reads for something else by now.
      if (isOver) return;
      queries.setQueryData<InfiniteData<CasePage, string | null>>(
        key,
        (list) => list && withRows(list, items),
      );
    };
    const end = whenRecorded(({ caseId }) => {
      if (!shown.current.has(caseId)) {
        setOthers((before) => (before.has(caseId) ? before : new Set([...before, caseId])));
        return;
      }
      changed.add(caseId);
      timer ??= setTimeout(() => {
        // The row stays as it was; the sign of freshness tells that the server is not reached.
        refresh().catch(() => undefined);
      }, gatherMs);
    });
    return () => {
      isOver = true;
      end();
      clearTimeout(timer);
    };
  }, [queries, key]);
  return {
    others: others.size,
    clear: () => {
      setOthers(new Set());
    },
  };
}

/** A list with rows read again, each where it stood. */
export function withRows(
  list: InfiniteData<CasePage, string | null>,
  rows: readonly CaseRow[],
): InfiniteData<CasePage, string | null> {
  const byCase = new Map(rows.map((row) => [row.caseId, row]));
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => byCase.get(row.caseId) ?? row),
    })),
  };
}
