import { z } from 'zod'
import { nameKey } from '../person.ts'

/** Shorter names are left to the eye: "An" is in every second word. */
const SHORTEST_NAME = 4

/** A name to look for: its words, folded as `nameKey` folds them. */
export type SoughtName = readonly string[]

/** The names that can be looked for, each once; those that are too short are left out. */
export function soughtNames(names: readonly string[]): readonly SoughtName[] {
  const keys = new Set(names.map(nameKey).filter((key) => key.length >= SHORTEST_NAME))
  return [...keys].map((key) => key.split(' '))
}

const wordsOf = (text: string) => nameKey(text).split(' ')

/** Whether running words name somebody: the words of a name one after the other, whichever comes first ("Inkwellish, Mirabel"). */
export function textNames(text: string, names: readonly SoughtName[]): boolean {
  const words = wordsOf(text)
  return names.some((name) => {
    const wanted = name.toSorted().join(' ')
    return words.some(
      (_, at) =>
        words
          .slice(at, at + name.length)
          .toSorted()
          .join(' ') === wanted,
    )
  })
}

/** Whether a row of a table names somebody: all words of a name, in whichever of its columns each stands. */
export function rowNames(cells: readonly string[], names: readonly SoughtName[]): boolean {
  const words = new Set(cells.flatMap(wordsOf))
  return names.some((name) => name.every((word) => words.has(word)))
}

/** Every text in JSON, the keys aside; what is no JSON is one text. */
export function textsInJson(json: string): readonly string[] {
  const walk = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(walk) : []
  try {
    return walk(JSON.parse(json))
  } catch {
    return [json]
  }
}

const Sheet = z.object({ rows: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })) })
const Mended = z.object({ mended: z.record(z.string(), z.record(z.string(), z.string())).default({}) })

function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** Whether a file that is being imported names somebody, in a row as it was read or as it was mended since. Both are JSON as the store keeps them. */
export function reviewNames(sheet: string, choices: string, names: readonly SoughtName[]): boolean {
  const mended = parsed(Mended, choices)?.mended ?? {}
  const rows = parsed(Sheet, sheet)?.rows
  const isInRows = rows
    ? rows.some(({ number, cells }) => rowNames([...cells, ...Object.values(mended[String(number)] ?? {})], names))
    : textsInJson(sheet).some((text) => textNames(text, names))
  return isInRows || textsInJson(choices).some((text) => textNames(text, names))
}
