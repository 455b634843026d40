import type { Sector } from '../agency.ts'

/** Tried in order: `police crime victim advocate` is an advocate before it is police, `children's hospital` is health before child protection. */
const spellings: readonly (readonly [RegExp, Sector])[] = [
  [
    /\bcultural\w*|\bethnic\w*|\btribal\b|\btribe\b|\bindigenous\b|\bimmigra\w*|\brefugee\b|\bbme\b|\bbame\b|\bminorit\w*|\blgbt\w*|\bmigrante?s?\b|\bby and for\b/u,
    'culturallySpecific',
  ],
  [
    /\bidva\b|\bidaa\b|\badvoca\w*|\bisva\b|\bvictim (?:support|service|witness)\w*|\bwomen'?s aid\b|\bdefensor\w*|\brape crisis\b|\bdomestic (?:abuse|violence) (?:service|agency|programme?|project|charity)\w*/u,
    'advocate',
  ],
  [/\bshelter\b|\brefuge\b|\bsafe ?house\b|\bcasa de acogida\b|\brefugio\b|\balbergue\b/u, 'shelter'],
  [
    /\bprosecut\w*|\bdistrict attorney\b|\bcps\b|\bda'?s? office\b|\bstate'?s attorney\b|\bcounty attorney\b|\bcrown prosecution\b|\bfiscal\w*/u,
    'prosecution',
  ],
  [
    /\bprobation\b|\bparole\b|\bcommunity corrections\b|\bcorrections\b|\bpretrial\b|\bprison\b|\bjail\b|\bhmpps\b|\bnps\b|\bcrc\b|\boffender management\b|\blibertad condicional\b|\bbatterers?\b|\bperpetrator programme?\b/u,
    'probation',
  ],
  [/\bcourts?\b|\bjudicia\w*|\bmagistrate\w*|\bjudge\b|\bjuzgado\b|\btribunal\b/u, 'courts'],
  [/\bpolice\b|\bconstabulary\b|\bsheriff\w*|\blaw enforcement\b|\bpd\b|\btroopers?\b|\bpolicia\b|\bguardia civil\b/u, 'police'],
  [
    /\bhealth\w*|\bhospitals?\b|\bnhs\b|\bclinics?\b|\bmedical\b|\bgp\b|\ba&e\b|\bambulance\b|\bmidwi\w*|\bmaternity\b|\bnurs(?:e|es|ing)\b|\bdoctors?\b|\bcamhs\b|\bsubstance\b|\bdrugs?\b|\balcohol\b|\baddiction\b|\bsalud\b|\bsanidad\b|\bphysician\w*/u,
    'health',
  ],
  [
    /\bschools?\b|\beducation\w*|\bcollege\b|\buniversit\w*|\bacadem\w*|\bnursery\b|\bearly years\b|\bescuelas?\b|\beducacion\b|\bcolegio\b/u,
    'schools',
  ],
  [
    /\bchild\w*|\bcps\b|\bcsc\b|\bsocial (?:care|services|work)\b|\bsafeguarding\b|\bearly help\b|\bfamily services\b|\bdcfs\b|\bcafcass\b|\bmenores\b|\binfancia\b|\bservicios sociales\b|\byouth\b/u,
    'childProtection',
  ],
  [/\bhous\w*|\bhomeless\w*|\btenan\w*|\blandlord\w*|\bvivienda\b/u, 'housing'],
  [/\bemploy\w*|\bbenefits?\b|\bjob ?cent\w+|\bjobs?\b|\bdwp\b|\bwork ?force\b|\bwelfare\b|\bempleo\b|\btrabajo\b/u, 'employment'],
  [
    /\bfaith\b|\bchurch\w*|\bmosque\b|\bsynagogue\b|\btemple\b|\bparish\b|\breligi\w*|\bchaplain\w*|\bdiocese\b|\biglesia\b|\bclergy\b|\bgurdwara\b/u,
    'faith',
  ],
  [/\bmedia\b|\bnewspapers?\b|\bpress\b|\bradio\b|\btelevision\b|\bjournalis\w*|\bprensa\b|\bmedios\b/u, 'media'],
]

const own: ReadonlyMap<string, Sector> = new Map([
  ['childprotection', 'childProtection'],
  ['culturallyspecific', 'culturallySpecific'],
  ['other', 'other'],
  ['otro', 'other'],
])

/** The sector that a word of the sector column or an agency's name means; null where nothing tells. */
export function findSector(text: string): Sector | null {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’`´]/gu, "'")
    .replace(/[_/(),;-]+/gu, ' ')
    .trim()
  return own.get(bare.replace(/\s+/gu, '')) ?? spellings.find(([spelling]) => spelling.test(bare))?.[1] ?? null
}
