import { type IsoDate, IsoInstant } from '#domain/dates.ts'
import { CaseId, EntryId } from '#domain/ids.ts'
import { ChainLink, type LinkKind, type LinkState } from '#domain/record/chain-link.ts'
import type { Entry, EntryContent } from '#domain/record/entry.ts'
import { Provenance } from '#domain/record/provenance.ts'

/** An entry of the record with only its content said. */
export function entry<Content extends EntryContent>(id: number, content: Content): Entry<Content> {
  return {
    id: EntryId.parse(id),
    caseId: CaseId.parse(1),
    version: 1,
    content,
    provenance: Provenance.parse({}),
    recordedAt: IsoInstant.parse('2026-11-01T09:00:00.000Z'),
    recordedBy: 'Test',
  }
}

type LinkDetail = {
  readonly on?: IsoDate | null
  readonly heldBy?: number
  readonly heldSince?: IsoDate
  readonly dependsOn?: number | null
}

export function link(id: number, kind: LinkKind, state: LinkState, detail: LinkDetail = {}): Entry<ChainLink> {
  return entry(id, ChainLink.parse({ kind: 'chainLink', link: kind, state, ...detail }))
}
