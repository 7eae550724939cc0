import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button, Chip, Name } from '../../components/basics.js';
import { useWorkflow } from '../../components/state-name.js';
import { useNow } from '../../components/use-now.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { dayOf } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import type { FigureWords } from './figure-words.js';
import type { Comparison, Figure, Row } from './reported-figures.js';

interface Props {
  readonly figure: Figure;
  readonly words: FigureWords;
  /** Left out: whoever looks may not change a record. */
  readonly change: Record<'correct' | 'withdraw', (figure: Figure) => void> | undefined;
}

/** One figure: who stated what, what is recorded here, and whether it fits. */
export function FigureRow({ figure, words, change }: Props) {
  const { t } = useLocale();
  const { occurred, recorded } = figure.comparisons;
  return (
    <tr className={figure.withdrawal === null ? undefined : 'withdrawn'}>
      <Source {...{ figure, words, change }} />
      <td>
        <strong>{words.stated(figure.figure, figure.relation)}</strong>{' '}
        <span className="small soft">{t('figures.of', { day: words.when(figure.speaksOf) })}</span>
        <blockquote>
          <Name>{figure.quote}</Name>
        </blockquote>
      </td>
      <td>
        <LedgerNumber figure={figure} words={words} />
      </td>
      <td>
        <Verdict comparison={occurred} words={words} />
      </td>
      <td>
        <Verdict comparison={recorded} words={words} />
      </td>
      <td>
        <Gap figure={figure} words={words} />
      </td>
    </tr>
  );
}

function Source({ figure, words, change }: Props) {
  const { t, format } = useLocale();
  const nameOf = useNameOfStaff();
  const { source, address, published, recorded, corrections, withdrawal } = figure;
  return (
    <th scope="row">
      <Name>{source}</Name>
      <div className="small soft">
        <div>{t('figures.published', { day: words.when(published) })}</div>
        <div>{t('figures.by', { person: nameOf(recorded.by.id), time: format.time(recorded.at) })}</div>
        {corrections.length > 0 && <Corrections {...{ corrections, words }} />}
        {withdrawal !== null && <div>{t('figures.isWithdrawn', { reason: withdrawal.reason })}</div>}
        {address !== null && (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {t('figures.page')}
          </a>
        )}
      </div>
      {change !== undefined && withdrawal === null && (
        <div className="row">
          {(['correct', 'withdraw'] as const).map((kind) => (
            <Button
              key={kind}
              kind="quiet"
              className="small"
              onPress={() => change[kind](figure)}
              aria-label={t(`figures.${kind}Of`, { quote: figure.quote })}
            >
              {t(`figures.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </th>
  );
}

/** What stood before each correction, by whom it was made and why. */
function Corrections({ corrections, words }: Pick<Figure, 'corrections'> & Pick<Props, 'words'>) {
  const { t, format } = useLocale();
  const nameOf = useNameOfStaff();
  return (
    <details>
      <summary>
        {t('figures.correctedTimes', { count: corrections.length, number: corrections.length })}
      </summary>
      <ul className="stack tight">
        {corrections.map(({ at, by, reason, was }) => (
          <li key={at}>
            {t('figures.correctedBy', { person: nameOf(by.id), time: format.time(at) })} <bdi>{reason}</bdi>
            <div>
              {t('figures.before', { number: words.stated(was.figure, was.relation) })}{' '}
              <Name>{`${was.source}: ${was.quote}`}</Name>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function LedgerNumber({ figure, words }: Omit<Props, 'change'>) {
  const { t } = useLocale();
  const { rows, comparisons } = figure;
  const { roundedTo, value } = comparisons.occurred.ledger;
  return (
    <>
      <strong>{words.ledger(comparisons.occurred)}</strong>
      {roundedTo !== null && value !== null && (
        <div className="small soft">{t('figures.rounded', { count: roundedTo })}</div>
      )}
      {value !== null &&
        rows.map((row) => (
          <div key={JSON.stringify(row)} className="small">
            <RowsLink row={row} workflow={figure.workflow}>
              {rows.length === 1 ? t('figures.rows') : t('figures.rowsOf', { title: words.rows(row) })}
            </RowsLink>
          </div>
        ))}
    </>
  );
}

interface RowsLinkProps {
  readonly workflow: string;
  readonly row: Row;
  readonly children: ReactNode;
}

/** Leads to the list of the cases behind a number, on the day that the number is of. */
function RowsLink({ workflow, row, children }: RowsLinkProps) {
  const { manner } = useLocale();
  const zone = useWorkflow(workflow)?.zone ?? manner.zone;
  const today = dayOf(useNow(minuteMs), zone);
  const { workflow: _workflow, asOf = '', ...narrowed } = row;
  const day = dayOf(Date.parse(asOf), zone);
  return (
    <Link to="/work" search={{ view: 'all', ...narrowed, ...(day < today && { at: day }) }}>
      {children}
    </Link>
  );
}

const minuteMs = 60_000;
const signs = {
  borneOut: '✓',
  withinAbout: '≈',
  contradicted: '✗',
  possible: '?',
  notComparable: '–',
} as const;
const tones: Readonly<Record<Comparison['verdict'], 'done' | 'danger' | 'warn' | undefined>> = {
  ...{ borneOut: 'done', withinAbout: 'done', contradicted: 'danger' },
  ...{ possible: 'warn', notComparable: undefined },
};

function Verdict({ comparison, words }: { readonly comparison: Comparison; readonly words: FigureWords }) {
  const { t } = useLocale();
  const { verdict, reason } = comparison;
  return (
    <>
      <Chip tone={tones[verdict]}>
        <span aria-hidden="true">{signs[verdict]}</span> {words.verdict(comparison)}
      </Chip>
      {reason !== null && <div className="small soft">{t(`figures.reason.${reason}`)}</div>}
    </>
  );
}

/** What is missing from a whole, and where these persons are. */
function Gap({ figure, words }: Omit<Props, 'change'>) {
  const { t, format } = useLocale();
  const { rest } = figure.sum ?? { rest: null };
  return (
    <div className="stack tight small">
      {words.gap(figure).map((text) => (
        <div key={text}>{text}</div>
      ))}
      {rest !== null && rest.value !== null && rest.groups.length > 0 && (
        <details>
          <summary>{t('figures.rest', { count: rest.value, number: rest.value })}</summary>
          <ul className="stack tight">
            {rest.groups.map((group) => (
              <li key={words.group(group)}>
                {group.rows[0] === undefined ? (
                  words.group(group)
                ) : (
                  <RowsLink row={group.rows[0]} workflow={figure.workflow}>
                    {words.group(group)}
                  </RowsLink>
                )}{' '}
                {format.number(group.count)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
