import type { Refusal } from '#domain/refusal.ts'

/** Carries a refusal through the query layer to the screen that words it; the message names the code only, never content. */
export class RefusalError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`refused: ${refusal.code}`)
    this.name = 'RefusalError'
    this.refusal = refusal
  }
}
