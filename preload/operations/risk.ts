import { WordedVersion, type Wording, type WordingBrief, WordingDraft } from '#domain/risk/wording.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const riskOperations = {
  /** Which wordings the team has pasted, without the words. */
  wordings: query(z.undefined()).returns<readonly WordingBrief[]>(),
  /** The wording that the team pasted for a version of a tool; null where it pasted none. */
  wording: query(WordedVersion).returns<Wording | null>(),
  /** Keeps pasted wording on this computer, in the place of what was there. Asks for the permission under which the team uses it. */
  saveWording: command(WordingDraft).returns<null>(),
  removeWording: command(WordedVersion).returns<null>(),
}
