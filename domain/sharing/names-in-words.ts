/** Words with a capital that are nobody's name where they begin a text about whom to go through. */
const noNames = new Set(
  'through via only her his the call calls ask by with after before when if never always not do no please mother father sister brother aunt uncle friend neighbour neighbor doctor solicitor lawyer school work idva advocate police health housing probation mobile phone home text mail por mediante solo sólo su la el los las con a madre padre hermana hermano tía tío amiga amigo vecina vecino médica médico abogada abogado escuela trabajo policía nunca siempre no casa móvil teléfono lunes martes miércoles jueves viernes sábado domingo monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)

/**
 * The names that a text of free words seems to hold: words with a capital in the middle of a sentence, or at its beginning where `isWho` says that the
 * whole is about a person. Rather one too many than one too few: what is found here does not leave.
 */
export function namesInWords(text: string, isWho: boolean): readonly string[] {
  const found: string[] = []
  for (const sentence of text.split(/[.!?;\n]+/u)) {
    const words = [...sentence.matchAll(/\p{L}[\p{L}'’-]*/gu)].map(([word]) => word)
    for (const [place, word] of words.entries()) {
      const isName = /^\p{Lu}.*\p{Ll}/u.test(word) && !noNames.has(word.toLowerCase())
      if (isName && (isWho || place > 0)) found.push(word)
    }
  }
  return [...new Set(found)]
}
