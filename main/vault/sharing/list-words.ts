import type { IdentifierKind } from '#domain/sharing/identifiers.ts'
import type { ActionListWords } from '#domain/sharing/action-list-words.ts'
import type { Locale } from '#domain/settings.ts'

type Plural = { readonly one: string; readonly other: string }

/** The words of a list that goes out, in the team's language; `count` still in both numbers. */
export type ListWords = Omit<ActionListWords, 'count' | 'locale'> & {
  readonly count: Plural
  readonly neutral: Readonly<Record<IdentifierKind, string>>
  /** Behind an action that must wait for another. */
  readonly onlyAfter: string
  /** Behind an action that the agency knows of and that no advocate speaks for any more. */
  readonly onHold: string
}

const en: ListWords = {
  title: 'Actions for {agency}',
  meeting: 'Meeting of {date}',
  list: 'List {reference}, version {version}, made on {date}',
  count: { one: '{count} action', other: '{count} actions' },
  noActions: 'There is no open action for you from this meeting.',
  confidential:
    'Confidential. Only for the agency named above. Do not copy, forward or keep with other papers. Cases are named by reference alone: do not add names.',
  reportBack:
    'Report back before the next meeting: fill in the spreadsheet of the same name and send it to the coordinator, or tell her the action number and what was done.',
  page: 'Page {page} of {pages}',
  fillIn:
    'Choose the new status and write a comment in the two columns on the right, save, and send the file back. Change nothing else, and write no names.',
  columns: {
    action: 'Action',
    caseReference: 'Case',
    description: 'What was agreed',
    dueOn: 'Due',
    status: 'Status now',
    newStatus: 'New status',
    comment: 'Comment',
  },
  statuses: {
    proposed: 'proposed',
    agreed: 'agreed',
    inProgress: 'in progress',
    complete: 'complete',
    notPossible: 'not possible (circumstances)',
    notUndertaken: 'not undertaken (agency)',
    superseded: 'superseded: nothing more to do',
    withdrawn: 'withdrawn: do not carry out',
  },
  sheet: 'Actions',
  pickFromList: 'Please choose one of the statuses in the list.',
  commentTooLong: 'A comment holds at most {limit} characters.',
  onlyAfter: 'only after {reference} is done',
  onHold: 'on hold: do not carry it out until a new list says so',
  neutral: {
    name: '[name]',
    dateOfBirth: '[date of birth]',
    address: '[address]',
    phone: '[phone]',
    email: '[e-mail]',
    other: '[withheld]',
  },
}

const es: ListWords = {
  title: 'Acciones para {agency}',
  meeting: 'Reunión del {date}',
  list: 'Lista {reference}, versión {version}, hecha el {date}',
  count: { one: '{count} acción', other: '{count} acciones' },
  noActions: 'No hay ninguna acción abierta para ustedes de esta reunión.',
  confidential:
    'Confidencial. Solo para la entidad indicada arriba. No copie, reenvíe ni archive con otros papeles. Los casos se nombran solo por su referencia: no añada nombres.',
  reportBack:
    'Informe antes de la próxima reunión: rellene la hoja de cálculo del mismo nombre y envíela a la coordinación, o diga el número de la acción y lo que se hizo.',
  page: 'Página {page} de {pages}',
  fillIn:
    'Elija el nuevo estado y escriba un comentario en las dos columnas de la derecha, guarde y devuelva el archivo. No cambie nada más y no escriba nombres.',
  columns: {
    action: 'Acción',
    caseReference: 'Caso',
    description: 'Lo acordado',
    dueOn: 'Plazo',
    status: 'Estado actual',
    newStatus: 'Nuevo estado',
    comment: 'Comentario',
  },
  statuses: {
    proposed: 'propuesta',
    agreed: 'acordada',
    inProgress: 'en curso',
    complete: 'cumplida',
    notPossible: 'no fue posible (circunstancias)',
    notUndertaken: 'no realizada (entidad)',
    superseded: 'sustituida: nada más que hacer',
    withdrawn: 'retirada: no la lleven a cabo',
  },
  sheet: 'Acciones',
  pickFromList: 'Elija uno de los estados de la lista.',
  commentTooLong: 'Un comentario admite como máximo {limit} caracteres.',
  onlyAfter: 'solo después de cumplida {reference}',
  onHold: 'en espera: no la lleven a cabo hasta que lo diga una nueva lista',
  neutral: {
    name: '[nombre]',
    dateOfBirth: '[fecha de nacimiento]',
    address: '[dirección]',
    phone: '[teléfono]',
    email: '[correo]',
    other: '[reservado]',
  },
}

/** The words for a team's language. */
export function listWords(locale: Locale): ListWords {
  return locale === 'es' ? es : en
}

/** The words of one list, its number of actions spelled out. */
export function wordsForList(locale: Locale, count: number): ActionListWords {
  const { count: plural, neutral: _neutral, onlyAfter: _onlyAfter, onHold: _onHold, ...words } = listWords(locale)
  return { ...words, locale, count: (count === 1 ? plural.one : plural.other).replace('{count}', String(count)) }
}
