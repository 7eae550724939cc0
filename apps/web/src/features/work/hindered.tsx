import type { BulkForeseen } from '../../api/bulk.js';
import { CaseLink } from '../../components/case-link.js';
import { useLocale } from '../../language/locale.js';

/** The cases in which a command is not possible, by the reason. */
export function Hindered({ cannot }: { readonly cannot: Readonly<BulkForeseen['cannot']> }) {
  const { t } = useLocale();
  return cannot.map(({ code, title, reason, count, cases }) => (
    <details key={`${code} ${reason}`} className="card">
      <summary>
        {t('bulk.cannot', { count })} {reason === title ? title : `${title}: ${reason}`}
      </summary>
      <ul className="job-items">
        {cases.map(({ caseId, reference }) => (
          <li key={caseId}>
            <CaseLink caseId={caseId} reference={reference} />
          </li>
        ))}
      </ul>
    </details>
  ));
}
