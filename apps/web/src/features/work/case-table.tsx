import { useNavigate } from '@tanstack/react-router';
import {
  Cell,
  CheckboxButton,
  CheckboxField,
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
import { shortcutsAreOn, useShortcuts } from '../../shell/keyboard.js';
import { columns, type ColumnName } from './columns.js';
import { CaseCell } from './case-cell.js';
import { sortShown, type Listed } from './list-query.js';
import type { Selection } from './use-selection.js';
import { useTableLayout } from './use-table-layout.js';
import { sorts, type Sort } from './work-search.js';

interface Props {
  readonly listed: Listed;
  readonly rows: readonly CaseRow[];
  readonly peeked: CaseRow | undefined;
  readonly onPeek: (row: CaseRow | undefined) => void;
  /** Left out: nothing can be done with several cases at once. */
  readonly selection: Selection | undefined;
  readonly isWaiting: boolean;
  readonly isDimmed: boolean;
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

const spacious = { estimatedRowHeight: 52, headingHeight: 40 };
const compact = { rowHeight: 36, headingHeight: 36 };

/** From anywhere else J leads into the table: to where its cursor was, or to the first row. */
const intoTable = {
  KeyJ: () => {
    document.querySelector<HTMLElement>('.case-table [role=grid]')?.focus();
  },
};

/** The rows of a list. Only those that can be seen are in the page, however many there are. */
export function CaseTable(props: Props) {
  const { listed, rows, selection, isWaiting, isDimmed, loadMore, isLoadingMore } = props;
  const { t, manner } = useLocale();
  const navigate = useNavigate();
  const { layout, shown } = useTableLayout();
  useShortcuts(intoTable);
  if (isWaiting) return <Skeleton lines={12} />;
  return (
    <div className={layout.isCompact ? 'case-table compact' : 'case-table'} onKeyDownCapture={keysOf(props)}>
      <Virtualizer layout={TableLayout} layoutOptions={layout.isCompact ? compact : spacious}>
        <Table
          aria-label={t('work.table')}
          className={isDimmed ? 'react-aria-Table dimmed' : 'react-aria-Table'}
          selectionMode={selection === undefined ? 'none' : 'multiple'}
          selectionBehavior="toggle"
          {...(selection && {
            selectedKeys: new Set(selection.rows.keys()),
            onSelectionChange: (keys) => {
              selection.select(keys === 'all' ? keys : new Set([...keys].map(String)));
            },
          })}
          sortDescriptor={sortOf(listed)}
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
        >
          {tableHeader({ listed, shown, canSelect: selection !== undefined, t })}
          <TableBody>
            {rows.map((row) => (
              <CaseTableRow key={row.caseId} row={row} shown={shown} canSelect={selection !== undefined} />
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

interface HeaderProps {
  readonly listed: Listed;
  readonly shown: readonly ColumnName[];
  readonly canSelect: boolean;
  readonly t: ReturnType<typeof useLocale>['t'];
}

const tableHeader = ({ listed, shown, canSelect, t }: HeaderProps) => (
  <TableHeader>
    {canSelect && (
      <Column key="selection" id="selection" width={44} minWidth={44}>
        <SelectionBox />
      </Column>
    )}
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
            {sortDirection && <span aria-hidden="true">{sortDirection === 'ascending' ? ' ↑' : ' ↓'}</span>}
          </>
        )}
      </Column>
    ))}
  </TableHeader>
);

interface RowProps {
  readonly row: CaseRow;
  readonly shown: readonly ColumnName[];
  readonly canSelect: boolean;
}

const CaseTableRow = ({ row, shown, canSelect }: RowProps) => (
  <Row id={row.caseId} textValue={row.reference} href={`/cases/${row.caseId}`}>
    {canSelect && (
      <Cell key="selection">
        <SelectionBox />
      </Cell>
    )}
    {shown.map((name) => (
      <Cell key={name}>
        <CaseCell name={name} row={row} />
      </Cell>
    ))}
  </Row>
);

/** Takes its name and its state from the table. */
const SelectionBox = () => (
  <CheckboxField slot="selection">
    <CheckboxButton className="selection-box">
      {({ isSelected, isIndeterminate }) => (
        <span aria-hidden="true">{isIndeterminate ? '–' : isSelected ? '✓' : ''}</span>
      )}
    </CheckboxButton>
  </CheckboxField>
);

/** Names are sorted in the script that is shown. */
const sortBy = (column: Sort, language: Language): Sort =>
  column === 'subject' && language === 'ar' ? 'subjectArabic' : column;

function sortOf(listed: Listed): SortDescriptor {
  if (listed.search.at !== undefined) return { column: 'reference', direction: 'ascending' };
  const sort = sortShown(listed);
  return {
    column: sort.replace('-', '').replace('subjectArabic', 'subject'),
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
}

/**
 * The space bar shows the row under the cursor beside the list, or puts it away again; X selects it. J and K go down and up,
 * with Shift they take the rows on their way into the selection.
 */
const keysOf =
  ({ rows, peeked, onPeek, selection }: Props) =>
  (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // On its box the space bar is what selects.
    if (event.code === 'Space' && event.target instanceof HTMLInputElement) return;
    const element = (event.target as Element).closest('[role=row]');
    const row = rows.find(({ caseId }) => caseId === element?.getAttribute('data-key'));
    if (row === undefined || !shortcutsAreOn()) return;
    const act = {
      Space: () => {
        onPeek(row.caseId === peeked?.caseId ? undefined : row);
      },
      KeyX: () => {
        selection?.select(toggled(selection, [row.caseId]));
      },
      KeyJ: () => {
        step(event, 'ArrowDown');
      },
      KeyK: () => {
        step(event, 'ArrowUp');
      },
    }[event.code];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

function toggled({ rows }: Selection, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(rows.keys());
  for (const key of keys) if (!next.delete(key)) next.add(key);
  return next;
}

/** Letters go where arrows go: the table moves its cursor, and with Shift extends the selection. */
function step({ target, shiftKey }: React.KeyboardEvent, key: 'ArrowDown' | 'ArrowUp'): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, shiftKey, bubbles: true, cancelable: true }),
  );
}
