import { useState } from 'react';
import { FieldError, Input, Label, RadioGroup, Text, TextField } from 'react-aria-components';
import { OneOf } from '../components/choice.js';
import { useLocale, type Locale } from '../language/locale.js';
import { InstantField } from './day-field.js';
import type { Draft } from './drafts.js';
import type { FieldErrors } from './errors-of.js';
import { fieldId } from './fields.js';
import type { Field } from './fields-of.js';
import type { OpenDraft } from './use-draft.js';

const whenField = (titles: Field['titles']): Field => ({
  ...{ path: 'occurredAt', kind: 'instant', titles, isRequired: false, fields: [] },
  schema: {},
});

/** What the envelope of a command holds, by the paths that the server names. */
export const envelopeOf = ({ occurredAt, onBehalfOf }: Draft) => ({ occurredAt, onBehalfOf });

/** What its fields are called, by path. */
export const envelopeTitles = (t: Locale['t']) =>
  new Map((['occurredAt', 'onBehalfOf'] as const).map((name) => [name, t(`form.${name}`)]));

interface Props {
  readonly open: OpenDraft;
  readonly errors: FieldErrors;
}

/** When it happened, and whose will it is: the same for every command, and usually now and one's own. */
export function Envelope({ open, errors }: Props) {
  const { t } = useLocale();
  const error = { occurredAt: errors.get('occurredAt'), onBehalfOf: errors.get('onBehalfOf') };
  const { draft, change } = open;
  const isOfSubject = draft.onBehalfOf === 'subject';
  const isOfOther = draft.onBehalfOf !== '' && !isOfSubject;
  const [isOpen, setOpen] = useState(draft.occurredAt !== '' || draft.onBehalfOf !== '');
  return (
    <details
      className="envelope"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('form.envelope')}</summary>
      <div className="stack">
        <InstantField
          field={whenField({ en: t('form.occurredAt'), ar: t('form.occurredAt') })}
          id={fieldId('occurredAt')}
          value={draft.occurredAt}
          error={error.occurredAt}
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
            id={fieldId('onBehalfOf')}
            isInvalid={error.onBehalfOf !== undefined}
            validationBehavior="aria"
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
            <FieldError>{error.onBehalfOf}</FieldError>
          </TextField>
        )}
      </div>
    </details>
  );
}
