import type { DestructionReason } from '#domain/retention/destruction.ts'
import type { RecordKind } from '#domain/retention/record-kind.ts'
import type { Locale } from '#domain/settings.ts'

export type CertificateWords = {
  readonly title: string
  /** `{number}` */
  readonly number: string
  readonly facts: { readonly at: string; readonly by: string; readonly reason: string; readonly log: string; readonly madeOn: string }
  readonly columns: readonly [string, string, string, string]
  readonly kinds: Readonly<Record<RecordKind, string>>
  readonly reasons: Readonly<Record<DestructionReason, string>>
  /** How many rows of each sort; a sort without a word is not counted out. */
  readonly counts: Readonly<Record<string, string>>
  readonly how: string
  readonly notCovered: string
  readonly backupsTitle: string
  readonly noBackups: string
  /** `{page}` of `{pages}` */
  readonly page: string
}

const en: CertificateWords = {
  title: 'Certificate of destruction',
  number: 'Number {number}',
  facts: { at: 'Destroyed on', by: 'By', reason: 'Reason', log: 'Entry of the log', madeOn: 'Certificate made on' },
  columns: ['Reference', 'What', 'Its time counted from', 'Rows'],
  kinds: {
    case: 'Whole case: people, referrals, hearings, actions',
    contactDetails: 'Addresses, telephone numbers, safe contact',
    meetingNotes: 'What was said at meetings: facts and risks',
    actionLists: 'Text of a list that was sent to an agency',
    imports: 'Traces of an import',
    drafts: 'Unfinished form',
    auditEntries: 'Oldest part of the log',
  },
  reasons: {
    schedule: 'Its time was over by the retention schedule',
    personAsked: 'The person asked for it',
    courtOrder: 'An order of a court or authority',
    recordedInError: 'Recorded in error',
  },
  counts: {
    people: 'people',
    children: 'children',
    referrals: 'referrals',
    listings: 'hearings',
    facts: 'facts',
    risks: 'risks',
    actions: 'actions',
    entries: 'entries of the record',
    edits: 'changes kept for undoing',
    contactWays: 'ways to reach her',
    listRows: 'rows of lists',
    importTraces: 'traces of imports',
    drafts: 'drafts',
    unfinishedImports: 'unfinished imports',
    savedViews: 'saved views',
    savedMappings: 'saved mappings of columns',
    contactDetails: 'people’s contact details',
    auditEntries: 'entries of the log',
  },
  how: 'The rows were deleted and overwritten with zeros inside the encrypted file, and the file was then written anew without the freed space. This certificate names references and dates only.',
  notCovered: 'Not covered: paper, lists and files that agencies hold, and copies of the data folder made by other programs.',
  backupsTitle: 'Backups made before, which may still hold it until they are removed',
  noBackups: 'None is known.',
  page: 'Page {page} of {pages}',
}

const es: CertificateWords = {
  title: 'Certificado de destrucción',
  number: 'Número {number}',
  facts: { at: 'Destruido el', by: 'Por', reason: 'Motivo', log: 'Entrada del registro', madeOn: 'Certificado hecho el' },
  columns: ['Referencia', 'Qué', 'Su plazo contaba desde', 'Filas'],
  kinds: {
    case: 'Caso entero: personas, derivaciones, tratamientos, acciones',
    contactDetails: 'Direcciones, teléfonos, contacto seguro',
    meetingNotes: 'Lo dicho en reuniones: hechos y riesgos',
    actionLists: 'Texto de una lista enviada a una entidad',
    imports: 'Rastros de una importación',
    drafts: 'Formulario sin terminar',
    auditEntries: 'Parte más antigua del registro',
  },
  reasons: {
    schedule: 'Su plazo terminó según el calendario de conservación',
    personAsked: 'La persona lo pidió',
    courtOrder: 'Orden de un tribunal o autoridad',
    recordedInError: 'Registrado por error',
  },
  counts: {
    people: 'personas',
    children: 'hijos',
    referrals: 'derivaciones',
    listings: 'tratamientos',
    facts: 'hechos',
    risks: 'riesgos',
    actions: 'acciones',
    entries: 'anotaciones del expediente',
    edits: 'cambios guardados para deshacer',
    contactWays: 'maneras de llegar a ella',
    listRows: 'filas de listas',
    importTraces: 'rastros de importaciones',
    drafts: 'borradores',
    unfinishedImports: 'importaciones sin terminar',
    savedViews: 'vistas guardadas',
    savedMappings: 'asignaciones de columnas guardadas',
    contactDetails: 'datos de contacto de personas',
    auditEntries: 'entradas del registro',
  },
  how: 'Las filas se borraron y se sobrescribieron con ceros dentro del archivo cifrado, y el archivo se reescribió después sin el espacio liberado. Este certificado nombra solo referencias y fechas.',
  notCovered:
    'No incluye: papeles, listas y archivos que tengan las entidades, ni copias de la carpeta de datos hechas por otros programas.',
  backupsTitle: 'Copias de seguridad anteriores, que pueden contenerlo hasta que se eliminen',
  noBackups: 'No se conoce ninguna.',
  page: 'Página {page} de {pages}',
}

export function certificateWords(locale: Locale): CertificateWords {
  return locale === 'es' ? es : en
}
