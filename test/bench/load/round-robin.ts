/** One after the other, and from the beginning again. */
export function roundRobin<Item>(items: readonly Item[]): () => Item {
  let at = 0;
  return () => items[at++ % items.length] as Item;
}
