import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkCases } from '../../api/bulk.js';
import { sessionQuery, type CasePage } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import { BulkWindow } from './bulk-window.js';
import { bulkFilter, type Listed } from './list-query.js';
import { bulkMax, type BulkCommand, type Selection } from './use-selection.js';

interface Props {
  readonly listed: Listed;
  readonly selection: Selection;
  readonly commands: readonly BulkCommand[];
  readonly total: CasePage['total'] | undefined;
}

interface Chosen {
  readonly command: BulkCommand;
  /** What is filled in already. */
  readonly answers: Readonly<Record<string, string>>;
}

/** How many cases are selected, and what can be done with all of them. */
export function BulkBar({ listed, selection, commands, total }: Props) {
  const { t, pick } = useLocale();
  const [chosen, setChosen] = useState<Chosen>();
  const session = useSuspenseQuery(sessionQuery).data;
  const count = selection.isAll && total !== undefined ? total.value : selection.rows.size;
  if (selection.rows.size === 0) return null;
  const canAll =
    !selection.isAll && total !== undefined && total.relation === 'eq' && total.value > selection.rows.size;
  return (
    <div className="card row bulk-bar" role="toolbar" aria-label={t('bulk.bar')}>
      <strong role="status">{t('bulk.selected', { count })}</strong>
      {canAll && total.value <= bulkMax && (
        <Button kind="quiet" onPress={selection.selectAll}>
          {t('bulk.all', { count: total.value })}
        </Button>
      )}
      {canAll && total.value > bulkMax && (
        <span className="small soft">{t('bulk.tooMany', { max: bulkMax })}</span>
      )}
      {commands.map((command) => {
        const { definition, workflow } = command;
        const own = fieldForOneself(fieldsOf(definition.form), session.roles);
        return (
          <span className="row" key={`${workflow.name} ${definition.command}`}>
            <Button
              onPress={() => {
                setChosen({ command, answers: {} });
              }}
            >
              {pick(definition.titles)}…
            </Button>
            {own !== undefined && (
              <Button
                onPress={() => {
                  setChosen({ command, answers: { [own.path]: session.person ?? '' } });
                }}
              >
                {t('bulk.toMe', { command: pick(definition.titles) })}
              </Button>
            )}
          </span>
        );
      })}
      <Button kind="quiet" onPress={selection.clear}>
        {t('bulk.clear')}
      </Button>
      {chosen !== undefined && (
        <BulkWindow
          command={chosen.command}
          answers={chosen.answers}
          cases={casesOf(listed, selection, chosen.command)}
          count={count}
          onClose={(isSent) => {
            setChosen(undefined);
            if (isSent) selection.clear();
          }}
        />
      )}
    </div>
  );
}

/** The one field of a form that names a person, where whoever is signed in can be that person. */
function fieldForOneself(fields: readonly Field[], roles: readonly string[]): Field | undefined {
  const [field, ...others] = fields.filter(({ isRequired }) => isRequired);
  if (field === undefined || others.length > 0) return undefined;
  return field.schema['x-person-roles']?.some((role) => roles.includes(role)) === true ? field : undefined;
}

/** Of several workflows a command is sent to the cases of its own. */
function casesOf(listed: Listed, { rows, isAll }: Selection, { workflow }: BulkCommand): BulkCases {
  if (isAll) return { filter: bulkFilter(listed) };
  const ofWorkflow = [...rows.values()].filter((row) => row.workflow === workflow.name);
  return { caseIds: ofWorkflow.map(({ caseId }) => caseId) };
}
