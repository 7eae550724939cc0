/** Items that one caller has at a time: the one that was given back longest ago is taken next. */
export class Rotation<Item> {
  #taken = 0;
  #given = 0;

  /** @param items  more than there are callers */
  constructor(private readonly items: Item[]) {}

  async with<Result>(work: (item: Item) => Promise<Result>): Promise<Result> {
    const item = this.items[this.#taken++ % this.items.length] as Item;
    const result = await work(item);
    this.items[this.#given++ % this.items.length] = item;
    return result;
  }
}
