import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Label, RadioGroup } from 'react-aria-components';
import { choosePurpose, usePurpose } from '../api/purpose.js';
import { sessionQuery } from '../api/queries.js';
import { Button } from '../components/basics.js';
import { OneOf } from '../components/choice.js';
import { Window } from '../components/window.js';
import { useLocale } from '../language/locale.js';
import { useUsualPurpose } from './use-usual-purpose.js';

/** The value of the choice to read as usual. */
const usual = 'usual';

/** Lets somebody whose roles have several purposes say which of them they read for in this tab. */
export function PurposeWindow({ onClose }: { readonly onClose: () => void }) {
  const { t, pick } = useLocale();
  const usualTitle = useUsualPurpose();
  const session = useSuspenseQuery(sessionQuery).data;
  const { chosen = usual } = usePurpose();
  const [value, setValue] = useState(chosen);
  // One purpose by default is the same as that purpose; of several each can be chosen alone.
  const isOnlyUsual = session.purposes.filter(({ isDefault }) => isDefault).length === 1;
  const others = session.purposes.filter(({ isDefault }) => !isDefault || !isOnlyUsual);
  return (
    <Window title={t('purpose.title')} onClose={onClose}>
      <p>{t('purpose.text')}</p>
      <RadioGroup className="field" value={value} onChange={setValue}>
        <Label>{t('purpose.for')}</Label>
        <OneOf value={usual}>{t('purpose.usual', { purpose: usualTitle })}</OneOf>
        {others.map(({ purpose, titles }) => (
          <OneOf key={purpose} value={purpose}>
            {pick(titles)}
          </OneOf>
        ))}
      </RadioGroup>
      <div className="row">
        <Button
          kind="main"
          onPress={() => {
            onClose();
            choosePurpose(session, value === usual ? undefined : value);
          }}
        >
          {t('purpose.take')}
        </Button>
        <Button onPress={onClose}>{t('purpose.cancel')}</Button>
      </div>
    </Window>
  );
}
