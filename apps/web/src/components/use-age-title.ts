import { useLocale } from '../language/locale.js';

/** How many days an age such as `7-30` is: "7 to 30 days". */
export function useAgeTitle(): (age: string) => string {
  const { t, format } = useLocale();
  return (age) => {
    const [least = '0', below = ''] = age.split('-');
    const [from, to] = [format.number(Number(least)), format.number(Number(below))];
    if (below === '') return t('age.from', { number: from, count: Number(least) });
    return least === '0'
      ? t('age.below', { number: to, count: Number(below) })
      : t('age.between', { from, to });
  };
}
