import { readdirSync } from 'node:fs'
import { openSettled } from '../../main/vault/keys/renewal.ts'
import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../main/vault/keys/slots.ts'
import { finishReplacing } from '../../main/vault/restoring/replace-files.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, type MadeKeys, quickCost } from '../fixtures/made-profile.ts'
import { type Acknowledged, lostWrites, nothingAcknowledged, wounds } from './acknowledged.ts'
import type { Said, Script } from './power-loss-scripts.ts'

/** What is known of an image: the script it was cut from, what had been acknowledged by then, and the keys where they cannot have changed. */
export type Image = { readonly script: Script; readonly said: readonly Said[]; readonly keys: MadeKeys | null }

export type Problem = { readonly kind: 'lost' | 'unopenable' | 'damaged' | 'falseAlarm'; readonly what: string }

/** Kept before the backup of the restore script was made, and gone on with after it. */
export const beforeBackup = { key: 'torture:before', content: '1' } as const
export const afterBackup = { key: 'torture:after', content: '1' } as const

function acknowledgedBy({ script, said }: Image): Acknowledged {
  const acknowledged = nothingAcknowledged()
  for (const each of said) {
    if (each.kind === 'action') acknowledged.actions.set(each.id, each)
    if (each.kind === 'draft') acknowledged.drafts.set(each.key, each.content)
  }
  if (script === 'restore') {
    acknowledged.drafts.set(beforeBackup.key, beforeBackup.content)
    if (!said.some(({ kind }) => kind === 'restored')) return acknowledged
  }
  return acknowledged
}

/** The passphrases of which one must open: the acknowledged one, and one that was being put in its place. */
function passphrasesOf(said: readonly Said[]): readonly string[] {
  let known = [madePassphrase]
  for (const each of said) {
    if (each.kind === 'asked') known = [...known, each.passphrase]
    if (each.kind === 'passphrase') known = [each.passphrase]
  }
  return known
}

/** Opens an image as the next start would, through the vault's door, and says what is wrong with it. */
export async function problemsOfImage(folder: string, image: Image): Promise<readonly Problem[]> {
  const vault = vaultOf(folder, quickCost)
  try {
    const status = vault.status()
    if (status.kind === 'empty') return await firstRunAgain(folder, image)
    if (status.kind === 'broken') return [unopenable(folder, status.problem)]
    const opening = await openedWith(vault, passphrasesOf(image.said))
    if (opening.passphrase === null) return [unopenable(folder, opening.code)]
    const { reply } = await vault.run('integrity.state', undefined)
    vault.close()
    const state = (reply.ok ? reply.value : {}) as { readonly mustDecide?: boolean; readonly history?: { readonly kind: string } }
    const alarm: readonly Problem[] =
      state.mustDecide === false ? [] : [{ kind: 'falseAlarm', what: `history is ${state.history?.kind ?? 'not told'}` }]
    return [...alarm, ...(await problemsInside(folder, image, opening.passphrase))]
  } finally {
    vault.close()
  }
}

/** The same without the cost of a passphrase: for images whose key file cannot have changed. */
export function problemsOfImageByKey(folder: string, image: Image & { readonly keys: MadeKeys }): readonly Problem[] {
  finishReplacing(folder)
  return problemsByKeys(folder, image, image.keys)
}

async function firstRunAgain(folder: string, { said }: Image): Promise<readonly Problem[]> {
  if (said.some(({ kind }) => kind === 'created')) return [{ kind: 'lost', what: `the whole vault (${namesIn(folder)})` }]
  await makeProfile(folder, { cost: quickCost })
  return []
}

async function openedWith(
  vault: ReturnType<typeof vaultOf>,
  passphrases: readonly string[],
): Promise<{ readonly passphrase: string | null; readonly code: string }> {
  let code = ''
  for (const passphrase of passphrases) {
    const unlocked = await vault.unlock(passphrase)
    if (unlocked.ok) return { passphrase, code }
    ;({ code } = unlocked.refusal)
  }
  return { passphrase: null, code }
}

async function problemsInside(folder: string, image: Image, passphrase: string): Promise<readonly Problem[]> {
  if (image.keys) return problemsByKeys(folder, image, image.keys)
  const reading = readKeyFile(folder)
  const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', passphrase) : null
  if (!unwrapped) return [unopenable(folder, 'keyFile')]
  return problemsByKeys(folder, image, { store: subkey(unwrapped.dataKey, 'store'), audit: subkey(unwrapped.dataKey, 'audit') })
}

function problemsByKeys(folder: string, image: Image, keys: MadeKeys): readonly Problem[] {
  const opened = openSettled(folder, keys.store)
  if (!opened.ok) return [unopenable(folder, opened.failure.kind)]
  const { store } = opened
  try {
    const acknowledged = acknowledgedBy(image)
    const lost = lostWrites(store, acknowledged).map((what) => ({ kind: 'lost', what }) as const)
    const damaged = wounds(store, keys.audit).map((what) => ({ kind: 'damaged', what }) as const)
    const hasAfter = store.get('SELECT 1 FROM drafts WHERE key = :key', { key: afterBackup.key }) !== undefined
    const isRestored = image.said.some(({ kind }) => kind === 'restored')
    const unrestored: readonly Problem[] = isRestored && hasAfter ? [{ kind: 'lost', what: 'the restored records' }] : []
    return [...lost, ...damaged, ...unrestored]
  } finally {
    store.close()
  }
}

function unopenable(folder: string, why: string): Problem {
  return { kind: 'unopenable', what: `${why} (${namesIn(folder)})` }
}

function namesIn(folder: string): string {
  return readdirSync(folder).toSorted().join(' ')
}
