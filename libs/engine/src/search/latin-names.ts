/** How many `e` of a word are read both ways; the others are read as `a`. */
const twoWayMax = 2;

/**
 * Arabic names have no one spelling in Latin letters. These rules make one of what are spellings of the same sounds, in
 * this order. They keep long and short vowels apart that tell names apart: Jamal is not Jamil, Hassan is not Hussein.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ch/g, 'sh'],
  [/dj/g, 'j'],
  [/dh/g, 'z'],
  [/[qc]/g, 'k'],
  [/ou|oo|o/g, 'u'],
  [/ei|ey|ay/g, 'ai'],
  [/ee|ie|iy|y/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)ah$/, 'a'],
];

/** Common names whose spellings no rule joins, after the rules: what they are found by as well. */
const sameNames: readonly (readonly string[])[] = [
  ['muhamad', 'muhd', 'mhmd', 'muhmad'],
  ['iusuf', 'iusaf', 'iusif'],
  ['uthman', 'usman', 'utman'],
  ['sulaiman', 'suliman', 'sulaman'],
  ['fatima', 'fatma', 'fatama'],
  ['ramadan', 'ramazan'],
];
const firstOfSame = new Map(
  sameNames.flatMap((same) => same.map((one) => [one, same[0] as string] as const)),
);

/** What a word in Latin letters is compared as: one form, or several where its spelling is ambiguous. */
export interface LatinForms {
  readonly forms: readonly string[];
  /** The one spelling that stands for all of a common name; compared whole. */
  readonly names: readonly string[];
}

/**
 * The forms of a word of the letters a to z. Two spellings of a name have a form in common. An `e` stands for the `a` of
 * Ahmed as well as for the `i` of Khaled.
 */
export function latinForms(word: string): LatinForms {
  const spelt = spellings.reduce((text, [pattern, by]) => text.replace(pattern, by), word);
  const forms = [...new Set(readings(spelt).map((form) => form.replace(/(.)\1+/g, '$1')))];
  const names = [...new Set(forms.flatMap((form) => firstOfSame.get(form) ?? []))];
  return { forms, names };
}

function readings(text: string): readonly string[] {
  const [begin = '', ...others] = text.split('e');
  return others.reduce<readonly string[]>(
    (found, part, index) =>
      found.flatMap((form) =>
        index < twoWayMax ? [`${form}a${part}`, `${form}i${part}`] : [`${form}a${part}`],
      ),
    [begin],
  );
}
