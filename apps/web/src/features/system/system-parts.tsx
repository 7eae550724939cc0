import type { ReactNode } from 'react';
import { Chip, Name } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { useWorkflows } from '../../components/state-name.js';
import { useLocale } from '../../language/locale.js';
import type { TextKey } from '../../language/texts/en.js';
import type { System } from './system-query.js';

interface Props {
  readonly system: System;
}

/** What this process does, and what the clocks show. */
export function ServerFacts({ system }: Props) {
  const { t, format } = useLocale();
  const { demonstration, jobs } = system;
  return (
    <Facts title="system.part.server">
      <Fact title="system.release">{system.release}</Fact>
      <Fact title="system.started">{format.time(system.startedAt)}</Fact>
      <Fact title="system.roles">
        <Name>{system.roles.join(', ')}</Name>
      </Fact>
      <Fact title="system.host">
        {format.time(system.hostTime)} (<Name>{format.zone}</Name>)
      </Fact>
      <Fact title="system.hostZone">
        <Name>{system.hostZone}</Name>
      </Fact>
      <Fact title="system.data">
        {demonstration === null
          ? t('system.noDemonstration')
          : `${format.time(system.now)} · ${t('system.demonstration', { time: format.time(demonstration.startsAt) })}`}
      </Fact>
      <Fact title="system.jobs">
        {jobs === null
          ? t('system.unknown')
          : t('system.jobCounts', { running: jobs.running, queued: jobs.queued })}
      </Fact>
      <Fact title="system.feed">{format.number(system.feedReaders)}</Fact>
      <Fact title="system.commands">{format.number(system.commandsUnderWay)}</Fact>
    </Facts>
  );
}

/** Where the log is, and how much is in it. */
export function StoreFacts({ system }: Props) {
  const { t, format } = useLocale();
  const { store, erasures, logId } = system;
  return (
    <Facts title="system.part.store">
      <Fact title="system.store">
        <code dir="ltr">{store.name}</code>
      </Fact>
      <Fact title="system.log">
        <code dir="ltr">{logId}</code>
      </Fact>
      <Fact title="system.head">{store.head ?? t('system.unknown')}</Fact>
      <Fact title="system.events">
        {store.events === null ? t('system.unknown') : format.number(store.events)}
      </Fact>
      <Fact title="system.durable">{t(store.isDurable ? 'yes' : 'no')}</Fact>
      <Fact title="system.erased">{format.number(erasures.finished)}</Fact>
    </Facts>
  );
}

const Facts = ({ title, children }: { readonly title: TextKey; readonly children: ReactNode }) => {
  const { t } = useLocale();
  return (
    <section className="card stack tight">
      <h2>{t(title)}</h2>
      <dl className="facts">{children}</dl>
    </section>
  );
};

const Fact = ({ title, children }: { readonly title: TextKey; readonly children: ReactNode }) => {
  const { t } = useLocale();
  return (
    <>
      <dt>{t(title)}</dt>
      <dd>{children}</dd>
    </>
  );
};

/** How far each view is. */
export function ViewsTable({ views }: Pick<System, 'views'>) {
  const { t } = useLocale();
  const heads = (['view', 'version', 'position', 'behind'] as const).map((name) => t(`system.${name}`));
  return (
    <section className="card stack tight">
      <h2>{t('system.part.views')}</h2>
      {views.length === 0 ? (
        <p className="soft">{t('system.unknown')}</p>
      ) : (
        <PlainTable label={t('system.part.views')} heads={heads}>
          {views.map(({ view, version, isLive, position, behind }) => (
            <tr key={`${view} ${version} ${isLive}`}>
              <th scope="row">
                <code dir="ltr">{view}</code> {!isLive && <Chip tone="warn">{t('system.building')}</Chip>}
              </th>
              <td className="number">{version}</td>
              <td className="number">{position}</td>
              <td className="number">{behind === null ? t('system.unknown') : <Behind events={behind} />}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

/** Some events are normal while work is done. */
const manyEvents = 1000;

function Behind({ events }: { readonly events: number }) {
  const { format } = useLocale();
  const number = format.number(events);
  return events < manyEvents ? number : <Chip tone="warn">{number}</Chip>;
}

/** Which definitions are installed, and with how many cases they cannot go on. */
export function WorkflowsTable({ workflows }: Pick<System, 'workflows'>) {
  const { t, format, pick } = useLocale();
  const installed = useWorkflows();
  const titleOf = (name: string) => {
    const found = installed.find((one) => one.name === name);
    return found === undefined ? name : pick(found.titles);
  };
  const heads = (['workflow', 'version', 'stuck', 'fingerprint'] as const).map((name) => t(`system.${name}`));
  return (
    <section className="card stack tight">
      <h2>{t('system.part.workflows')}</h2>
      <PlainTable label={t('system.part.workflows')} heads={heads}>
        {workflows.map(({ workflow, version, fingerprint, underConstruction, stuck }) => (
          <tr key={workflow}>
            <th scope="row">
              {titleOf(workflow)} {underConstruction && <Chip tone="warn">{t('system.construction')}</Chip>}
            </th>
            <td className="number">{version}</td>
            <td className="number">
              {stuck === 0 ? format.number(stuck) : <Chip tone="danger">{format.number(stuck)}</Chip>}
            </td>
            <td>
              <code dir="ltr">{fingerprint.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
