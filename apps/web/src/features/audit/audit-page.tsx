import '../../style/audit.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { caseQuery, staffNamesQuery } from '../../api/queries.js';
import { Button, Name } from '../../components/basics.js';
import { useWorkflows } from '../../components/state-name.js';
import { useNow } from '../../components/use-now.js';
import { useTitle } from '../../components/use-title.js';
import { westernDigits } from '../../language/digits.js';
import { dayOf, givenDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { auditKinds, type AuditKind, type AuditSearch } from './audit-search.js';
import { EventRows, ReadRows, RefusalRows } from './audit-rows.js';

/** The log: what was recorded, what was refused, and who looked. Each sees the part that their role may see. */
export function AuditPage() {
  const { t } = useLocale();
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate();
  const kind = search.kind ?? 'events';
  useTitle(t('nav.audit'));
  const show = (next: AuditSearch): void => {
    void navigate({ to: '/audit', search: next });
  };
  return (
    <div className="page stack audit">
      <h1>{t('nav.audit')}</h1>
      {search.case !== undefined && <OfCase search={search} caseId={search.case} />}
      <nav className="tabs" aria-label={t('audit.kinds')}>
        {auditKinds.map((one) => (
          <Link
            key={one}
            to="/audit"
            search={{ ...withoutType(search), kind: one }}
            aria-current={one === kind ? 'page' : undefined}
            activeProps={{}}
          >
            {t(`audit.kind.${one}`)}
          </Link>
        ))}
      </nav>
      <Filters key={JSON.stringify(search)} {...{ search, kind, show }} />
      {kind === 'events' && <EventRows search={search} />}
      {kind === 'refusals' && <RefusalRows search={search} />}
      {kind === 'reads' && <ReadRows search={search} />}
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

/** A type is one of events in one part of the log and one of commands in another. */
function withoutType({ type: _type, ...search }: AuditSearch): AuditSearch {
  return search;
}

interface FiltersProps {
  readonly search: AuditSearch;
  readonly kind: AuditKind;
  readonly show: (search: AuditSearch) => void;
}

/** What is shown of the log. It takes effect when it is sent, so that not each letter reads the log. */
function Filters({ search, kind, show }: FiltersProps) {
  const { t, manner } = useLocale();
  const [actor, setActor] = useState(search.actor ?? '');
  const [from, setFrom] = useState(search.from ?? '');
  const [to, setTo] = useState(search.to ?? '');
  const [type, setType] = useState(search.type ?? '');
  const today = dayOf(useNow(60_000), manner.zone);
  const given = {
    actor: westernDigits(actor.trim()),
    type,
    from: givenDay(westernDigits(from)),
    to: givenDay(westernDigits(to)),
  };
  return (
    <Form
      className="row audit-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const set = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
        show({ kind, ...(search.case !== undefined && { case: search.case }), ...Object.fromEntries(set) });
      }}
    >
      <TextField className="field" value={actor} onChange={setActor}>
        <Label>{t('audit.actor')}</Label>
        <Input dir="ltr" maxLength={128} list="staff" />
        <StaffChoices />
      </TextField>
      {kind !== 'reads' && <TypeChoice kind={kind} type={type} onChoose={setType} />}
      <TextField className="field" value={from} onChange={setFrom}>
        <Label>{t('insights.from')}</Label>
        <Input dir="ltr" placeholder={today} maxLength={10} />
      </TextField>
      <TextField className="field" value={to} onChange={setTo}>
        <Label>{t('insights.to')}</Label>
        <Input dir="ltr" placeholder={today} maxLength={10} />
      </TextField>
      <Button kind="main" type="submit">
        {t('audit.show')}
      </Button>
      <Button onPress={() => show({ kind })}>{t('audit.all')}</Button>
    </Form>
  );
}

/** Whoever knows a name finds the id by it; the browser offers both. */
function StaffChoices() {
  const { manner } = useLocale();
  const names = useQuery(staffNamesQuery).data;
  return (
    <datalist id="staff">
      {[...(names ?? [])].map(([id, { latin, arabic }]) => (
        <option key={id} value={id}>
          {manner.language === 'ar' ? (arabic ?? latin) : (latin ?? arabic)}
        </option>
      ))}
    </datalist>
  );
}

interface TypeChoiceProps {
  readonly kind: AuditKind;
  readonly type: string;
  readonly onChoose: (type: string) => void;
}

/** An event, or the command that was refused. The browser's own list: it is the one with a hundred items that everybody can use. */
function TypeChoice({ kind, type, onChoose }: TypeChoiceProps) {
  const { t, pick } = useLocale();
  const workflows = useWorkflows();
  const options = workflows.flatMap(({ events, commands }) =>
    kind === 'events'
      ? events.map(({ type: value, titles }) => ({ value, title: pick(titles) }))
      : commands.map(({ command: value, titles }) => ({ value, title: pick(titles) })),
  );
  return (
    <label className="field">
      <span className="label">{t(kind === 'events' ? 'audit.event' : 'audit.command')}</span>
      <select value={type} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{t('audit.any')}</option>
        {options
          .toSorted((one, other) => one.title.localeCompare(other.title))
          .map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
      </select>
    </label>
  );
}
