import type { ReactNode } from 'react';
import { Button, Skeleton } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { Empty, Failure } from '../../components/said.js';
import { useLocale } from '../../language/locale.js';
import type { Facets } from './audit-query.js';
import type { AuditSearch } from './audit-search.js';

export interface RowsProps {
  readonly search: AuditSearch;
  /** Takes away all that it is narrowed by; left out where it is not narrowed. */
  readonly onAll: (() => void) | undefined;
  /** The numbers of the part; they say what values are called. */
  readonly facets: Facets | undefined;
}

interface ListProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly ReactNode[];
  readonly onAll: (() => void) | undefined;
  readonly list: {
    readonly isPending: boolean;
    /** The rows are those of before. */
    readonly isPlaceholderData: boolean;
    readonly isFetchingNextPage: boolean;
    readonly hasNextPage: boolean;
    readonly error: Error | null;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
}

/** The rows of one part of the log, a page at a time. Those of before stay, dimmed, until the new ones are there. */
export function LogTable({ label, heads, rows, list, onAll }: ListProps) {
  const { t } = useLocale();
  if (list.error !== null) return <Failure error={list.error} again={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={12} />;
  if (rows.length === 0)
    return onAll === undefined ? (
      <Empty title={t('audit.nothing')} />
    ) : (
      <Empty title={t('audit.nothingChosen')}>
        <div>
          <Button onPress={onAll}>{t('audit.all')}</Button>
        </div>
      </Empty>
    );
  return (
    <>
      <PlainTable
        label={label}
        heads={heads}
        className={list.isPlaceholderData ? 'card scrolled dimmed' : 'card scrolled'}
      >
        {rows}
      </PlainTable>
      {list.hasNextPage && (
        <div>
          <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage}>
            {t('timeline.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}
