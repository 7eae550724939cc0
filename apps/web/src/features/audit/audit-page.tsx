import '../../style/audit.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { caseQuery } from '../../api/queries.js';
import { Name, Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { Tabs } from '../../components/tabs.js';
import { useLocale } from '../../language/locale.js';
import { AuditChips, withoutAll } from './audit-chips.js';
import { AuditFacets } from './audit-facets.js';
import { AuditProof } from './audit-proof.js';
import { facetsQuery } from './audit-query.js';
import { EventRows, ReadRows, RefusalRows, RuleRows } from './audit-rows.js';
import { auditKinds, chosenIn, ofKind, type AuditKind, type AuditSearch } from './audit-search.js';
import { AuditTime } from './audit-time.js';
import { EntryRows } from './entry-rows.js';

/** The log: all of it, or what was recorded, what was refused, which rules were not kept, and who looked. Each sees what they may see. */
export function AuditPage() {
  const { t } = useLocale();
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate();
  const kind = search.kind ?? 'events';
  useTitle(t('nav.audit'));
  const show = useCallback(
    (next: AuditSearch, replace = false): void => {
      void navigate({ to: '/audit', search: next, resetScroll: false, replace });
    },
    [navigate],
  );
  return (
    <div className="page stack audit">
      <h1>{t('nav.audit')}</h1>
      {search.case !== undefined && <OfCase search={search} caseId={search.case} />}
      <Tabs label={t('audit.kinds')}>
        {auditKinds.map((one) => (
          <Link
            key={one}
            to="/audit"
            search={ofKind(search, one)}
            aria-current={one === kind ? 'page' : undefined}
            activeProps={{}}
          >
            {t(`audit.kind.${one}`)}
          </Link>
        ))}
      </Tabs>
      <CountedPart {...{ kind, search, show }} />
      <AuditProof />
    </div>
  );
}

/** Says that the log is that of one case. Whoever may not see the case sees its id. */
function OfCase({ search, caseId }: { readonly search: AuditSearch; readonly caseId: string }) {
  const { t } = useLocale();
  const reference = useQuery({ ...caseQuery(caseId), retry: false }).data?.reference ?? caseId;
  const { case: _case, ...others } = search;
  return (
    <p className="row">
      <span>
        {t('audit.ofCase')}{' '}
        <Link to="/cases/$caseId" params={{ caseId }}>
          <Name>{reference}</Name>
        </Link>
      </span>
      <Link className="button" to="/audit" search={others}>
        {t('audit.ofAll')}
      </Link>
    </p>
  );
}

type Show = (search: AuditSearch, replace?: boolean) => void;

const allOf = (search: AuditSearch, show: Show): (() => void) | undefined =>
  chosenIn(search).length === 0 && search.from === undefined && search.to === undefined
    ? undefined
    : () => show(withoutAll(search));

const rowsOf = {
  ...{ all: EntryRows, events: EventRows, refusals: RefusalRows },
  ...{ rules: RuleRows, reads: ReadRows },
} as const;

interface PartProps {
  readonly kind: AuditKind;
  readonly search: AuditSearch;
  readonly show: Show;
}

/** A part of the log with its numbers: how much of each day, of whom and of what. */
function CountedPart({ kind, search, show }: PartProps) {
  const { t, manner, format } = useLocale();
  const counted = useQuery(facetsQuery(kind, search, manner.zone));
  const Rows = rowsOf[kind];
  // Numbers of another part would stand for other things.
  const facets = counted.data?.part === kind ? counted.data : undefined;
  if (counted.error !== null) return <Failure error={counted.error} again={() => void counted.refetch()} />;
  return (
    <>
      <p className="soft">{t(`audit.lead.${kind}`)}</p>
      {facets?.missing?.map(({ kind: one, because }) => (
        <p key={one}>{t(`audit.missing.${because}`, { kind: t(`audit.entry.${one}`) })}</p>
      ))}
      {facets === undefined ? (
        <div className="card audit-time-waiting" aria-busy="true">
          <Skeleton lines={9} />
        </div>
      ) : (
        <AuditTime {...{ kind, search, show }} bars={facets.bars} />
      )}
      <div className="row spread">
        <p role="status" className={counted.isPlaceholderData ? 'dimmed' : ''}>
          {facets === undefined
            ? t('page.waiting')
            : t('audit.total', { count: facets.total, number: format.number(facets.total) })}
        </p>
        <AuditChips {...{ search, facets, show }} />
      </div>
      <div className="audit-columns">
        <AuditFacets {...{ kind, search, facets, show }} />
        <div className="stack audit-rows">
          <Rows {...{ search, facets }} onAll={allOf(search, show)} />
        </div>
      </div>
    </>
  );
}
