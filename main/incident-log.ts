import { randomBytes } from 'node:crypto'

/** Everything that may be logged: a code of this list and an id. Never a message, a path, a name or a value. */
export type IncidentCode =
  | 'requestFailed'
  | 'foreignSender'
  | 'vaultEnded'
  | 'vaultAnswerUnreadable'
  | 'pageGone'
  | 'assetRefused'
  | 'assetDamaged'
  | 'requestBlocked'
  | 'downloadBlocked'
  | 'dumpsNotClosed'
  | 'navigationBlocked'
  | 'clipboardNotRead'
  | 'locked'

export type Incident = { readonly code: IncidentCode; readonly id: string }

export type IncidentLog = {
  /** Notes an incident and gives the id by which the person can speak of it. */
  readonly record: (code: IncidentCode) => string
  readonly recent: () => readonly Incident[]
}

const KEPT = 200

/** A log in memory of the last 200 incidents; `write` receives each as one line. */
export function incidentLog(write: (line: string) => void): IncidentLog {
  const incidents: Incident[] = []
  return {
    record: (code) => {
      const incident = { code, id: randomBytes(4).toString('hex') }
      incidents.push(incident)
      if (incidents.length > KEPT) incidents.shift()
      write(`caseboard: ${incident.code} ${incident.id}\n`)
      return incident.id
    },
    recent: () => [...incidents],
  }
}
