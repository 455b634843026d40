import type { BrokenStore } from '#contract'

export function BrokenScreen(_props: { readonly problem: BrokenStore }) {
  return null
}
