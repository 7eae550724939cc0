import { useState } from 'react';
import { Button, Skeleton } from '../../components/basics.js';
import { useLocale } from '../../language/locale.js';
import type { Facets } from './audit-query.js';
import { facetsOf, withChange, type AuditKind, type AuditSearch, type FacetName } from './audit-search.js';
import { KindFacet } from './entry-kinds.js';
import { FacetList } from './facet-list.js';
import { useFacetTitle } from './use-facet-title.js';

interface Props {
  readonly kind: AuditKind;
  readonly search: AuditSearch;
  readonly facets: Facets | undefined;
  readonly show: (search: AuditSearch) => void;
}

/** What the log can be narrowed to, beside its rows. On a phone it is folded into a button. */
export function AuditFacets({ kind, search, facets, show }: Props) {
  const { t } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const titleOf = useFacetTitle(facets);
  const names: readonly FacetName[] = facetsOf[kind];
  return (
    <aside className="stack tight audit-facets" aria-label={t('audit.facets')}>
      <Button className="unfold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('audit.facets')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </Button>
      <div className={isOpen ? 'card stack facets open' : 'card stack facets'}>
        <h2 className="visually-hidden">{t('audit.facets')}</h2>
        {facets === undefined ? (
          <Skeleton lines={16} />
        ) : (
          names.map((name) => {
            const facet = {
              title: t(`audit.facet.${name}`),
              values: facets[name] ?? [],
              chosen: search[name],
              onChoose: (value: string | undefined) => show(withChange(search, { [name]: value })),
            };
            const key = `${kind} ${name}`;
            if (name === 'kinds') return <KindFacet key={key} {...facet} />;
            return <FacetList key={key} {...facet} titleOf={(value) => titleOf(name, value)} />;
          })
        )}
      </div>
    </aside>
  );
}
