import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { Failure } from '../../components/said.js';
import { Unfolded } from '../../components/unfolded.js';
import { dayOf } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { problemsQuery } from './verification-query.js';

interface Props {
  readonly id: string;
  readonly count: number;
}

/** What a check found, in the order of the log, and where each of it is. Read when it is looked at. */
export function FoundProblems({ id, count }: Props) {
  const { t } = useLocale();
  return <Unfolded summary={t('verification.found', { count })}>{() => <ProblemTable id={id} />}</Unfolded>;
}

function ProblemTable({ id }: Pick<Props, 'id'>) {
  const { t, format } = useLocale();
  const found = useQuery(problemsQuery(id));
  if (found.isError) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton lines={3} />;
  const { items, total } = found.data;
  const heads = (['what.head', 'position', 'recordedAt', 'case'] as const).map((name) =>
    t(`verification.${name}`),
  );
  return (
    <div className="stack tight">
      <PlainTable
        label={t('verification.found', { count: total })}
        heads={heads}
        className="scrolled found-problems"
      >
        {items.map(({ what, position, recordedAt, caseId }, index) => (
          <tr key={index}>
            {/* The names in it are those of the program. */}
            <td dir="ltr" lang="en">
              {what}
            </td>
            <td className="number">{position}</td>
            <td>
              {recordedAt !== null && (
                <Link to="/audit" search={onDayOf(recordedAt, format.zone)}>
                  {format.time(recordedAt)}
                </Link>
              )}
            </td>
            <td>
              {caseId !== null && (
                <Link to="/cases/$caseId" params={{ caseId }}>
                  {t('verification.toCase')}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
      {items.length < total && (
        <p className="small soft">
          {t('verification.first', { count: items.length, total: format.number(total) })}
        </p>
      )}
    </div>
  );
}

/** The log of the day on which something was recorded. */
function onDayOf(recordedAt: string, zone: string) {
  const day = dayOf(Date.parse(recordedAt), zone);
  return { from: day, to: day };
}
