import type { IsoDate } from '#domain/dates.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import { versionsOf } from '#domain/risk/definitions.ts'
import type { ContentForm } from './entry-form.ts'

/** What the form for a new entry of a kind starts from. */
export function blankContent<Kind extends EntryKind>(kind: Kind, today: IsoDate): ContentForm<Kind>
export function blankContent(kind: EntryKind, today: IsoDate): ContentForm {
  return blanks(today)[kind]
}

function blanks(today: IsoDate): { readonly [Kind in EntryKind]: ContentForm<Kind> } {
  return {
    voice: {
      kind: 'voice',
      on: today,
      wasAsked: 'unknown',
      wants: '',
      fears: '',
      knowsOfMeeting: 'unknown',
      toldBy: '',
      toldHow: '',
      feedback: '',
      codeWord: '',
      agreed: 'unknown',
    },
    contactPoint: { kind: 'contactPoint', agencyId: null, meets: 'victim', lastOn: null, often: '', isSafeToRaise: 'unknown', note: '' },
    chainLink: { kind: 'chainLink', link: 'hearing', state: 'planned', on: null, heldBy: null, heldSince: null, dependsOn: null, note: '' },
    need: { kind: 'need', domain: 'safety', state: 'open', actionIds: [], note: '' },
    measure: {
      kind: 'measure',
      measure: 'supervision',
      state: 'inForce',
      from: null,
      until: null,
      heldBy: null,
      conditions: '',
      violations: [],
    },
    incident: {
      kind: 'incident',
      incident: 'violence',
      on: today,
      identifiedOn: null,
      identifiedBy: null,
      reportedToPolice: 'unknown',
      note: '',
    },
    awareness: { kind: 'awareness', on: today, heKnows: 'unknown', note: '' },
    assessment: {
      kind: 'assessment',
      tool: 'dash',
      toolVersion: versionsOf('dash')[0].version,
      completedOn: today,
      completedByRole: '',
      source: 'unknown',
      result: { kind: 'score', score: null, unknowns: null },
      judgement: null,
      calendar: [],
      response: '',
    },
    vote: { kind: 'vote', question: 'accept', on: today, ballots: [], partners: null, note: '' },
    note: { kind: 'note', on: today, text: '' },
  }
}
