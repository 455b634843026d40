import type { Need, NeedDomain } from '../record/need.ts'
import { oneLine, plainText, saysNothing, saysUnknown } from './plain-text.ts'
import { readFlag } from './read-flag.ts'

type NeedRead = Pick<Need, 'state' | 'note'>

const open =
  /^(?:open|yes|needs?\b|needed|wants|urgent|outstanding|required|requires|unmet|in need|pending|not met|abiert[oa]|necesita|urgente|pendiente|requiere|s[ií]\b)/iu
const met =
  /^(?:met\b|ok\b|okay|resolved|sorted|done|in place|secured?\b|closed|no longer|not needed|cubiert[oa]|resuelt[oa]|atendid[oa]|cumplid[oa])/iu
const none = /^(?:none|no\b|no need|nothing|ninguna?|not applicable)$/iu

/** A need as its column says it; `yes` is a need, `met` one that is met, `no` none. Any other words stand beside a state that is not known. Null: nothing said. */
export function readNeed(cell: string): NeedRead | null {
  const text = oneLine(cell)
  if (saysNothing(text)) return null
  if (saysUnknown(text)) return { state: 'unknown', note: '' }
  if (none.test(text)) return { state: 'none', note: '' }
  // Of a need, "met" is no yes and "not met" no no.
  const flag = /\bmet$/iu.test(text) ? null : readFlag(text)
  if (flag !== null) return { state: flag ? 'open' : 'none', note: '' }
  const isAsked = text.endsWith('?')
  const state = !isAsked && met.test(text) ? 'met' : !isAsked && open.test(text) ? 'open' : 'unknown'
  const isBareWord = /^(?:open|needed|required|urgent|outstanding|unmet|not met|met|ok|resolved|done|in place)[.!]?$/iu.test(text)
  return { state, note: isBareWord ? '' : plainText(cell) }
}

const domains: Readonly<Record<NeedDomain, RegExp>> = {
  housing: /\bhous(?:e|ing)|\baccommodation|\brefuge\b|\bshelter\b|\bviviend|\balojam/iu,
  income: /\bincome|\bbenefits?\b|\bmoney\b|\bfinanc|\bdebts?\b|\bingres|\bdinero|\becon[oó]m|\bdeuda/iu,
  employment: /\bemploy|\bjobs?\b|\bempleo/iu,
  childcare: /\bchild\s?care|\bnursery|\bguarder/iu,
  health: /\bhealth|\bmedical|\bcounsell?ing|\btherapy|\bsalud|\bm[eé]dic|\bterapia/iu,
  transport: /\btransport|\btravel\b|\bphone\b|\btel[eé]fono/iu,
  immigration: /\bimmigra|\bvisas?\b|\basylum|\bnrpf\b|\brecourse|\binmigra|\bmigrat/iu,
  substanceUse: /\bsubstance|\balcohol|\bdrugs?\b|\bsustanc|\bdrogas?\b/iu,
  faithAndCommunity: /\bfaith|\bchurch|\bmosque|\bcommunity|\biglesia|\bcomunidad/iu,
  legal: /\blegal|\blawyer|\bsolicitor|\bjur[ií]dic|\babogad/iu,
  safety: /\bsafety|\bsecurity|\bseguridad/iu,
}

/** Open needs that a cell lists (`housing; childcare`), and the parts of it that name none, or more than one. */
export function readNeedList(cell: string): { readonly open: readonly NeedDomain[]; readonly unclear: readonly string[] } {
  const found = new Set<NeedDomain>()
  const unclear: string[] = []
  const said = plainText(cell)
  if (saysNothing(said) || saysUnknown(said) || none.test(said)) return { open: [], unclear }
  for (const part of said.split(/[;,\n/•]|\s+(?:and|&|y)\s+/iu).map((text) => text.trim())) {
    if (part === '') continue
    const named = (Object.keys(domains) as NeedDomain[]).filter((domain) => domains[domain].test(part))
    const isDenied = /\b(?:not|no|met|resolved|none|sin|resuelt[oa])\b/iu.test(part.replace(/\bno recourse\b/iu, ''))
    // A sentence says more than that there is a need.
    if (named.length !== 1 || isDenied || part.length > 40) unclear.push(part)
    for (const domain of isDenied ? [] : named) if (named.length === 1) found.add(domain)
  }
  return { open: [...found], unclear }
}
