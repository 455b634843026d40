import { accept, refuse } from '#domain/refusal.ts'
import { expect, test } from 'vitest'
import { agreeWithPage, type VaultSeal } from '../../../main/vault/seal.ts'
import { type PassedOn, sealedCalls } from '../../../preload/seal/sealed-calls.ts'

/** A vault that answers what it was asked, and a main between that can be told to tamper. */
function startVault({ tamper = (bytes: Uint8Array): PassedOn => bytes }: { readonly tamper?: (bytes: Uint8Array) => PassedOn } = {}) {
  let seal: VaultSeal | null = null
  const seen = { greetings: 0, order: [] as unknown[], sent: [] as (readonly [string, Uint8Array])[] }
  const open = (name: string, sealed: Uint8Array) => {
    const opened = seal?.open(name, sealed) ?? null
    if (opened === null) return null
    seen.order.push(opened.input)
    return opened.answer(accept({ name, input: opened.input }))
  }
  const ask = sealedCalls({
    greet: async (pageKey) => {
      seen.greetings += 1
      const agreed = agreeWithPage(pageKey)
      ;({ seal } = agreed)
      return accept(agreed.vaultKey)
    },
    send: async (name, sealed) => {
      seen.sent.push([name, sealed])
      const answer = open(name, sealed)
      return answer === null ? null : tamper(answer)
    },
  })
  return { ask, seen, open, forget: () => (seal = null) }
}

test('a request and its answer come through whole, bytes among them', async () => {
  const { ask } = startVault()
  const input = { bytes: new Uint8Array(100_000).fill(7), name: 'Zyxomma' }
  expect(await ask('imports.read', input)).toEqual(accept({ name: 'imports.read', input }))
  expect(await ask('keys.me', undefined)).toEqual(accept({ name: 'keys.me' }))
})

test('requests made at once arrive in the order in which they were made', async () => {
  const { ask, seen } = startVault()
  const numbers = Array.from({ length: 60 }, (_, index) => index)
  // Long ones take longer to seal than short ones.
  await Promise.all(numbers.map((number) => ask('drafts.save', { number, text: 'x'.repeat((60 - number) * 5000) })))
  expect(seen.order.map((input) => (input as { number: number }).number)).toEqual(numbers)
})

test('a vault process that has taken the place of another is greeted, and the request asked again', async () => {
  const { ask, seen, forget } = startVault()
  await ask('cases.list', 1)
  forget()
  const answers = await Promise.all([ask('cases.list', 2), ask('cases.list', 3)])
  expect(answers.map((answer) => answer.ok)).toEqual([true, true])
  expect(seen.greetings).toBe(2)
})

test('no two messages of one agreement look alike, and none shows its text', async () => {
  const { ask, seen } = startVault()
  for (let round = 0; round < 20; round += 1) await ask('cases.get', { text: 'Zyxomma Quibblethwaite' })
  const sealed = seen.sent.map(([, bytes]) => Buffer.from(bytes).toString('latin1'))
  expect(new Set(sealed.map((text) => text.slice(8))).size).toBe(20)
  expect(sealed.some((text) => text.includes('Zyx'))).toBe(false)
})

test('a request opens once, for its own operation, unchanged, and under its own agreement', async () => {
  const { ask, seen, open } = startVault()
  await ask('cases.get', { id: 1 })
  const [name, sealed] = seen.sent[0] ?? ['', new Uint8Array()]
  expect(open(name, sealed)).toBeNull()
  const other = startVault()
  await other.ask('cases.get', { id: 1 })
  expect(other.open(name, sealed)).toBeNull()

  const fresh = startVault()
  const taken: Uint8Array[] = []
  const tap = sealedCalls({
    greet: async (pageKey) => accept(agreed(pageKey)),
    send: async (_name, bytes) => {
      taken.push(bytes)
      return refuse({ code: 'locked' })
    },
  })
  let seal: VaultSeal | null = null
  const agreed = (pageKey: Uint8Array) => {
    const both = agreeWithPage(pageKey)
    ;({ seal } = both)
    return both.vaultKey
  }
  await tap('cases.get', { id: 1 })
  const whole = taken[0] ?? new Uint8Array()
  const opens = (as: string, bytes: Uint8Array) => seal?.open(as, bytes) !== null
  expect(fresh.open('cases.get', whole)).toBeNull()
  for (let at = 0; at < whole.length; at += 1) {
    const turned = whole.slice()
    turned[at] = (turned[at] ?? 0) ^ 1
    expect(opens('cases.get', turned)).toBe(false)
  }
  for (let length = 0; length < whole.length; length += 1) expect(opens('cases.get', whole.slice(0, length))).toBe(false)
  expect(opens('cases.change', whole)).toBe(false)
  // The control: what was refused above in every form is opened as it was sent.
  expect(opens('cases.get', whole)).toBe(true)
})

test('an answer that was changed, or belongs to another request, is not taken', async () => {
  const changed = startVault({
    tamper: (bytes) => {
      const turned = bytes.slice()
      turned[20] = (turned[20] ?? 0) ^ 1
      return turned
    },
  })
  await expect(changed.ask('cases.get', { id: 1 })).rejects.toThrow()
  let first: Uint8Array | null = null
  const swapped = startVault({ tamper: (bytes) => (first ??= bytes) })
  expect(await swapped.ask('cases.get', { id: 1 })).toMatchObject({ ok: true })
  await expect(swapped.ask('cases.get', { id: 2 })).rejects.toThrow()
})

test('a refusal to agree is the answer, and the next request tries again', async () => {
  let isReady = false
  const ask = sealedCalls({
    greet: async (pageKey) => (isReady ? accept(agreeWithPage(pageKey).vaultKey) : refuse({ code: 'locked' })),
    send: async () => refuse({ code: 'cancelled' }),
  })
  expect(await ask('cases.get', {})).toEqual(refuse({ code: 'locked' }))
  isReady = true
  expect(await ask('cases.get', {})).toEqual(refuse({ code: 'cancelled' }))
})
