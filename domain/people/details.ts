import { z } from 'zod'
import { KnownAnswer } from '../record/known.ts'
import { line, words } from '../text.ts'
import { AddressFacts, OtherAddress } from './address.ts'
import { Equality } from './asked.ts'

export const identifierKinds = ['police', 'health', 'social', 'school', 'court', 'prison', 'other'] as const
export const IdentifierKind = z.enum(identifierKinds)
export type IdentifierKind = z.infer<typeof IdentifierKind>

/** What is known of a person beyond what a referral's form asks. All of it has a default: `{}` is somebody of whom nothing more is known. */
export const PersonDetails = z.strictObject({
  aliases: z.array(line(160)).max(20).default([]),
  /** As the person asks to be spoken of. */
  pronouns: words(60).default(''),
  /** Of the address that the referral gave; the others carry their own. */
  addressFacts: AddressFacts.prefault({}),
  otherAddresses: z.array(OtherAddress).max(20).default([]),
  otherPhones: z
    .array(z.strictObject({ number: line(60), note: words(200).default('') }))
    .max(20)
    .default([]),
  /** Numbers by which agencies know the person. */
  identifiers: z
    .array(z.strictObject({ kind: IdentifierKind, value: line(80) }))
    .max(20)
    .default([]),
  language: words(80).default(''),
  needsInterpreter: KnownAnswer.default('unknown'),
  accessNeeds: words(500).default(''),
  equality: Equality.prefault({}),
  occupation: words(120).default(''),
  employer: words(200).default(''),
  school: words(200).default(''),
  doctor: words(200).default(''),
  vehiclePlates: z.array(line(20)).max(10).default([]),
  note: words(1000).default(''),
})
export type PersonDetails = z.infer<typeof PersonDetails>

/** Somebody of whom nothing more is known. */
export const noDetails: PersonDetails = PersonDetails.parse({})
