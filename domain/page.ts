import { z } from 'zod'

/** A window on a long list: `rows` of `total`, starting at the asked offset. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number }

export const SortDirection = z.enum(['ascending', 'descending'])
export type SortDirection = z.infer<typeof SortDirection>

export const pageWindow = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
}
