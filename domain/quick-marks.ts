import { type NeedDomain, needDomains } from './record/need.ts'

/** What a flag of the meeting's line says of an action. */
export const quickMarks = ['safety', 'towardsHim', 'noticeable', 'unnoticed', 'risky', 'toldFirst'] as const
export type QuickMark = (typeof quickMarks)[number]

/** The words of each mark by language; any beginning of one will do. The first of a language is what the line writes and completes. */
const flagWords: Readonly<Record<QuickMark, Readonly<Record<'en' | 'es', readonly string[]>>>> = {
  safety: { en: ['!safety'], es: ['!seguridad'] },
  towardsHim: { en: ['!perpetrator', '!offender'], es: ['!agresor'] },
  noticeable: { en: ['!noticeable'], es: ['!notable'] },
  unnoticed: { en: ['!unnoticed'], es: ['!inadvertida'] },
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

/** `!need housing`, in the words of either language; the word may still be missing. */
export const needMark = /(?<=\s|^)!(?:need|necesidad)(?:\s+(\p{L}+))?(?=\s|$)/giu

/** The words of each need by language; any beginning of one will do. The first of a language is what the line writes and completes. */
const needWords: Readonly<Record<NeedDomain, Readonly<Record<'en' | 'es', readonly string[]>>>> = {
  safety: { en: ['safety'], es: ['seguridad'] },
  legal: { en: ['legal', 'lawyer', 'court'], es: ['jurídica', 'legal', 'abogada'] },
  housing: { en: ['housing', 'shelter'], es: ['vivienda', 'alojamiento'] },
  income: { en: ['income', 'money', 'benefits'], es: ['ingresos', 'dinero', 'ayudas'] },
  employment: { en: ['work', 'employment', 'job'], es: ['trabajo', 'empleo'] },
  childcare: { en: ['childcare', 'children'], es: ['hijos', 'cuidado'] },
  health: { en: ['health', 'medical'], es: ['salud', 'médica'] },
  transport: { en: ['transport', 'phone'], es: ['transporte', 'teléfono'] },
  immigration: { en: ['immigration', 'visa'], es: ['inmigración', 'papeles'] },
  substanceUse: { en: ['substance', 'alcohol', 'drugs'], es: ['sustancias', 'alcohol', 'drogas'] },
  faithAndCommunity: { en: ['faith', 'community'], es: ['fe', 'comunidad'] },
}

/** The need that a word such as `hous` stands for, in any language; null for none, and where it could be several. */
export function needOf(word: string): NeedDomain | null {
  const said = word.toLowerCase()
  const words = (domain: NeedDomain) => [...needWords[domain].en, ...needWords[domain].es]
  const exact = needDomains.find((domain) => words(domain).includes(said))
  if (exact !== undefined) return exact
  const begun = needDomains.filter((domain) => words(domain).some((known) => known.startsWith(said)))
  return begun.length === 1 ? (begun[0] ?? null) : null
}

/** The words by which the line writes a need. */
export function needFlag(domain: NeedDomain, language: 'en' | 'es' = 'en'): string {
  return `!${needFlagWord[language]} ${needWords[domain][language][0] ?? domain}`
}

/** The flag before the word of a need. */
export const needFlagWord = { en: 'need', es: 'necesidad' } as const
