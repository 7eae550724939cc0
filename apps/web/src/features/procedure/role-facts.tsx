import type { WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { useAccessTitle } from './use-access-title.js';
import { useScopeText } from './use-scope-text.js';

interface Props {
  readonly workflow: WorkflowFile;
  readonly reads: WorkflowFile['permissions']['reads'][number];
}

/** What one role reads: which cases, what of them, what for, and what an emergency can add. */
export function RoleFacts({ workflow, reads }: Props) {
  const { t, format } = useLocale();
  const titleOf = useAccessTitle(workflow);
  const scopeText = useScopeText(workflow);
  const listed = (kind: 'classes' | 'purposes', names: readonly string[]): string =>
    names.length === 0 ? t('procedure.none') : format.list(names.map((name) => titleOf(kind, name)));
  const seen = (sight: (of: string) => boolean): readonly string[] =>
    Object.keys(reads.sees).filter((one) => sight(reads.sees[one] ?? 'withheld'));
  const facts: readonly (readonly [string, string])[] = [
    [
      t('procedure.seesCases'),
      reads.cases.length === 0 ? t('procedure.none') : reads.cases.map(scopeText).join(t('procedure.stop')),
    ],
    [
      t('procedure.sees'),
      listed(
        'classes',
        seen((of) => of === 'seen'),
      ),
    ],
    [
      t('procedure.seesSometimes'),
      listed(
        'classes',
        seen((of) => of !== 'seen' && of !== 'withheld'),
      ),
    ],
    [t('procedure.readsFor'), listed('purposes', reads.purposes)],
    [t('procedure.figures'), t(`procedure.figures.${reads.figures}`)],
    [t('procedure.readLog'), t(`procedure.readLog.${reads.readLog}`)],
    [t('procedure.emergency'), listed('classes', reads.emergency)],
    [t('procedure.never'), listed('classes', reads.never)],
  ];
  return (
    <dl className="facts card">
      {facts.map(([title, text]) => (
        <div key={title} className="fact-row">
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
