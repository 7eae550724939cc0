import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { staffNamesQuery } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { useNow } from '../../components/use-now.js';
import { dayOf, givenDay } from '../../language/days.js';
import { westernDigits } from '../../language/digits.js';
import { useLocale } from '../../language/locale.js';
import { withoutAll } from './audit-chips.js';
import { withChange, type AuditSearch } from './audit-search.js';

interface Props {
  readonly search: AuditSearch;
  readonly show: (search: AuditSearch) => void;
}

/** What is shown of the log of reads. It takes effect when it is sent: each look at that log is entered in it. */
export function ReadsFilter({ search, show }: Props) {
  const { t, manner } = useLocale();
  const [actor, setActor] = useState(search.actor ?? '');
  const [from, setFrom] = useState(search.from ?? '');
  const [to, setTo] = useState(search.to ?? '');
  const today = dayOf(useNow(60_000), manner.zone);
  return (
    <Form
      className="row audit-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const given = {
          actor: westernDigits(actor.trim()),
          from: givenDay(westernDigits(from)),
          to: givenDay(westernDigits(to)),
        };
        show(withChange(search, given));
      }}
    >
      <TextField className="field" value={actor} onChange={setActor}>
        <Label>{t('audit.actor')}</Label>
        <Input dir="ltr" maxLength={128} list="staff" />
        <StaffChoices />
      </TextField>
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
      <Button onPress={() => show(withoutAll(search))}>{t('audit.all')}</Button>
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
