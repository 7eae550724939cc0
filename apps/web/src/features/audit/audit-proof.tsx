import { useLocale } from '../../language/locale.js';

/** How the log is checked without trusting this page. */
export function AuditProof() {
  const { t } = useLocale();
  return (
    <section className="card stack tight" aria-labelledby="audit-proof">
      <h2 id="audit-proof">{t('audit.proof')}</h2>
      <p>{t('audit.proofText')}</p>
      <pre className="command" dir="ltr">
        npx safeconduct verify
      </pre>
    </section>
  );
}
