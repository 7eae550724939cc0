import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { registryQuery } from '../api/queries.js';
import { useLater } from '../components/use-later.js';
import { useLocale } from '../language/locale.js';
import { byTitle } from './by-title.js';
import { ComboField } from './combo-field.js';
import type { FieldProps } from './field-parts.js';

interface Props extends FieldProps {
  readonly workflow: string;
}

const settledMs = 150;

/**
 * Chooses from what the workflow or the directory knows. Whoever knows what is sent can type it; what a closed list does not have,
 * the server refuses with the reason.
 */
export function RegistryField({ workflow, ...props }: Props) {
  const { name = '' } = props.field.schema['x-registry'] ?? {};
  const [role] = props.field.schema['x-person-roles'] ?? [];
  const [typed, setTyped] = useState<string>();
  const asked = useLater(typed?.trim() ?? '', settledMs);
  const { pick, manner } = useLocale();
  const found = useQuery(registryQuery({ workflow, name, role, q: asked })).data?.items;
  const offers = useMemo(
    () => found && byTitle(found, ({ titles }) => pick(titles), manner.language),
    [found, pick, manner.language],
  );
  return <ComboField {...props} {...{ offers, typed }} onType={setTyped} />;
}
