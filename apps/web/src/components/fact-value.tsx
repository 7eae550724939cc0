import { Fragment, type ReactNode } from 'react';
import type { FactTitle, WorkflowFile } from '../api/queries.js';
import { useLocale, type Locale } from '../language/locale.js';
import { Name } from './basics.js';
import { StaffName } from './staff-name.js';
import { valueTitle } from './titles.js';

interface Props {
  readonly value: unknown;
  readonly fact: Pick<FactTitle, 'type'> | undefined;
  readonly workflow: WorkflowFile | undefined;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A recorded value as people read it: times in the zone of the workflow, codes in words, people by name, texts in their own direction. */
export function FactValue({ value, fact, workflow }: Props) {
  const locale = useLocale();
  return <>{shown(value, fact?.type, workflow, locale)}</>;
}

function shown(
  value: unknown,
  type: string | undefined,
  workflow: WorkflowFile | undefined,
  locale: Locale,
): ReactNode {
  const { t, format, pick } = locale;
  if (value === null || value === undefined) return <span className="soft">{t('fact.none')}</span>;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string') {
    if (instant.test(value)) return <time dateTime={value}>{format.time(value)}</time>;
    if (day.test(value)) return <time dateTime={value}>{format.date(value)}</time>;
    if (type === 'person') return <StaffName id={value} />;
    if (type === 'hash') return <code>{value}</code>;
    return <Name>{type === 'code' || type === undefined ? valueTitle(workflow, value, pick) : value}</Name>;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="soft">{t('fact.none')}</span>;
    return (
      <ul>
        {value.map((item, index) => (
          <li key={index}>{shown(item, type, workflow, locale)}</li>
        ))}
      </ul>
    );
  }
  return (
    <span className="inner-facts">
      {Object.entries(value as Readonly<Record<string, unknown>>).map(([name, inner]) => {
        const fact = innerFact(workflow, name);
        // A name inside a value is called as the same name elsewhere in the workflow, else as a code, else by itself.
        const title = fact === undefined ? valueTitle(workflow, name, pick) : pick(fact.titles);
        return (
          <Fragment key={name}>
            <span className="soft">{title}</span> {shown(inner, innerType(fact), workflow, locale)}
            <br />
          </Fragment>
        );
      })}
    </span>
  );
}

const innerFact = (workflow: WorkflowFile | undefined, name: string): FactTitle | undefined =>
  workflow?.facts.find(({ path }) => path === name || path.endsWith(`.${name}`));

/** Other types say how a value is read that may be another one here. */
const innerType = (fact: FactTitle | undefined) => (fact?.type === 'person' ? fact.type : undefined);
