import { Link } from '@tanstack/react-router';
import { Button } from '../../components/basics.js';
import { CaseLink } from '../../components/case-link.js';
import { StaffName } from '../../components/staff-name.js';
import { StateName, useWorkflow } from '../../components/state-name.js';
import { commandTitle, valueTitle } from '../../components/titles.js';
import { useNow } from '../../components/use-now.js';
import { useLocale } from '../../language/locale.js';
import type { Exception } from './exceptions-query.js';

interface Props {
  readonly one: Exception;
  readonly onReview: (grantId: string) => void;
}

/** One exception: which case it is, since when, why, and what can be done. */
export function ExceptionRow({ one, onReview }: Props) {
  const { format } = useLocale();
  const now = useNow(60_000);
  return (
    <li className="exception stack tight">
      <p className="row spread">
        {one.case !== null && <CaseWords found={one.case} />}
        <time dateTime={one.since} title={format.time(one.since)} className="soft">
          {format.relative(one.since, now)}
        </time>
      </p>
      <p dir="auto">{one.cause}</p>
      <Remedies one={one} onReview={onReview} />
    </li>
  );
}

function CaseWords({ found }: { readonly found: NonNullable<Exception['case']> }) {
  const { t, pick } = useLocale();
  const workflow = useWorkflow(found.workflow);
  return (
    <span className="row">
      <strong>
        <CaseLink caseId={found.caseId} reference={found.reference} />
      </strong>
      <span>
        <StateName workflow={found.workflow} path={found.subState ?? found.state} />
        {found.facility !== null && ` · ${valueTitle(workflow, found.facility, pick)}`}
      </span>
      <span className="soft">
        {t('exceptions.with')} <StaffName id={found.assignee} />
      </span>
    </span>
  );
}

/** The command of a remedy is the last part of its address. */
const commandIn = (href: string): string => href.split('/').at(-1) ?? '';

function Remedies({ one, onReview }: Props) {
  const { t, pick } = useLocale();
  const workflow = useWorkflow(one.case?.workflow);
  const { case: found, jobId, grantId } = one;
  const buttons = one.remedies.flatMap(({ remedy, href }) => {
    if (remedy === 'sendCommand' && found !== null)
      return (
        <Link
          key={remedy}
          to="/cases/$caseId"
          params={{ caseId: found.caseId }}
          search={{ do: commandIn(href) }}
          className="button"
        >
          {commandTitle(workflow, commandIn(href), pick)}
        </Link>
      );
    if (remedy === 'openJob' && jobId !== null)
      return (
        <Link key={remedy} to="/jobs" search={{ job: jobId }} className="button">
          {t('exceptions.openJob')}
        </Link>
      );
    if (remedy === 'reviewAccess' && grantId !== null)
      return (
        <Button key={remedy} onPress={() => onReview(grantId)}>
          {t('exceptions.review')}
        </Button>
      );
    return [];
  });
  return buttons.length === 0 ? null : <div className="row">{buttons}</div>;
}
