import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import type { Cell } from '../../components/csv.js';
import type { CasesBehind } from './cases-behind.js';
import { FigureTable } from './figure-table.js';
import { movesQuery, type Moves } from './figures.js';
import type { OfWorkflow } from './of-workflow.js';
import { useTimes } from './use-hours.js';

const firstRows = 12;

interface Props extends OfWorkflow {
  readonly from: string;
  readonly to: string;
  readonly behind: CasesBehind;
}

/** How often cases went from one innermost state to another between two days, and how long they had been there. */
export function MovesTable({ workflow, from, to, behind }: Props) {
  const { t, pick, format } = useLocale();
  const timeOf = useTimes();
  const [isWhole, setWhole] = useState(false);
  const moves = useQuery(
    movesQuery(workflow.name, endOfDay(from, workflow.zone), endOfDay(to, workflow.zone)),
  );
  if (moves.isError) return <Failure error={moves.error} again={() => void moves.refetch()} />;
  if (moves.data === undefined) return <Skeleton lines={8} />;
  const titleOf = (state: string) => stateTitles(workflow, state, pick).join(' · ');
  const heads = [
    ...[t('insights.from'), t('insights.to'), t('insights.movesCount')],
    ...[t('insights.medianLeft'), t('insights.longestLeft')],
  ];
  const cells = ({ from: left, to: reached, count, medianHours, longestHours }: Move): readonly Cell[] => [
    ...[titleOf(left), titleOf(reached), count],
    ...[timeOf(medianHours), timeOf(longestHours)],
  ];
  const rows = moves.data.moves.map((move) => ({ move, cells: cells(move) }));
  const casesOf = (move: Move) =>
    ({ view: 'all', at: to, moved: `${from}:${move.from}:${move.to}` }) as const;
  const most = Math.max(1, ...moves.data.moves.map(({ count }) => count));
  return (
    <FigureTable
      title={t('insights.moves')}
      lead={t('insights.movesLead')}
      nothing={t('insights.noMoves')}
      roundedTo={moves.data.roundedTo}
      className="moves"
      heads={heads}
      cells={rows.map((row) => row.cells)}
      fileName={`moves-${from}-${to}.csv`}
      below={
        rows.length > firstRows && (
          <Button kind="quiet" onPress={() => setWhole(!isWhole)}>
            {isWhole
              ? t('insights.fewerMoves')
              : t('insights.allMoves', { number: format.number(rows.length) })}
          </Button>
        )
      }
    >
      {rows.slice(0, isWhole ? undefined : firstRows).map(({ move, cells: ofMove }) => (
        <tr key={`${move.from}:${move.to}`}>
          {ofMove.map((cell, column) =>
            typeof cell === 'number' ? (
              <td key={column}>
                {behind === undefined ? (
                  format.number(cell)
                ) : (
                  <Link to="/work" search={casesOf(move)}>
                    {format.number(cell)}
                  </Link>
                )}{' '}
                <Bar of={cell / most} />
              </td>
            ) : (
              <td key={column}>{cell}</td>
            ),
          )}
        </tr>
      ))}
    </FigureTable>
  );
}

type Move = Moves['moves'][number];

const Bar = ({ of }: { readonly of: number }) => (
  <span className="bar" aria-hidden="true" style={{ inlineSize: `${of * 6}rem` }} />
);
