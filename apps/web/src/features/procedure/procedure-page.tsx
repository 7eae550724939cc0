import '../../style/procedure.css';
import { Link, useSearch } from '@tanstack/react-router';
import { useWorkflows } from '../../components/state-name.js';
import { useTitle } from '../../components/use-title.js';
import { Tabs } from '../../components/tabs.js';
import { useLocale } from '../../language/locale.js';
import { DeadlinesPart } from './deadlines-part.js';
import { parts, type Part, type ProcedureSearch } from './procedure-search.js';
import { RolesPart } from './roles-part.js';
import { StatesPart } from './states-part.js';
import { StepsPart } from './steps-part.js';

const shown = { states: StatesPart, steps: StepsPart, roles: RolesPart, deadlines: DeadlinesPart };

/** The rules of the work: its states, who may do what in which of them, who sees what, and what is due by when. */
export function ProcedurePage() {
  const { t, pick, format } = useLocale();
  const search = useSearch({ from: '/procedure' });
  const workflows = useWorkflows();
  const workflow = workflows.find(({ name }) => name === search.workflow) ?? workflows[0];
  useTitle(t('nav.procedure'));
  if (workflow === undefined) return null;
  const part = search.part ?? 'states';
  const Shown = shown[part];
  return (
    <div className="page stack procedure">
      <h1>{t('nav.procedure')}</h1>
      {workflows.length > 1 && (
        <Tabs label={t('procedure.workflows')}>
          {workflows.map(({ name, titles }) => (
            <Link
              key={name}
              to="/procedure"
              search={{ workflow: name, part }}
              aria-current={name === workflow.name ? 'page' : undefined}
              activeProps={{}}
            >
              {pick(titles)}
            </Link>
          ))}
        </Tabs>
      )}
      <p>
        <strong>{pick(workflow.titles)}</strong>{' '}
        <span className="soft small">
          {t('procedure.version', { version: format.number(workflow.version) })}{' '}
          <code dir="ltr">{workflow.fingerprint.slice(0, 12)}</code>
        </span>
      </p>
      <p className="soft">{pick(workflow.descriptions)}</p>
      <PartTabs part={part} search={search} />
      <Shown workflow={workflow} search={search} />
    </div>
  );
}

function PartTabs({ part, search }: { readonly part: Part; readonly search: ProcedureSearch }) {
  const { t } = useLocale();
  const { workflow } = search;
  return (
    <Tabs label={t('procedure.parts')}>
      {parts.map((one) => (
        <Link
          key={one}
          to="/procedure"
          search={{ ...(workflow !== undefined && { workflow }), part: one }}
          resetScroll={false}
          aria-current={one === part ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`procedure.part.${one}`)}
        </Link>
      ))}
    </Tabs>
  );
}
