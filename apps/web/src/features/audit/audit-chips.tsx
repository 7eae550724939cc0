import { Button } from '../../components/basics.js';
import { FilterChip } from '../../components/filter-chip.js';
import { useLocale } from '../../language/locale.js';
import type { Facets } from './audit-query.js';
import { chosenIn, withChange, type AuditSearch } from './audit-search.js';
import { useFacetTitle } from './use-facet-title.js';

interface Props {
  readonly search: AuditSearch;
  readonly facets: Facets | undefined;
  readonly show: (search: AuditSearch) => void;
}

interface Chosen {
  readonly key: string;
  readonly said: string;
  readonly without: AuditSearch;
}

/** What the log is narrowed by. Each can be taken away. */
export function AuditChips({ search, facets, show }: Props) {
  const { t, format } = useLocale();
  const titleOf = useFacetTitle(facets);
  const { from, to } = search;
  const chips: Chosen[] = chosenIn(search).map(([name, value]) => ({
    key: name,
    said: `${t(`audit.facet.${name}`)}: ${titleOf(name, value)}`,
    without: withChange(search, { [name]: undefined }),
  }));
  if (from !== undefined || to !== undefined) {
    const days = {
      from: from === undefined ? '' : format.date(from),
      to: to === undefined ? '' : format.date(to),
    };
    const key = from === undefined ? 'audit.until' : to === undefined ? 'audit.since' : 'audit.between';
    const without = withChange(search, { from: undefined, to: undefined, near: undefined });
    chips.push({ key: 'days', said: t(key, days), without });
  }
  if (chips.length === 0) return null;
  return (
    <div className="row">
      <ul className="row" aria-label={t('audit.chosen')}>
        {chips.map(({ key, said, without }) => (
          <li key={key}>
            <FilterChip filter={said} onRemove={() => show(without)} />
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <Button kind="quiet" onPress={() => show(withoutAll(search))}>
          {t('audit.all')}
        </Button>
      )}
    </div>
  );
}

/** The same part of the log, of the same case. */
export const withoutAll = ({ kind, case: caseId }: AuditSearch): AuditSearch => ({
  ...(kind !== undefined && { kind }),
  ...(caseId !== undefined && { case: caseId }),
});
