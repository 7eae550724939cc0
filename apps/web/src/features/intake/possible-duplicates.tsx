import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { WorkflowFile } from '../../api/queries.js';
import type { PossibleDuplicate } from '../../api/search.js';
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
  const reasons = reasonsOf(workflow, row).map((reason) => t(reason));
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

const kinds = ['same', 'transliteration', 'similar'] as const;

/** Why it may be the same person. A name that was given in both scripts is one reason, the better one. */
function reasonsOf(
  { naturalKey, compared }: WorkflowFile,
  { matches }: PossibleDuplicate,
): readonly TextKey[] {
  const { birthDate, documentNo, latin, arabic } = compared;
  const isMatched = (field: string | undefined): boolean => matches.some((match) => match.field === field);
  const ofName = matches.filter(({ field }) => field === latin || field === arabic);
  const kind = kinds.find((one) => ofName.some((match) => match.kind === one));
  return [
    ...(isMatched(naturalKey) ? (['intake.match.reference'] as const) : []),
    ...(isMatched(documentNo) ? (['intake.match.documentNo'] as const) : []),
    ...(kind === undefined ? [] : ([`intake.match.${kind}`] as const)),
    ...(isMatched(birthDate) ? (['intake.match.birthDate'] as const) : []),
  ];
}
