import { Text } from 'react-aria-components';
import { useLocale } from '../language/locale.js';
import type { Answer } from './data-of.js';
import type { Field } from './fields-of.js';

export interface FieldProps {
  readonly field: Field;
  readonly id: string;
  readonly value: Answer | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: Answer | undefined) => void;
}

/** The title of a field, and whether it can be left empty. */
export function FieldTitle({ field }: { readonly field: Field }) {
  const { t, pick } = useLocale();
  return (
    <>
      {pick(field.titles)} {!field.isRequired && <span className="required">({t('form.optional')})</span>}
    </>
  );
}

export function Hint({ field }: { readonly field: Field }) {
  const { t, pick } = useLocale();
  const hint = field.schema['x-hints'];
  const ofKind =
    field.kind === 'lines' ? t('form.lines') : field.kind === 'partialDay' ? t('form.partialDay') : '';
  const text = hint === undefined ? ofKind : pick(hint);
  return text === '' ? null : (
    <Text slot="description" className="hint">
      {text}
    </Text>
  );
}
