import { problemOf } from '../../api/problem.js';
import { loadedLater } from '../../components/loaded-later.js';
import { FailurePage } from '../../components/said.js';
import { withLaterTexts } from '../../language/locale.js';

const OtherWays = loadedLater(async () => (await withLaterTexts(() => import('./other-ways.js'))).OtherWays);

interface Props {
  /** The id or the reference by which it was asked for. */
  readonly asked: string;
  readonly error: unknown;
  readonly again: () => void;
}

/** A case that is not shown: there is none, or whoever is signed in does not see it. What they can do is the same for both. */
export const CaseMissing = ({ asked, error, again }: Props) => (
  <FailurePage error={error} again={again}>
    {problemOf(error)?.code === 'CASE_NOT_FOUND' && <OtherWays asked={asked} />}
  </FailurePage>
);
