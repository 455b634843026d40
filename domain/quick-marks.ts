/** What a flag of the meeting's line says of an action. */
export const quickMarks = ['safety', 'towardsHim', 'noticeable', 'risky', 'toldFirst'] as const
export type QuickMark = (typeof quickMarks)[number]

/** The words of each mark by language; any beginning of one will do. The first of a language is what the line writes and completes. */
const flagWords: Readonly<Record<QuickMark, Readonly<Record<'en' | 'es', readonly string[]>>>> = {
  safety: { en: ['!safety'], es: ['!seguridad'] },
  towardsHim: { en: ['!perpetrator', '!offender'], es: ['!agresor'] },
  noticeable: { en: ['!noticeable'], es: ['!notable'] },
  risky: { en: ['!risky'], es: ['!riesgo'] },
  toldFirst: { en: ['!tellfirst'], es: ['!avisarantes'] },
}

/** The mark that a word such as `!saf` stands for, in any language; null for none. */
export function markOf(flag: string): QuickMark | null {
  const said = flag.toLowerCase()
  return quickMarks.find((mark) => [...flagWords[mark].en, ...flagWords[mark].es].some((word) => word.startsWith(said))) ?? null
}

/** The word by which the line writes a mark. */
export function flagOf(mark: QuickMark, language: 'en' | 'es' = 'en'): string {
  return flagWords[mark][language][0] ?? ''
}

/** `after A-0153`, in the words of either language. */
export const afterAction = /(?<=\s|^)(?:only )?(?:after|tras|después de)\s+(A-\d{4,9})(?=\s|$)/iu
