import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PossibleDuplicate, WorkflowFile } from '../../api/queries.js';
import { Chip, Name } from '../../components/basics.js';
import { Tick } from '../../components/choice.js';
import { StateName } from '../../components/state-name.js';
import { SubjectName } from '../../components/subject-name.js';
import { useLocale } from '../../language/locale.js';
import type { TextKey } from '../../language/texts/en.js';
import type { Duplicates } from './use-duplicates.js';

interface Props {
  readonly workflow: WorkflowFile;
  readonly duplicates: Duplicates;
  /** The form was sent before anything was said of them. */
  readonly isHeldUp: boolean;
}

/** Who may have a case already, and why, with a way to each case; and the choice to open another one all the same. */
export function PossibleDuplicates({ workflow, duplicates, isHeldUp }: Props) {
  const { t } = useLocale();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHeldUp) notice.current?.focus();
  }, [isHeldUp]);
  const { found, isOther, setOther } = duplicates;
  if (found.length === 0) return null;
  return (
    <div className="notice warn stack" role="status" tabIndex={-1} ref={notice}>
      <strong>{t('intake.resembling', { count: found.length })}</strong>
      <ul className="stack">
        {found.map((row) => (
          <Duplicate key={row.caseId} {...{ row, workflow }} />
        ))}
      </ul>
      <Tick isSelected={isOther} onChange={setOther}>
        {t('intake.otherPerson')}
      </Tick>
      {isHeldUp && !isOther && <p className="field-error">{t('intake.undecided')}</p>}
    </div>
  );
}

function Duplicate({ row, workflow }: { readonly row: PossibleDuplicate; readonly workflow: WorkflowFile }) {
  const { t, format } = useLocale();
  const reasons = [...new Set(row.matches.map((match) => t(reasonOf(workflow, match))))];
  return (
    <li className="stack tight">
      <span className="row">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} target="_blank">
          <Name>{row.reference}</Name>
        </Link>
        <SubjectName subject={row.subject} both />
        <Chip>
          <StateName workflow={row.workflow} path={row.subState ?? row.state} />
        </Chip>
      </span>
      <span className="small">{format.list(reasons)}</span>
    </li>
  );
}

function reasonOf(
  { naturalKey, compared }: WorkflowFile,
  { field, kind }: PossibleDuplicate['matches'][number],
): TextKey {
  if (field === naturalKey) return 'intake.match.reference';
  if (field === compared.documentNo) return 'intake.match.documentNo';
  if (field === compared.birthDate) return 'intake.match.birthDate';
  return `intake.match.${kind}`;
}
