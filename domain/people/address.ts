import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { line } from '../text.ts'

/** Whether he knows where it is: what decides if anybody may go, write or be sent there. */
export const addressKnowers = ['unknown', 'victimOnly', 'perpetratorKnows'] as const
export const AddressKnower = z.enum(addressKnowers)
export type AddressKnower = z.infer<typeof AddressKnower>

export const AddressFacts = z.strictObject({
  knownTo: AddressKnower.default('unknown'),
  from: IsoDate.nullable().default(null),
  until: IsoDate.nullable().default(null),
  /** Protected by an order or a programme: nobody is told, no agency either. */
  isConfidential: z.boolean().default(false),
})
export type AddressFacts = z.infer<typeof AddressFacts>

/** An address besides the one that the referral gave. */
export const OtherAddress = z.strictObject({ text: line(400), ...AddressFacts.shape })
export type OtherAddress = z.infer<typeof OtherAddress>

export const plainAddress: AddressFacts = { knownTo: 'unknown', from: null, until: null, isConfidential: false }
