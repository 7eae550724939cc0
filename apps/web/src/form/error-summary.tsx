import { useEffect, useRef } from 'react';
import type { Problem } from '../api/problem.js';
import { useLocale } from '../language/locale.js';
import { errorsElsewhere, ofAnyRow, type FieldErrors } from './errors-of.js';
import { fieldId } from './fields.js';

interface Props {
  readonly problem: Problem;
  readonly errors: FieldErrors;
  /** The titles of the fields that are shown, by path. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Why a form was not taken: all that is wrong, with a way to each field. It takes the focus when it appears. */
export function ErrorSummary({ problem, errors, titles }: Props) {
  const { t, format } = useLocale();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    summary.current?.focus();
  }, [problem]);
  // The detail says the same as the list, with the names of the programs.
  const isListed = problem.issues !== undefined || problem.refusals !== undefined;
  const titleOf = (path: string): string | undefined => {
    const title = titles.get(ofAnyRow(path));
    const [, row] = /\.(\d+)\./.exec(path) ?? [];
    return title === undefined || row === undefined
      ? title
      : `${t('form.item', { number: format.number(Number(row) + 1) })}, ${title}`;
  };
  return (
    <div className="notice danger" role="alert" tabIndex={-1} ref={summary}>
      <strong>{problem.title}</strong>
      {!isListed && problem.detail !== undefined && <p>{problem.detail}</p>}
      <ul className="reasons">
        {[...errors].flatMap(([path, message]) => {
          const title = titleOf(path);
          if (title === undefined) return [];
          return [
            <li key={path}>
              <a
                href={`#${fieldId(path)}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(path);
                }}
              >
                {title}: {message}
              </a>
            </li>,
          ];
        })}
        {errorsElsewhere(problem, new Set(titles.keys())).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
        {(problem.refusals ?? []).map(({ guard, message }) => (
          <li key={guard}>{message}</li>
        ))}
      </ul>
      <p className="small soft">
        {t('form.kept')} <code>{problem.code}</code>
      </p>
    </div>
  );
}

const focusable = 'input, textarea, button, select, [role=spinbutton]';

function focusField(path: string): void {
  const element = document.getElementById(fieldId(path));
  const target = element?.matches(focusable) ? element : element?.querySelector<HTMLElement>(focusable);
  target?.focus();
}
