import { nameKey } from '../person.ts'

/** From this on two names are taken to be spellings of one. */
export const alikeFrom = 0.92

/** A name made ready for comparing, once for many comparisons. */
export type NameKeys = { readonly asWritten: string; readonly orderless: string }

export function nameKeys(name: string): NameKeys {
  return { asWritten: nameKey(name), orderless: orderlessKey(name) }
}

/** A name's key with its words in alphabetical order: `O'NEIL, Mary` and `Mary O'Neil` have the same. */
export function orderlessKey(name: string): string {
  return nameKey(name).split(' ').toSorted().join(' ')
}

/** How alike two names are, 0 to 1: the better of as written and in alphabetical order of words. */
export function nameLikeness(a: NameKeys, b: NameKeys): number {
  return Math.max(jaroWinkler(a.asWritten, b.asWritten), jaroWinkler(a.orderless, b.orderless))
}

/** False where two names' lengths alone rule out `alikeFrom`: by its formula, Jaro-Winkler needs a length ratio of 0.6 for 0.92. */
export function mayBeAlike(a: NameKeys, b: NameKeys): boolean {
  const [shorter, longer] = a.asWritten.length < b.asWritten.length ? [a, b] : [b, a]
  return shorter.asWritten.length >= longer.asWritten.length * 0.59
}

/** Jaro-Winkler similarity, 0 to 1, with the usual prefix weight of 0.1 over at most 4 letters. */
export function jaroWinkler(a: string, b: string): number {
  const first = [...a]
  const second = [...b]
  if (first.length === 0 || second.length === 0) return a === b ? 1 : 0
  const jaro = jaroOf(first, second)
  let prefix = 0
  while (prefix < 4 && prefix < first.length && first[prefix] === second[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroOf(first: readonly string[], second: readonly string[]): number {
  const reach = Math.max(0, Math.floor(Math.max(first.length, second.length) / 2) - 1)
  const taken = second.map(() => false)
  const matchedFirst: string[] = []
  first.forEach((letter, index) => {
    const end = Math.min(second.length, index + reach + 1)
    for (let at = Math.max(0, index - reach); at < end; at += 1) {
      if (taken[at] || second[at] !== letter) continue
      taken[at] = true
      matchedFirst.push(letter)
      return
    }
  })
  const matches = matchedFirst.length
  if (matches === 0) return 0
  const matchedSecond = second.filter((_, index) => taken[index])
  const swapped = matchedFirst.filter((letter, index) => letter !== matchedSecond[index]).length / 2
  return (matches / first.length + matches / second.length + (matches - swapped) / matches) / 3
}
