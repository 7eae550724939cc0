import { useLocale } from '../language/locale.js';
import { OnBehalfOf } from './on-behalf-of.js';

interface Props {
  readonly occurredAt: string | undefined;
  readonly onBehalfOf: string | undefined;
}

/** When something happened, and whose will it is, among the facts of what was filled in; nothing of what was not said. */
export function EnvelopeFacts({ occurredAt, onBehalfOf }: Props) {
  const { t, format } = useLocale();
  return (
    <>
      {occurredAt !== undefined && (
        <>
          <dt>{t('check.occurredAt')}</dt>
          <dd>{format.time(occurredAt)}</dd>
        </>
      )}
      {onBehalfOf !== undefined && (
        <>
          <dt>{t('form.onBehalfOf')}</dt>
          <dd>
            <OnBehalfOf whom={onBehalfOf} />
          </dd>
        </>
      )}
    </>
  );
}
