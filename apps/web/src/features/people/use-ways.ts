import { useLocale } from '../../language/locale.js';
import type { AccountLine } from './people-query.js';

type Line = Pick<AccountLine, 'hasPassword' | 'hasTotp' | 'hasPasskey' | 'hasIssuer' | 'invitedUntil'>;

/** By what somebody can sign in, in words. */
export function useWays(): (line: Line) => string {
  const { t, format } = useLocale();
  return ({ hasPassword, hasTotp, hasPasskey, hasIssuer, invitedUntil }) => {
    const ways = [
      ...(hasPassword ? [t(hasTotp ? 'people.way.passwordAndCode' : 'people.way.password')] : []),
      ...(hasPasskey ? [t('people.way.passkey')] : []),
      ...(hasIssuer ? [t('people.way.issuer')] : []),
    ];
    if (ways.length > 0) return format.list(ways);
    return t(invitedUntil === null ? 'people.way.none' : 'people.way.invited');
  };
}
