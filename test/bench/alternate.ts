type Sides<Name extends string, Result> = Readonly<Record<Name, () => Promise<Result>>>;

/**
 * Measures several sides in turn, so that other load of the machine affects all of them. The order is
 * reversed each time, so that no side is always first. The first round warms up and does not count.
 */
export async function alternate<Name extends string, Result>(
  sides: Sides<Name, Result>,
  repeat: number,
): Promise<Readonly<Record<Name, readonly Result[]>>> {
  const names = Object.keys(sides) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round <= repeat; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const result = await sides[name]();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}
