import { Link } from '@tanstack/react-router';
import { useLocale } from '../language/locale.js';
import { Name } from './basics.js';

interface Props {
  readonly caseId: string | null;
  readonly reference: string | null;
}

/** Leads to a case by its reference. Of a case that may not be seen nothing is told. */
export function CaseLink({ caseId, reference }: Props) {
  const { t } = useLocale();
  if (caseId === null || reference === null) return <span className="soft">{t('job.hiddenCase')}</span>;
  return (
    <Link to="/cases/$caseId" params={{ caseId }}>
      <Name>{reference}</Name>
    </Link>
  );
}
