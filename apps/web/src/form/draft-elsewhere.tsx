import type { WorkflowFile } from '../api/queries.js';
import { Button } from '../components/basics.js';
import { FactValue } from '../components/fact-value.js';
import { PlainTable } from '../components/plain-table.js';
import { Notice } from '../components/said.js';
import { useLocale } from '../language/locale.js';
import { dataOf } from './data-of.js';
import type { KeptDraft } from './draft-keeper.js';
import type { Draft } from './drafts.js';
import { factTypeOf, type Field } from './fields-of.js';
import { keptDrafts } from './kept-drafts.js';
import { useKeptAt } from './kept-at.js';
import type { OpenKeptDraft } from './use-kept-draft.js';

interface Props {
  readonly open: OpenKeptDraft;
  readonly fields: readonly Field[];
  readonly workflow: WorkflowFile;
}

/** The draft was changed, sent or thrown away on another device: both versions side by side, and nothing is lost by itself. */
export function DraftElsewhere({ open, fields, workflow }: Props) {
  const { t } = useLocale();
  const keptAt = useKeptAt();
  const { keeping, draft, place } = open;
  if (keeping.is !== 'changed') return null;
  const { other } = keeping;
  return (
    <Notice tone="warn" title={t(other === undefined ? 'draft.gone' : 'draft.changed')}>
      <div className="stack tight">
        {other === undefined ? (
          <p>{t('draft.goneText')}</p>
        ) : (
          <>
            <p>{t('draft.changedText', { time: keptAt(other.keptAt) })}</p>
            <Differences {...{ draft, other, fields, workflow }} />
          </>
        )}
        <div className="row">
          <Button
            onPress={() => {
              keptDrafts.insist(place);
            }}
          >
            {t('draft.stayHere')}
          </Button>
          <Button
            onPress={() => {
              keptDrafts.giveWay(place);
            }}
          >
            {t(other === undefined ? 'draft.letGo' : 'draft.stayThere')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

interface DifferencesProps extends Omit<Props, 'open'> {
  readonly draft: Draft;
  readonly other: KeptDraft;
}

function Differences({ draft, other, fields, workflow }: DifferencesProps) {
  const { t, pick } = useLocale();
  const [here, there] = [dataOf(fields, draft.answers), dataOf(fields, other.draft.answers)];
  const rows = [
    ...fields.map((field) => ({
      ...{ key: field.path, title: pick(field.titles), type: factTypeOf(field) },
      ...{ here: here[field.path], there: there[field.path] },
    })),
    ...(['occurredAt', 'onBehalfOf'] as const).map((name) => ({
      ...{ key: ` ${name}`, title: t(`form.${name}`), type: 'text' as const },
      ...{ here: draft[name].trim() || undefined, there: other.draft[name].trim() || undefined },
    })),
  ].filter((row) => JSON.stringify(row.here) !== JSON.stringify(row.there));
  if (rows.length === 0) return <p>{t('draft.same')}</p>;
  return (
    <PlainTable label={t('draft.changed')} heads={[t('draft.field'), t('draft.here'), t('draft.there')]}>
      {rows.map(({ key, title, type, ...values }) => (
        <tr key={key}>
          <th scope="row">{title}</th>
          <td>
            <FactValue value={values.here} fact={{ type }} workflow={workflow} />
          </td>
          <td>
            <FactValue value={values.there} fact={{ type }} workflow={workflow} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
