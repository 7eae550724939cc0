import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { peopleQuery } from '../../api/queries.js';
import { useWorkflows } from '../../components/state-name.js';
import { valueTitle } from '../../components/titles.js';
import { asIs } from '../../language/as-is.js';
import { useLocale, type InBoth } from '../../language/locale.js';

/** What a unit is called: as the first workflow calls it that knows it. */
export function useUnitTitle(): (unit: string) => string {
  const { pick } = useLocale();
  const workflows = useWorkflows();
  return (unit) =>
    valueTitle(
      workflows.find(({ values }) => values[unit] !== undefined),
      unit,
      pick,
    );
}

/** The units that people can be given to: those of the workflows, and those that people have. */
export function useUnits(): Readonly<Record<string, InBoth>> {
  const workflows = useWorkflows();
  const people = useQuery(peopleQuery).data;
  return useMemo(() => {
    const known = workflows.flatMap(({ permissions, values }) =>
      permissions.units.map((unit) => [unit, values[unit]] as const),
    );
    const had = people?.flatMap(({ unit }) => (unit === null ? [] : [[unit, undefined] as const])) ?? [];
    return Object.fromEntries([...had, ...known].map(([unit, titles]) => [unit, titles ?? asIs(unit)]));
  }, [workflows, people]);
}
