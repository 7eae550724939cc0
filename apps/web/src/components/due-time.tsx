import { useLocale } from '../language/locale.js';
import { useNow } from './use-now.js';

interface Props {
  readonly at: string;
  /** By the clock of the server. */
  readonly isOverdue: boolean;
}

const soonMs = 2 * 86_400_000;

/** When something is due: how far away, and the moment itself. */
export function DueTime({ at, isOverdue }: Props) {
  const { t, format } = useLocale();
  const now = useNow(60_000);
  const isSoon = !isOverdue && Date.parse(at) - now < soonMs;
  return (
    <time
      dateTime={at}
      className={isOverdue ? 'due overdue' : isSoon ? 'due soon' : 'due'}
      title={format.time(at)}
    >
      {isOverdue && <span>{t('due.overdue')} · </span>}
      {format.relative(at, now)}
    </time>
  );
}
