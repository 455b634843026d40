import type { TieDraft } from '../people/tie.ts'
import { plainText, saysNothing, saysUnknown } from './plain-text.ts'

type NamedPerson = { readonly name: string; readonly role: TieDraft['role']; readonly side: TieDraft['side']; readonly said: string }

const roles: readonly (readonly [TieDraft['role'], RegExp])[] = [
  ['parent', /\b(?:mother|father|mum|mom|dad|parent|madre|padre|mam[aá]|pap[aá])\b/iu],
  [
    'relative',
    /\b(?:sister|brother|aunt|uncle|cousin|grand\w+|niece|nephew|relative|hermana|hermano|t[ií]a|t[ií]o|prima|primo|abuela|abuelo)\b/iu,
  ],
  ['newPartner', /\b(?:new partner|new boyfriend|new girlfriend|nueva pareja)\b/iu],
  ['formerPartner', /\b(?:ex(?:-| )?(?:partner|husband|wife|boyfriend|girlfriend)|expareja)\b/iu],
  ['friend', /\b(?:friend|amiga|amigo)\b/iu],
  ['neighbour', /\b(?:neighbou?r|vecina|vecino)\b/iu],
  ['colleague', /\b(?:colleague|co-?worker|manager|boss|compañera|compañero|jefa|jefe)\b/iu],
  ['professional', /\b(?:idva|advocate|social worker|midwife|teacher|nurse|doctor|gp|trabajadora social|maestra|m[eé]dica?)\b/iu],
]
const owners: readonly (readonly [TieDraft['side'], RegExp])[] = [
  ['perpetrator', /\b(?:his|perp(?:etrator)?'?s|del? agresor)\b/iu],
  ['victim', /\b(?:her|victim'?s|de la v[ií]ctima)\b/iu],
]
const properName = /^\p{Lu}[\p{L}'’.-]+(?: (?:de |del |la |von |van |bin |al-)?\p{Lu}[\p{L}'’.-]*){0,4}$/u

/** People whom a cell names, each with what it says they are (`her sister Ana Ficticia; Bea (friend)`), and the parts that name nobody. */
export function readPeople(cell: string): { readonly people: readonly NamedPerson[]; readonly unclear: readonly string[] } {
  const said = plainText(cell)
  const people: NamedPerson[] = []
  const unclear: string[] = []
  if (saysNothing(said) || saysUnknown(said)) return { people, unclear }
  for (const part of said.split(/[;,\n/]|\s+(?:and|&|y)\s+/iu).map((text) => text.trim())) {
    if (part === '') continue
    const role = roles.find(([, spelling]) => spelling.test(part))
    const side = owners.find(([, spelling]) => spelling.test(part))?.[0] ?? 'unknown'
    const name = [...roles.map(([, spelling]) => spelling), ...owners.map(([, spelling]) => spelling)]
      .reduce((rest, spelling) => rest.replace(spelling, ' '), part)
      .replace(/[():\-–]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
    const isName = properName.test(name) && !saysUnknown(name) && name.length <= 160 && part.length <= 1000
    // One word that begins a sentence ("Nobody", "Neighbours") is no name unless it says who it is.
    if (isName && (role !== undefined || name.includes(' '))) people.push({ name, role: role?.[0] ?? 'other', side, said: part })
    else unclear.push(part)
  }
  return { people, unclear }
}
