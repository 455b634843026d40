import { assertNever } from '../assert-never.ts'
import type { ActionId, AgencyId, EntryId } from '../ids.ts'
import type { EntryContent } from './entry.ts'
import type { Provenance } from './provenance.ts'

/** What an entry names by id: each must be there, actions and entries in the case of the entry. */
export type References = {
  readonly agencies: readonly AgencyId[]
  readonly actions: readonly ActionId[]
  readonly entries: readonly EntryId[]
}

const none: References = { agencies: [], actions: [], entries: [] }

function named<Id>(...ids: readonly (Id | null)[]): readonly Id[] {
  return ids.filter((id) => id !== null)
}

function referencesOfContent(content: EntryContent): References {
  switch (content.kind) {
    case 'contactPoint':
      return { ...none, agencies: [content.agencyId] }
    case 'chainLink':
      return { ...none, agencies: named(content.heldBy), entries: named(content.dependsOn) }
    case 'need':
      return { ...none, actions: content.actionIds }
    case 'measure':
      return { ...none, agencies: named(content.heldBy) }
    case 'incident':
      return { ...none, agencies: named(content.identifiedBy) }
    case 'vote':
      return { ...none, agencies: content.ballots.map(({ agencyId }) => agencyId) }
    case 'voice':
    case 'awareness':
    case 'assessment':
    case 'note':
      return none
    default:
      return assertNever(content)
  }
}

/** Every id that an entry names, in its content and as who said it. */
export function referencesOf(content: EntryContent, provenance: Pick<Provenance, 'saidBy'>): References {
  const found = referencesOfContent(content)
  return { ...found, agencies: [...found.agencies, ...named(provenance.saidBy)] }
}
