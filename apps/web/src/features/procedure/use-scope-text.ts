import type { WorkflowFile } from '../../api/queries.js';
import { stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { useAccessTitle } from './use-access-title.js';

type Scope = WorkflowFile['permissions']['reads'][number]['cases'][number];

/** Which cases a role sees, in words: "of their unit, in Camped, for the assessment of risk". */
export function useScopeText(workflow: WorkflowFile): (scope: Scope) => string {
  const { t, pick, format } = useLocale();
  const titleOf = useAccessTitle(workflow);
  const purposeOf = (purpose: string): string => titleOf('purposes', purpose);
  return ({ of, states, purposes, withinHours }) => {
    const said = [
      t(`procedure.cases.${of}`),
      withinHours !== null && t('procedure.within', { hours: format.number(withinHours) }),
      states !== null &&
        t('procedure.inStates', {
          states: format.list(states.map((state) => stateTitles(workflow, state, pick).join(' · '))),
        }),
      purposes !== null && t('procedure.forPurposes', { purposes: format.list(purposes.map(purposeOf)) }),
    ];
    return said.filter((part) => part !== false).join(t('procedure.comma'));
  };
}
