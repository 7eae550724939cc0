import { PlainTable } from '../../components/plain-table.js';
import { commandTitle, roleTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { PartProps } from './part.js';

/** What runs against the clock: who has to act, and what the system does when the time has passed. */
export function DeadlinesPart({ workflow }: PartProps) {
  const { t, pick } = useLocale();
  return (
    <>
      <p className="soft">{t('procedure.deadlinesLead')}</p>
      <PlainTable
        label={t('procedure.part.deadlines')}
        heads={[t('procedure.deadline'), t('procedure.acts'), t('procedure.then')]}
      >
        {workflow.deadlines.map(({ name, titles, role, then }) => (
          <tr key={name}>
            <th scope="row">{pick(titles)}</th>
            <td>{role === 'system' ? t('procedure.bySystem') : roleTitle([workflow], role, pick)}</td>
            <td>
              {then === null ? (
                <span className="soft">{t('procedure.thenNothing')}</span>
              ) : (
                commandTitle(workflow, then, pick)
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
