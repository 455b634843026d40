import type { Voice } from './voice.ts'

/** What is still missing from what she was asked and told. That it was not safe to is an answer. */
export type VoiceGap = 'neverAsked' | 'notAsked' | 'notTold'

/** The first thing missing; null where she was asked and told. `voice` is null where nothing is recorded of her voice. */
export function voiceGap(voice: Pick<Voice, 'wasAsked' | 'knowsOfMeeting'> | null): VoiceGap | null {
  if (voice === null) return 'neverAsked'
  if (voice.wasAsked === 'no' || voice.wasAsked === 'unknown') return 'notAsked'
  return voice.knowsOfMeeting === 'no' || voice.knowsOfMeeting === 'unknown' ? 'notTold' : null
}
