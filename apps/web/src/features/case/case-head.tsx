import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEmergencyReading } from '../../api/emergency-reading.js';
import { usePurpose } from '../../api/purpose.js';
import { sessionQuery, type CaseFile, type WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { Chip, Name } from '../../components/basics.js';
import { StateName } from '../../components/state-name.js';
import { SubjectName } from '../../components/subject-name.js';
import { valueTitle } from '../../components/titles.js';

interface Props {
  readonly file: CaseFile;
  readonly workflow: WorkflowFile | undefined;
}

/** Which case it is, who it is about, and where it stands. */
export function CaseHead({ file, workflow }: Props) {
  const { t, pick, format } = useLocale();
  const codes = [file.facility, file.outcome, ...Object.values(file.tags)].filter((code) => code !== null);
  return (
    <header className="stack tight">
      <div className="row">
        <h1>
          <Name>{file.reference}</Name>
          {file.subject?.latin !== file.reference && (
            <>
              {' · '}
              <SubjectName subject={file.subject} both />
            </>
          )}
        </h1>
        <span className="grow" />
        <Link className="button" to="/cases/$caseId/replay" params={{ caseId: file.caseId }}>
          {t('case.replay')} <kbd>H</kbd>
        </Link>
        <Link className="button" to="/audit" search={{ case: file.caseId }}>
          {t('case.trail')}
        </Link>
        <ReportLink caseId={file.caseId} />
      </div>
      <div className="row">
        <Chip tone="here">
          <StateName workflow={file.workflow} path={file.subState ?? file.state} />
        </Chip>
        {codes.map((code) => (
          <Chip key={code}>{valueTitle(workflow, code, pick)}</Chip>
        ))}
        <span className="soft small">
          {t('case.revision', {
            number: format.number(Number(file.revision)),
            time: format.time(file.recordedAt),
          })}
        </span>
      </div>
      {file.withheld.length > 0 && <p className="soft small">{t('case.withheld')}</p>}
    </header>
  );
}

/** For whoever reads for the person of the case: who dealt with it. */
function ReportLink({ caseId }: { readonly caseId: string }) {
  const { t } = useLocale();
  const { chosen } = usePurpose();
  const { purposes } = useSuspenseQuery(sessionQuery).data;
  const isEmergency = useEmergencyReading(caseId) !== undefined;
  const isForPerson = purposes.some(
    ({ purpose, isDefault, opensAccessReports }) =>
      opensAccessReports && (chosen === undefined ? isDefault : purpose === chosen),
  );
  if (!isForPerson || isEmergency) return null;
  return (
    <Link className="button" to="/cases/$caseId/access-report" params={{ caseId }}>
      {t('report.title')}
    </Link>
  );
}
