import { useLocale } from '../language/locale.js';
import { Button } from './basics.js';

interface Props {
  /** What a list is narrowed by. */
  readonly filter: string;
  readonly onRemove: () => void;
}

/** A filter that is set; pressed, it is taken away. */
export function FilterChip({ filter, onRemove }: Props) {
  const { t } = useLocale();
  return (
    <Button className="chip-button" aria-label={t('work.removeFilter', { filter })} onPress={onRemove}>
      <bdi>{filter}</bdi> <span aria-hidden="true">×</span>
    </Button>
  );
}
