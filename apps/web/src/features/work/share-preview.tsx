import { Button } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { Notice } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';
import { Hindered } from './hindered.js';
import type { SharedCases } from './share-window.js';
import type { CheckedShare, Sharing } from './use-sharing.js';
import type { OfficerLoad } from './workload-query.js';

interface Props {
  readonly cases: SharedCases;
  readonly sharing: Sharing;
  readonly receivers: readonly OfficerLoad[];
}

/** What each officer gets and has then, and what cannot be given and why. Just what is possible is sent. */
export function SharePreview({ cases, sharing, receivers }: Props) {
  const { t, format } = useLocale();
  const checked = sharing.checked ?? [];
  const [can, total] = [sumOf(checked, 'can'), sumOf(checked, 'total')];
  const officers = [...new Set(checked.map(({ officer }) => officer))];
  const jobs = checked.filter(({ foreseen }) => foreseen.can > 0).length;
  return (
    <>
      <Notice
        tone={can === total && total > 0 ? 'done' : 'warn'}
        title={total === 0 ? t('share.noneLeft') : t('share.can', { can, total })}
      />
      {total > 0 && (
        <PlainTable
          label={t('share.shares')}
          heads={[t('workload.officer'), t('share.gets'), t('share.then')]}
          className="scrolled shares"
        >
          {officers.map((officer) => {
            const gets = sumOf(
              checked.filter((share) => share.officer === officer),
              'can',
            );
            const has = receivers.find((load) => load.officer === officer)?.open ?? 0;
            return (
              <tr key={officer}>
                <th scope="row">
                  <StaffName id={officer} />
                </th>
                <td>{format.number(gets)}</td>
                <td>{format.number(has + gets)}</td>
              </tr>
            );
          })}
        </PlainTable>
      )}
      {total > 0 && (
        <p className="soft small">{t(cases.areByUrgency ? 'share.byUrgency' : 'share.asSelected')}</p>
      )}
      <Hindered cannot={hinderedIn(checked)} />
      <div className="row">
        {can > 0 && (
          <Button kind="main" autoFocus onPress={sharing.send}>
            {t('share.send', { count: can })}
          </Button>
        )}
        {sharing.sent.length === 0 && (
          <Button autoFocus={can === 0} isDisabled={sharing.isSending} onPress={sharing.reset}>
            {t('bulk.back')}
          </Button>
        )}
        <span className="soft small">{t('share.jobs', { count: jobs })}</span>
      </div>
    </>
  );
}

const sumOf = (shares: readonly CheckedShare[], name: 'can' | 'total'): number =>
  shares.reduce((sum, { foreseen }) => sum + foreseen[name], 0);

type Hindrance = CheckedShare['foreseen']['cannot'][number];

/** The same reason of several shares once. */
function hinderedIn(shares: readonly CheckedShare[]): readonly Hindrance[] {
  const all = shares.flatMap(({ foreseen }) => foreseen.cannot);
  return [...Map.groupBy(all, ({ code, reason }) => `${code} ${reason}`).values()].flatMap((same) =>
    same.slice(0, 1).map((one) => ({
      ...one,
      count: same.reduce((sum, { count }) => sum + count, 0),
      cases: same.flatMap(({ cases }) => cases),
    })),
  );
}
