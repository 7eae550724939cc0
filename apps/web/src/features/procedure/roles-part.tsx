import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery, type WorkflowFile } from '../../api/queries.js';
import { Chip } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { roleTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { PartProps } from './part.js';
import { RoleFacts } from './role-facts.js';
import { StepList } from './step-list.js';
import { stepsOf } from './steps.js';
import { useAccessTitle } from './use-access-title.js';
import { useScopeText } from './use-scope-text.js';

/** Who sees which cases and what of them; or one role with all that it reads, sends and confirms. */
export function RolesPart({ workflow, search }: PartProps) {
  const { t } = useLocale();
  const chosen = workflow.permissions.reads.find(({ role }) => role === search.role);
  if (chosen === undefined)
    return (
      <>
        <p className="soft">{t('procedure.rolesLead')}</p>
        <Matrix workflow={workflow} />
      </>
    );
  const steps = stepsOf(workflow, { role: chosen.role });
  return (
    <section className="stack" aria-labelledby="procedure-role">
      <div className="row spread">
        <h2 id="procedure-role">
          <RoleName workflow={workflow} role={chosen.role} />
        </h2>
        <Link to="/procedure" search={({ role: _, ...others }) => others} resetScroll={false}>
          {t('procedure.allRoles')}
        </Link>
      </div>
      <RoleFacts workflow={workflow} reads={chosen} />
      <h2>{t('procedure.part.steps')}</h2>
      {steps.length === 0 ? (
        <p className="soft">{t('procedure.noSteps')}</p>
      ) : (
        <StepList workflow={workflow} steps={steps} />
      )}
    </section>
  );
}

function Matrix({ workflow }: { readonly workflow: WorkflowFile }) {
  const { t } = useLocale();
  const titleOf = useAccessTitle(workflow);
  const { classes, reads } = workflow.permissions;
  return (
    <PlainTable
      label={t('procedure.part.roles')}
      heads={[
        t('procedure.role'),
        t('procedure.seesCases'),
        ...classes.map((one) => titleOf('classes', one)),
      ]}
    >
      {reads.map((ofRole) => (
        <tr key={ofRole.role}>
          <th scope="row">
            <Link to="/procedure" search={{ workflow: workflow.name, part: 'roles', role: ofRole.role }}>
              <RoleName workflow={workflow} role={ofRole.role} />
            </Link>
          </th>
          <td>
            <Scopes workflow={workflow} reads={ofRole} />
          </td>
          {classes.map((one) => (
            <td key={one}>
              <Sight sight={ofRole.sees[one]} />
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  );
}

function RoleName({ workflow, role }: { readonly workflow: WorkflowFile; readonly role: string }) {
  const { t, pick } = useLocale();
  const { roles } = useSuspenseQuery(sessionQuery).data;
  return (
    <>
      {role === 'system' ? t('procedure.system') : roleTitle([workflow], role, pick)}
      {roles.includes(role) && (
        <>
          {' '}
          <Chip>{t('procedure.yours')}</Chip>
        </>
      )}
    </>
  );
}

type Reads = WorkflowFile['permissions']['reads'][number];

function Scopes({ workflow, reads: { cases } }: { readonly workflow: WorkflowFile; readonly reads: Reads }) {
  const { t } = useLocale();
  const scopeText = useScopeText(workflow);
  if (cases.length === 0) return <span className="soft">{t('procedure.none')}</span>;
  return cases.map((scope, index) => <div key={index}>{scopeText(scope)}</div>);
}

function Sight({ sight = 'withheld' }: { readonly sight: string | undefined }) {
  const { t } = useLocale();
  if (sight === 'seen') return t('procedure.seen');
  if (sight === 'withheld') return <span className="soft">{t('procedure.withheld')}</span>;
  return (
    <>
      {t('procedure.sometimes')} <code className="soft small">{sight}</code>
    </>
  );
}
