import { z } from 'zod'

/** Row identities, branded so that one noun's id is never handed over as another's. */
const id = () => z.int().positive()

export const AgencyId = id().brand<'AgencyId'>()
export type AgencyId = z.infer<typeof AgencyId>

export const TeamPersonId = id().brand<'TeamPersonId'>()
export type TeamPersonId = z.infer<typeof TeamPersonId>

export const CaseId = id().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

export const ReferralId = id().brand<'ReferralId'>()
export type ReferralId = z.infer<typeof ReferralId>

export const ImportId = id().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

export const MeetingId = id().brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

export const ListingId = id().brand<'ListingId'>()
export type ListingId = z.infer<typeof ListingId>

export const SharedFactId = id().brand<'SharedFactId'>()
export type SharedFactId = z.infer<typeof SharedFactId>

export const StatedRiskId = id().brand<'StatedRiskId'>()
export type StatedRiskId = z.infer<typeof StatedRiskId>

export const ActionId = id().brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

export const SavedFilterId = id().brand<'SavedFilterId'>()
export type SavedFilterId = z.infer<typeof SavedFilterId>

export const ActionListId = id().brand<'ActionListId'>()
export type ActionListId = z.infer<typeof ActionListId>

export const EntryId = id().brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>

export const PersonId = id().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const TieId = id().brand<'TieId'>()
export type TieId = z.infer<typeof TieId>

export const LinkId = id().brand<'LinkId'>()
export type LinkId = z.infer<typeof LinkId>

export const ImportMappingId = id().brand<'ImportMappingId'>()
export type ImportMappingId = z.infer<typeof ImportMappingId>
