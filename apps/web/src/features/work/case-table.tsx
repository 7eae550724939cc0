import { useNavigate } from '@tanstack/react-router';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
  type SortDescriptor,
} from 'react-aria-components';
import type { CaseRow } from '../../api/queries.js';
import type { Language } from '../../language/format.js';
import { useLocale } from '../../language/locale.js';
import { Skeleton } from '../../components/basics.js';
import { columns, useColumns, type ColumnName } from './columns.js';
import { CaseCell } from './case-cell.js';
import type { Listed } from './list-query.js';
import { sorts, type Sort, type WorkSearch } from './work-search.js';

interface Props {
  readonly listed: Listed;
  readonly rows: readonly CaseRow[];
  readonly peeked: CaseRow | undefined;
  readonly onPeek: (row: CaseRow | undefined) => void;
  readonly isWaiting: boolean;
  readonly isDimmed: boolean;
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

const layout = { estimatedRowHeight: 52, headingHeight: 40 };

/** The rows of a list. Only those that can be seen are in the page, however many there are. */
export function CaseTable(props: Props) {
  const { listed, rows, isWaiting, isDimmed, loadMore, isLoadingMore } = props;
  const { t, manner } = useLocale();
  const navigate = useNavigate();
  const shown = useColumns();
  const sortDescriptor = sortOf(listed.search);
  if (isWaiting) return <Skeleton lines={12} />;
  return (
    <div className="case-table" onKeyDownCapture={peekBySpace(props)}>
      <Virtualizer layout={TableLayout} layoutOptions={layout}>
        <Table
          aria-label={t('work.table')}
          className={isDimmed ? 'react-aria-Table dimmed' : 'react-aria-Table'}
          selectionMode="none"
          {...(sortDescriptor && { sortDescriptor })}
          onSortChange={({ column, direction }) => {
            const sort =
              `${direction === 'descending' ? '-' : ''}${sortBy(column as Sort, manner.language)}` as const;
            void navigate({
              to: '/work',
              search: { ...listed.search, sort },
              state: { text: listed.text },
              replace: true,
            });
          }}
          onRowAction={(key) => void navigate({ to: '/cases/$caseId', params: { caseId: String(key) } })}
        >
          <TableHeader>
            {shown.map((name) => (
              <Column
                key={name}
                id={name}
                isRowHeader={name === 'reference'}
                allowsSorting={listed.search.at === undefined && sorts.some((sort) => sort === name)}
                width={columns[name].width}
                minWidth={columns[name].minWidth}
              >
                {({ sortDirection }) => (
                  <>
                    {t(`column.${name}`)}
                    {sortDirection && (
                      <span aria-hidden="true">{sortDirection === 'ascending' ? ' ↑' : ' ↓'}</span>
                    )}
                  </>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <CaseTableRow key={row.caseId} row={row} shown={shown} />
            ))}
            <TableLoadMoreItem {...(loadMore && { onLoadMore: loadMore })} isLoading={isLoadingMore}>
              <Skeleton lines={2} />
            </TableLoadMoreItem>
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

const CaseTableRow = ({ row, shown }: { readonly row: CaseRow; readonly shown: readonly ColumnName[] }) => (
  <Row id={row.caseId} textValue={row.reference}>
    {shown.map((name) => (
      <Cell key={name}>
        <CaseCell name={name} row={row} />
      </Cell>
    ))}
  </Row>
);

/** Names are sorted in the script that is shown. */
const sortBy = (column: Sort, language: Language): Sort =>
  column === 'subject' && language === 'ar' ? 'subjectArabic' : column;

function sortOf({ sort = 'due', at }: WorkSearch): SortDescriptor | undefined {
  if (at !== undefined) return { column: 'reference', direction: 'ascending' };
  return {
    column: sort.replace('-', '').replace('subjectArabic', 'subject'),
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
}

/** The space bar shows the row under the cursor beside the list, or puts it away again. */
const peekBySpace =
  ({ rows, peeked, onPeek }: Props) =>
  (event: React.KeyboardEvent): void => {
    if (event.code !== 'Space' || event.target instanceof HTMLInputElement) return;
    const element = (event.target as Element).closest('[role=row]');
    const row = rows.find(({ caseId }) => caseId === element?.getAttribute('data-key'));
    if (row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPeek(row.caseId === peeked?.caseId ? undefined : row);
  };
