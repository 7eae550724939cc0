import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { registryQuery } from '../api/queries.js';
import { useLater } from '../components/use-later.js';
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
  const offers = useQuery(registryQuery({ workflow, name, role, q: asked })).data?.items;
  return <ComboField {...props} {...{ offers, typed }} onType={setTyped} />;
}
