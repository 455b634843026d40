import type { AgencyDraft, Sector } from '#domain/agency.ts'
import { csvText } from './csv-text.ts'

type SampleAgency = {
  readonly sector: Sector
  readonly written: string
  readonly name: string
  readonly isCore: boolean
  readonly representative: string
  readonly deputy: string
}

/** The twelve members of the Quillhaven team; `written` is how its own list words the sector. */
const members: readonly SampleAgency[] = [
  {
    sector: 'police',
    written: 'Police',
    name: 'Quill Valley Police',
    isCore: true,
    representative: 'Desmond Truncheonby',
    deputy: 'Hortensia Whistlepip',
  },
  {
    sector: 'prosecution',
    written: 'Prosecution',
    name: 'Prosecution Office',
    isCore: true,
    representative: 'Aurelia Briefcasey',
    deputy: 'Montague Wigglesbench',
  },
  {
    sector: 'courts',
    written: 'Courts',
    name: 'Combined Court',
    isCore: false,
    representative: 'Lavinia Gavelstone-Oops',
    deputy: 'Crispin Docketty',
  },
  {
    sector: 'probation',
    written: 'Probation',
    name: 'Probation Quillhaven',
    isCore: true,
    representative: 'Roderick Clipboardson',
    deputy: 'Winifred Tallyhoop',
  },
  {
    sector: 'advocate',
    written: 'Advocate service (IDVA)',
    name: 'Lantern Advocates',
    isCore: true,
    representative: 'Imelda Beaconsong',
    deputy: 'Farida Lampwickle',
  },
  {
    sector: 'shelter',
    written: 'Shelter',
    name: 'Harbourstep Refuge',
    isCore: true,
    representative: 'Tabitha Doormatters',
    deputy: 'Consuela Blanketfort',
  },
  {
    sector: 'health',
    written: 'Health',
    name: 'Quill Valley Health',
    isCore: true,
    representative: 'Percival Stethoscopia',
    deputy: 'Adaeze Bandagewell',
  },
  {
    sector: 'childProtection',
    written: "Children's social care",
    name: 'Children First',
    isCore: true,
    representative: 'Griselda Mittenshaw-Nought',
    deputy: 'Emeka Puddlejumper',
  },
  {
    sector: 'schools',
    written: 'Schools',
    name: 'Schools Partnership',
    isCore: false,
    representative: 'Euphemia Chalkdusty',
    deputy: 'Oswald Pencilcasey',
  },
  {
    sector: 'housing',
    written: 'Housing',
    name: 'Housing Options',
    isCore: true,
    representative: 'Mordecai Keyhole-Smythe',
    deputy: 'Petronella Latchkeyes',
  },
  {
    sector: 'employment',
    written: 'Employment and benefits',
    name: 'Work and Benefits Centre',
    isCore: false,
    representative: 'Augustina Payslipper',
    deputy: 'Rufus Rotawheel',
  },
  {
    sector: 'culturallySpecific',
    written: 'Culturally specific',
    name: 'Many Bridges Circle',
    isCore: false,
    representative: 'Nadezhda Footbridgely',
    deputy: 'Solomon Archwayo',
  },
]

const mailbox = (person: string) => `${person.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`
const phoneOf = (index: number) => `01632 960${String(10 + index).padStart(3, '0')}`

/** The agencies as the contract's `agencies.add` takes them. */
export const sampleAgencies: readonly AgencyDraft[] = members.map(({ sector, name, isCore, representative, deputy }, index) => ({
  name,
  sector,
  isCore,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`,
  phone: phoneOf(index),
  notes: '',
  people: [
    { name: representative, role: 'representative', email: mailbox(representative), phone: phoneOf(index) },
    { name: deputy, role: 'deputy', email: mailbox(deputy), phone: '' },
  ],
}))

/** The same agencies as the team's own spreadsheet. */
export function agenciesCsv(): string {
  const header = [
    'Agency',
    'Sector',
    'Core member',
    'Representative',
    'Representative e-mail',
    'Deputy',
    'Deputy e-mail',
    'Agency e-mail',
    'Phone',
  ]
  const rows = sampleAgencies.map((agency, index) => [
    agency.name,
    members[index]?.written ?? '',
    agency.isCore ? 'Yes' : 'No',
    ...agency.people.flatMap(({ name, email }) => [name, email]),
    agency.email,
    agency.phone,
  ])
  return csvText([header, ...rows])
}

/** The name of the agency of a sector that the sample team has. */
export function sampleAgencyName(sector: Sector): string {
  const agency = sampleAgencies.find((each) => each.sector === sector)
  if (!agency) throw new Error(`the sample team has no agency for ${sector}`)
  return agency.name
}
