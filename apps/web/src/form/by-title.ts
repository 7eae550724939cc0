/** Choices in the order of what they are called in a language. */
export function byTitle<Choice>(
  choices: readonly Choice[],
  titleOf: (choice: Choice) => string,
  language: string,
): readonly Choice[] {
  const { compare } = new Intl.Collator(language);
  return choices.toSorted((one, other) => compare(titleOf(one), titleOf(other)));
}
