import type { IncidentKind } from '../record/incident.ts'
import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'

const spellings: Readonly<Record<IncidentKind, RegExp>> = {
  violence:
    /\bviolence\b|\bassault|\bphysical|\bbattery\b|\bstrang|\bchok|\bbeat(?:en|ing)?\b|\bstab|\bfísic|\bfisic|\bgolpe|\bagresi[oó]n|\blesion|\bestrangul/iu,
  threats: /\bthreat|\bamenaza/iu,
  damage: /\bdamage|\bvandal|\barson|\bda[ñn]os?\b|\bincendio/iu,
  stalking: /\bstalk|\bacecho|\bacechar/iu,
  harassment: /\bharass|\bacoso|\bhostiga/iu,
  sexual: /\bsexual|\brape\b|\bviolaci[oó]n sexual/iu,
  breachOfOrder:
    /\bbreach|\bviolat(?:ion|ed) of (?:an? |the )?(?:order|bail|injunction)|\border (?:broken|violated)|\bquebranta|\bincumplimiento/iu,
  other: /^(?:other|something else|otr[oa]s?|otra cosa)$/iu,
}

/** The kind of an incident that a cell names. `unclear`: none of ours, or several; which of them is then not said. */
export function readIncidentKind(
  cell: string,
): { readonly kind: 'nothing' | 'unclear' } | { readonly kind: 'incident'; readonly incident: IncidentKind } {
  const text = oneLine(cell)
  if (saysNothing(text) || saysUnknown(text)) return { kind: 'nothing' }
  const sexual = spellings.sexual.test(text)
  const named = (Object.keys(spellings) as IncidentKind[]).filter(
    // "Sexual violence", "sexual assault" are of one kind.
    (kind) => spellings[kind].test(text) && !(sexual && kind === 'violence'),
  )
  const [incident] = named
  return named.length === 1 && incident !== undefined && !/\b(?:no|not|never|sin)\b/iu.test(text)
    ? { kind: 'incident', incident }
    : { kind: 'unclear' }
}
