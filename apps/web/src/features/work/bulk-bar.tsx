import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkCases } from '../../api/bulk.js';
import { sessionQuery, type CasePage } from '../../api/queries.js';
import { loadedLater } from '../../components/loaded-later.js';
import { useLocale, withLaterTexts } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import type { Field } from '../../form/fields-of.js';
import { bulkFilter, type Listed } from './list-query.js';
import { bulkMax, personFieldOf, type BulkCommand, type Giving, type Selection } from './use-selection.js';

const ShareSelected = loadedLater(
  async () => (await withLaterTexts(() => import('./share-selected.js'))).ShareSelected,
);

const BulkWindow = loadedLater(async () => (await import('./bulk-window.js')).BulkWindow);

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
  const { t } = useLocale();
  const [chosen, setChosen] = useState<Chosen>();
  const [shared, setShared] = useState<Giving>();
  const closed = (isSent: boolean) => {
    setChosen(undefined);
    setShared(undefined);
    if (isSent) selection.clear();
  };
  const count = selection.isAll && total !== undefined ? total.value : selection.rows.size;
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
      {commands.map((command) => (
        <CommandButtons
          key={`${command.workflow.name} ${command.definition.command}`}
          command={command}
          onChoose={(answers) => setChosen({ command, answers })}
          onShare={setShared}
        />
      ))}
      <Button kind="quiet" onPress={selection.clear}>
        {t('bulk.clear')}
      </Button>
      {chosen !== undefined && (
        <BulkWindow
          command={chosen.command}
          answers={chosen.answers}
          cases={casesOf(listed, selection, chosen.command)}
          count={count}
          onClose={closed}
        />
      )}
      {shared !== undefined && (
        <ShareSelected
          giving={shared}
          cases={casesOf(listed, selection, shared.command)}
          count={count}
          onClose={closed}
        />
      )}
    </div>
  );
}

interface ButtonsProps {
  readonly command: BulkCommand;
  /** @param answers  what is filled in already */
  readonly onChoose: (answers: Chosen['answers']) => void;
  readonly onShare: (giving: Giving) => void;
}

/** One command for all selected cases; of one that gives them to somebody also: to me, and shared out among several. */
function CommandButtons({ command, onChoose, onShare }: ButtonsProps) {
  const { t, pick } = useLocale();
  const { roles, person } = useSuspenseQuery(sessionQuery).data;
  const title = pick(command.definition.titles);
  const field = personFieldOf(command);
  const own = fieldForOneself(field, roles);
  return (
    <span className="row">
      <Button onPress={() => onChoose({})}>{title}…</Button>
      {field !== undefined && <Button onPress={() => onShare({ command, field })}>{t('share.out')}</Button>}
      {own !== undefined && (
        <Button onPress={() => onChoose({ [own.path]: person ?? '' })}>
          {t('bulk.toMe', { command: title })}
        </Button>
      )}
    </span>
  );
}

/** The field that names the person, where whoever is signed in can be that person. */
function fieldForOneself(field: Field | undefined, roles: readonly string[]): Field | undefined {
  return field?.schema['x-person-roles']?.some((role) => roles.includes(role)) === true ? field : undefined;
}

/** Of several workflows a command is sent to the cases of its own. */
function casesOf(listed: Listed, { rows, isAll }: Selection, { workflow }: BulkCommand): BulkCases {
  if (isAll) return { filter: bulkFilter(listed) };
  const ofWorkflow = [...rows.values()].filter((row) => row.workflow === workflow.name);
  return { caseIds: ofWorkflow.map(({ caseId }) => caseId) };
}
