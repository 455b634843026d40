import type { MessageKey } from '../message-key.ts'

/** British English: only what differs from American English. */
export const enGb = {
  'criterion.professionalJudgement': 'Professional judgement',
  'sector.shelter': 'Refuge',
} satisfies Partial<Record<MessageKey, string>>
