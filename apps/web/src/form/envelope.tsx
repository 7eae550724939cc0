import { Input, Label, RadioGroup, Text, TextField } from 'react-aria-components';
import { OneOf } from '../components/choice.js';
import { useLocale } from '../language/locale.js';
import { InstantField } from './day-field.js';
import type { Field } from './fields-of.js';
import type { OpenDraft } from './use-draft.js';

const whenField = (titles: Field['titles']): Field => ({
  ...{ path: 'occurredAt', kind: 'instant', titles, isRequired: false, fields: [] },
  schema: {},
});

/** When it happened, and whose will it is: the same for every command, and usually now and one's own. */
export function Envelope({ open }: { readonly open: OpenDraft }) {
  const { t } = useLocale();
  const { draft, change } = open;
  const isOfSubject = draft.onBehalfOf === 'subject';
  const isOfOther = draft.onBehalfOf !== '' && !isOfSubject;
  return (
    <details className="envelope" open={draft.occurredAt !== '' || draft.onBehalfOf !== ''}>
      <summary>{t('form.envelope')}</summary>
      <div className="stack">
        <InstantField
          field={whenField({ en: t('form.occurredAt'), ar: t('form.occurredAt') })}
          id="occurredAt"
          value={draft.occurredAt}
          error={undefined}
          onChange={(value) => {
            change({ occurredAt: typeof value === 'string' ? value : '' });
          }}
        />
        <RadioGroup
          className="field"
          value={isOfSubject ? 'subject' : isOfOther ? 'other' : 'own'}
          onChange={(value) => {
            change({ onBehalfOf: value === 'subject' ? 'subject' : value === 'other' ? ' ' : '' });
          }}
        >
          <Label>{t('form.onBehalfOf')}</Label>
          <div className="choices">
            <OneOf value="own">{t('form.onBehalfOf.own')}</OneOf>
            <OneOf value="subject">{t('form.onBehalfOf.subject')}</OneOf>
            <OneOf value="other">{t('form.onBehalfOf.other')}</OneOf>
          </div>
        </RadioGroup>
        {isOfOther && (
          <TextField
            className="field"
            value={draft.onBehalfOf.trim()}
            onChange={(value) => {
              change({ onBehalfOf: value === '' ? ' ' : value });
            }}
          >
            <Label>{t('form.representative')}</Label>
            <Text slot="description" className="hint">
              {t('form.representativeHint')}
            </Text>
            <Input dir="ltr" />
          </TextField>
        )}
      </div>
    </details>
  );
}
