/** A source of numbers that gives the same ones for the same seed (mulberry32): sample data must not differ between two runs. */
export function seededRandom(seed: number) {
  let state = seed >>> 0
  /** The next number from 0 up to, not including, 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number from `least` to `most`, both included. */
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    pick<Item>(items: readonly [Item, ...Item[]]): Item {
      return items[between(0, items.length - 1)] ?? items[0]
    },
    shuffled<Item>(items: readonly Item[]): readonly Item[] {
      return items
        .map((item) => ({ item, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ item }) => item)
    },
  }
}

export type SeededRandom = ReturnType<typeof seededRandom>
