import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMadeStoreWith } from './look-inside.ts'
import { passphrase } from './open-vault.ts'

/** The pages of a closed vault's store on which the rows of a table lie, in order. */
export async function pagesOf(folder: string, table: string): Promise<readonly number[]> {
  const opened = await openMadeStoreWith(folder, passphrase)
  const pages = opened.all<{ pageno: number }>("SELECT pageno FROM dbstat WHERE name = :table AND pagetype = 'leaf' ORDER BY path", {
    table,
  })
  opened.close()
  return pages.map(({ pageno }) => pageno)
}

/** Turns one bit of each of these pages. */
export function spoilPages(folder: string, pages: readonly number[]): void {
  const path = join(folder, 'caseboard.store')
  const bytes = readFileSync(path)
  for (const page of pages) {
    const at = (page - 1) * 4096 + 900
    bytes[at] = (bytes[at] ?? 0) ^ 4
  }
  writeFileSync(path, bytes)
}
