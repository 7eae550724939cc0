import type { ReplayStep } from '../../api/past-case.js';
import type { WorkflowFile } from '../../api/queries.js';
import { Chip } from '../../components/basics.js';
import { factFor } from '../../components/fact-for.js';
import { FactValue } from '../../components/fact-value.js';
import { StateName } from '../../components/state-name.js';
import { useLocale } from '../../language/locale.js';
import { stateOf } from './track.js';

interface Props {
  readonly steps: readonly ReplayStep[];
  readonly from: number;
  readonly to: number;
  readonly workflow: WorkflowFile;
}

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What lies between two moments: each value that is another one, first and last. */
export function changesBetween(steps: readonly ReplayStep[], one: number, other: number): readonly Change[] {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const changes = new Map<string, Change>();
  for (const { changes: ofStep } of steps.slice(from + 1, to + 1)) {
    for (const { path, from: before, to: after } of ofStep) {
      changes.set(path, { path, before: changes.has(path) ? changes.get(path)?.before : before, after });
    }
  }
  return [...changes.values()].filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  );
}

/** Two moments of a case side by side. */
export function Compared({ steps, from, to, workflow }: Props) {
  const { t, pick, format } = useLocale();
  const [first, second] = [steps[Math.min(from, to)], steps[Math.max(from, to)]];
  if (first === undefined || second === undefined) return null;
  const head = (step: ReplayStep) => (
    <th scope="col">
      {format.time(step.occurredAt)}
      <br />
      <Chip>
        <StateName workflow={workflow.name} path={stateOf(step)} />
      </Chip>
    </th>
  );
  const changes = changesBetween(steps, from, to);
  return (
    <section className="card stack tight">
      <h2>{t('replay.compared')}</h2>
      {changes.length === 0 && <p className="soft">{t('replay.same')}</p>}
      <div className="scrolled" tabIndex={0} role="region" aria-label={t('replay.compared')}>
        <table className="plain">
          <thead>
            <tr>
              <td />
              {head(first)}
              {head(second)}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ path, before, after }) => {
              const fact = factFor(workflow, path);
              return (
                <tr key={path}>
                  <th scope="row">{fact === undefined ? path : pick(fact.titles)}</th>
                  <td>
                    <FactValue value={before} fact={fact} workflow={workflow} />
                  </td>
                  <td>
                    <FactValue value={after} fact={fact} workflow={workflow} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
