import { useMemo, useState } from 'react';
import { searchable } from '../components/searchable.js';
import { useLocale } from '../language/locale.js';
import { ComboField, type Offer } from './combo-field.js';
import type { FieldProps } from './field-parts.js';

/** Chooses from what the form itself offers, narrowed by what is typed; something else can be typed as well. */
export function OfferedField(props: FieldProps) {
  const { pick } = useLocale();
  const [typed, setTyped] = useState<string>();
  const all = props.field.schema['x-offers'];
  const offers = useMemo(() => {
    const sought = searchable(typed?.trim() ?? '');
    return Object.entries(all ?? {}).flatMap(([value, titles]): readonly Offer[] =>
      searchable(`${pick(titles)} ${value}`).includes(sought) ? [{ value, titles }] : [],
    );
  }, [all, typed, pick]);
  return <ComboField {...props} {...{ offers, typed }} onType={setTyped} />;
}
